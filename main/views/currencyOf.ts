import { anyEntryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { undosOf } from '#db/station/undos';
import { type Cents, ZERO } from '#domain/money';
import { cashIn } from '#domain/receipt';
import { receiptStanding } from './standing.ts';

/**
 * Currency that a receipt brought: its cash as its corrections leave it, nothing where it was reversed. A refund takes
 * nothing off: who pays in and takes back has paid in all the same.
 */
export function currencyOf(db: StationDb, receiptPosition: number): Cents {
  const since = undosOf(db, receiptPosition).map(({ position }) => anyEntryAt(db, position));
  if (since.some(({ kind }) => kind === 'receipt_reversed')) return ZERO;
  return cashIn(receiptStanding(db, receiptPosition));
}
