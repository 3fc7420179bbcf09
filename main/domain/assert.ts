/** Our own bug, not a person's: the program stops here rather than go on with a broken promise. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** Stops on what only we can have caused. What a person can act on is a refusal instead. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BrokenPromise(message);
}

/** Closes an exhaustive switch: the compiler refuses a case that was forgotten. */
export function never(value: never): never {
  throw new BrokenPromise(`no case for ${JSON.stringify(value)}`);
}
