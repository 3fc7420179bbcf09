import type { Answer } from '#contract/answer';
import type { Facts } from '#domain/facts';
import type { RefusalCode } from '#domain/refusal';
import { say } from './messages/en.ts';

/** What went wrong with something sent, as a screen keeps it. `code` is null when the station gave no answer. */
export type Trouble = { code: RefusalCode | null; facts: Facts; sentence: string };

/** The trouble in an answer; null when all went well. */
export function troubleOf(answer: Answer<unknown>): Trouble | null {
  if (answer.ok) return null;
  return 'refusal' in answer ? answer.refusal : { code: null, facts: {}, sentence: say.noAnswer };
}

/** Trouble that stands under one field of a form. */
export type Placed = { under: string; sentence: string };

/** The sentence for a field, if the trouble is with that one. */
export function sentenceUnder(placed: Placed | null, field: string): string | null {
  return placed?.under === field ? placed.sentence : null;
}
