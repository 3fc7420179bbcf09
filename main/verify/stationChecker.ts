import { type Books, beginEpoch, emptyBooks } from './books.ts';
import type { Checker } from './checker.ts';
import { enter } from './enter.ts';
import { amount, counted, countOf } from './reading.ts';

/** For the journal of a station, from one of its epochs on. */
export function stationChecker(series: string, firstEpoch: number): Checker {
  const books: Books = emptyBooks(firstEpoch);
  return {
    whose: `station ${series}`,
    enter: (entry) => enter(books, entry),
    beginEpoch: () => beginEpoch(books),
    numbered: () =>
      `${countOf(books.receipts, 'receipt', 'receipts')} and ${countOf(books.closes, 'Z report', 'Z reports')}`,
    balanced: () =>
      `debits and credits are ${amount(books.movedCents)} each. ${drawersOf(books.closes, [...books.drawers.keys()])}`,
    totals: () =>
      `receipts of ${amount(books.issuedCents)}, voids of ${amount(books.voidedCents)}, grand total of the last Z report ${amount(books.lastZ?.grandTotalCents ?? 0)}`,
  };
}

function drawersOf(closed: number, open: readonly string[]): string {
  const zero = `${counted(closed)} closed ${closed === 1 ? 'drawer is' : 'drawers are'} zero`;
  return open.length === 0 ? `${zero}, none is open.` : `${zero}, still open: ${open.join(', ')}.`;
}
