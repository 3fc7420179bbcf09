import { type Books, openDrawer } from './books.ts';
import type { Entry } from './chain.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { agree, agreeAmounts, complain, fields, list, sum, text, textOrNull, whole } from './reading.ts';
import { labelOf } from './receipts.ts';

/** A payment set aside, numbered without gaps. No money moves. */
export function paymentSuspended(books: Books, entry: Entry): void {
  nothingMoves(books, entry);
  books.lastSuspension += 1;
  const resumed = textOrNull(entry.payload, 'resumed');
  if (resumed !== null && !books.suspended.delete(resumed)) complain(`Payment ${resumed} is not set aside.`);
  const label = text(entry.payload, 'label');
  agree('label', label, labelOf(entry, 'H', books.lastSuspension, 4));
  const lines = list(entry.payload.lines, 'lines').map((value) => whole(fields(value, 'A line'), 'cents', 1));
  agreeAmounts('The sum of the lines', sum(lines), whole(entry.payload, 'totalCents', 1));
  books.suspended.add(label);
}

/** A payment that is set aside is taken up again. It stays until it is taken or dropped. */
export function paymentResumed(books: Books, entry: Entry): void {
  nothingMoves(books, entry);
  const label = text(entry.payload, 'label');
  if (!books.suspended.has(label)) complain(`Payment ${label} is not set aside.`);
}

export function suspensionDropped(books: Books, entry: Entry): void {
  paymentResumed(books, entry);
  books.suspended.delete(text(entry.payload, 'label'));
}

/** A form was left after cash had been typed. */
export function formLeft(books: Books, entry: Entry): void {
  nothingMoves(books, entry);
  whole(entry.payload, 'cashCents', 1);
}

/** Something was turned away: it never was the district's money. */
export function tenderRefused(books: Books, entry: Entry): void {
  nothingMoves(books, entry);
}

function nothingMoves(books: Books, entry: Entry): void {
  const drawer = openDrawer(books, text(entry.payload, 'drawer'), 'open', 'parked', 'counting', 'counted');
  agree('businessDay', entry.businessDay, drawer.businessDay);
  agree('The actor', entry.actor, drawer.cashier);
  mustMove(movementsOf(entry.postings), movements([]));
}
