import { anyEntryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { undosOf } from '#db/station/undos';
import { type Cents, cents, subtract, sum, ZERO } from '#domain/money';
import { cashIn } from '#domain/receipt';
import { receiptStanding } from './standing.ts';

/**
 * Currency of a receipt that the district still has: its cash as it stands, less what went back in cash. A refund of a
 * check in cash takes nothing off: no currency had come.
 */
export function currencyOf(db: StationDb, receiptPosition: number): Cents {
  const since = undosOf(db, receiptPosition).map(({ position }) => anyEntryAt(db, position));
  if (since.some(({ kind }) => kind === 'receipt_reversed')) return ZERO;
  const cash = cashIn(receiptStanding(db, receiptPosition));
  const back = sum(
    since.map((entry) =>
      entry.kind === 'refund_issued' && entry.payload.means.kind === 'cash' ? cents(entry.payload.cents) : ZERO,
    ),
  );
  return cash > back ? subtract(cash, back) : ZERO;
}
