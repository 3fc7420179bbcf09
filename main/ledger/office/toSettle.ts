import type { HandoffRow } from '#db/ledger/handoffs';
import { type Cents, cents } from '#domain/money';

/** What of a handoff is held against what: what one gave, what another counted of it, and what came back of it. */
export type ToSettle = { given: Cents; counted: Cents; returned: Cents | null };

/**
 * The halves of a handoff, once they are there. After a settlement that knew of no drawer only what one has counted since
 * is to be settled: all else was.
 */
export function toSettle(row: HandoffRow): ToSettle | null {
  const { givenCents, countedCents, returnedCents, foundCents, isResolved } = row;
  if (givenCents === null || (countedCents === null && returnedCents === null)) return null;
  const counted = cents(countedCents ?? 0);
  if (foundCents !== null && !isResolved) return { given: cents(0), counted, returned: null };
  return { given: cents(givenCents), counted, returned: returnedCents === null ? null : cents(returnedCents) };
}
