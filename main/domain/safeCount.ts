import * as z from 'zod';
import { type Cents, negate, subtract } from './money.ts';
import { credit, debit, type Posting } from './posting.ts';

/** A count of the safe: `L-S0012`. Both counts bear it, and what settled them. */
export const SafeCountLabel = z
  .string()
  .regex(/^L-S\d{4,9}$/, { error: 'must be the number of a count of the safe, such as L-S0012' });

/** The safe as it was found: what is missing against the books, or too much, is short or over. */
export function safeFound(book: Cents, found: Cents): Posting[] {
  const more = subtract(found, book);
  return more < 0
    ? [...debit('over-short', negate(more)), ...credit('safe', negate(more))]
    : [...debit('safe', more), ...credit('over-short', more)];
}
