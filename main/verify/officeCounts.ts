import type { Entry } from './chain.ts';
import { worthOf } from './counting.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { balanceOf, type OfficeBooks } from './officeBooks.ts';
import { mustBeApproved } from './officeSafe.ts';
import { agree, agreeAmounts, complain, text, whole } from './reading.ts';
import { labelOf } from './receipts.ts';

/** The safe counted: by one, numbered without gaps, and by another; each beside what the books said at that moment. */
export function safeCounted(books: OfficeBooks, entry: Entry): void {
  const { payload, actor } = entry;
  const number = whole(payload, 'number', 1);
  const count = text(payload, 'count');
  agree('count', count, labelOf(entry, 'S', number, 4));
  const differs = countedAgainst(books, entry);
  mustMove(movementsOf(entry.postings), movements([]));
  const open = books.safeCount;
  agree('turn', whole(payload, 'turn', 1), open === null ? 1 : 2);
  if (open === null) {
    agree('The count’s number', number, books.lastSafeCount + 1);
    books.lastSafeCount = number;
    books.safeCount = { count, by: [actor], differs };
    return;
  }
  agree('count', count, open.count);
  if (open.by.length > 1) complain(`Count ${count} is not settled, and the safe is counted again.`);
  if (open.by.includes(actor)) complain(`${actor} counted the safe twice.`);
  open.by.push(actor);
  if (!open.differs && !differs) books.safeCount = null;
}

/** A count that differs, settled by what was found: the safe holds that from now on. */
export function safeCountResolved(books: OfficeBooks, entry: Entry): void {
  const { payload, approver } = entry;
  const open = books.safeCount;
  if (open === null || open.by.length < 2) complain('No count of the safe is to be settled.');
  agree('count', text(payload, 'count'), open.count);
  text(payload, 'mark');
  mustBeApproved(entry);
  if (approver !== null && open.by.includes(approver))
    complain(`${approver} approved a count of the safe that they made.`);
  countedAgainst(books, entry);
  const more = whole(payload, 'cents') - whole(payload, 'bookCents');
  const moves = movements([
    ['safe', more],
    ['over-short', -more],
  ]);
  mustMove(movementsOf(entry.postings), moves);
  books.safeCount = null;
}

/** Whether what was counted is not what the books say, both of which the entry tells. */
function countedAgainst(books: OfficeBooks, { payload }: Entry): boolean {
  const cents = whole(payload, 'cents');
  agreeAmounts('The count of the safe', cents, worthOf(payload.pieces));
  agreeAmounts('bookCents', whole(payload, 'bookCents'), balanceOf(books, 'safe'));
  return cents !== balanceOf(books, 'safe');
}
