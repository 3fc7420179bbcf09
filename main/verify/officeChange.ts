import type { Entry } from './chain.ts';
import { worthOf } from './counting.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { balanceOf, type OfficeBooks } from './officeBooks.ts';
import { mustBeApproved, safeHolds } from './officeSafe.ts';
import { agree, agreeAmounts, complain, text, whole } from './reading.ts';
import { labelOf } from './receipts.ts';

/** Cash out of the safe to the bank, numbered without gaps, counted by two. */
export function changeOrdered(books: OfficeBooks, entry: Entry): void {
  const { payload } = entry;
  mustBeApproved(entry);
  text(payload, 'mark');
  text(payload, 'reference');
  const number = whole(payload, 'number', 1);
  const order = text(payload, 'order');
  agree('The order’s number', number, books.lastChangeOrder + 1);
  agree('order', order, labelOf(entry, 'G', number, 4));
  const cents = whole(payload, 'cents', 1);
  agreeAmounts('The order', cents, worthOf(payload.pieces));
  mustMove(
    movementsOf(entry.postings),
    movements([
      [`transit:${order}`, cents],
      ['safe', -cents],
    ]),
  );
  safeHolds(books, cents);
  books.lastChangeOrder = number;
}

/** What came back for it, once; what is missing is over or short. */
export function changeReceived(books: OfficeBooks, entry: Entry): void {
  const { payload } = entry;
  mustBeApproved(entry);
  text(payload, 'mark');
  const order = text(payload, 'order');
  const ordered = balanceOf(books, `transit:${order}`);
  if (!/^L-G\d+$/.test(order) || ordered === 0) complain(`Nothing is on its way for change order ${order}.`);
  agreeAmounts('orderedCents', whole(payload, 'orderedCents', 1), ordered);
  const cents = whole(payload, 'cents');
  agreeAmounts('What came back', cents, worthOf(payload.pieces));
  mustMove(
    movementsOf(entry.postings),
    movements([
      ['safe', cents],
      ['over-short', ordered - cents],
      [`transit:${order}`, -ordered],
    ]),
  );
}
