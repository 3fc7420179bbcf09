import { isDeepStrictEqual } from 'node:util';

/** Something that must never be so, is. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

export function violated(what: string): never {
  throw new Violation(what);
}

/** Holds that two things are the same. */
export function sameAnswer(is: unknown, mustBe: unknown, what: string): void {
  if (!isDeepStrictEqual(is, mustBe)) violated(`${what}: ${JSON.stringify(is)} is not ${JSON.stringify(mustBe)}`);
}
