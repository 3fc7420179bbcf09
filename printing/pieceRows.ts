import { DENOMINATIONS, type Pieces } from '#domain/denominations';
import { cents, times } from '#domain/money';
import type { SlipRow } from './slip.ts';
import { heading, pair } from './slipParts.ts';
import { amountOf } from './words.ts';

/** Under their heading, pieces by denomination as they were counted; what was not there is left out. */
export function pieceRows(cash: Pieces): SlipRow[] {
  const counted = DENOMINATIONS.flatMap((worth) => {
    const pieces = cash[String(worth)] ?? 0;
    const left = `${amountOf(worth).padStart(6)} × ${String(pieces).padStart(5)}`;
    return pieces === 0 ? [] : [pair(left, amountOf(times(cents(worth), pieces)), { indent: 2 })];
  });
  return [
    heading('Cash by denomination'),
    ...(counted.length > 0 ? counted : [{ row: 'text' as const, text: 'No cash', indent: 2 }]),
  ];
}
