import type { StationDb } from '#db/station/open';
import { type Cents, ZERO } from '#domain/money';
import { cashIn } from '#domain/receipt';
import { standingIn } from '#domain/receiptHistory';
import { receiptHistory } from './receiptHistory.ts';

/**
 * Currency that a receipt brought: its cash as its corrections leave it, nothing where it was reversed. A refund takes
 * nothing off: who pays in and takes back has paid in all the same.
 */
export function currencyOf(db: StationDb, receiptPosition: number): Cents {
  const history = receiptHistory(db, receiptPosition);
  if (history.undos.some(({ entry }) => entry.kind === 'receipt_reversed')) return ZERO;
  return cashIn(standingIn(history));
}
