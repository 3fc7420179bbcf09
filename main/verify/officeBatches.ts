import type { Entry } from './chain.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { BANK_TENDERS, balanceOf, type OfficeBooks } from './officeBooks.ts';
import { agree, canonical, complain, fields, list, text, whole } from './reading.ts';

/** A batch approved, by nobody who had its drawer in hand; it brought what the office counted of it. No money moves. */
export function batchApproved(books: OfficeBooks, entry: Entry): void {
  const { payload, actor } = entry;
  const batch = batchOf(entry);
  if (books.batches.get(batch) === 'approved') complain(`Batch ${batch} is approved already.`);
  const hands = list(payload.hands, 'hands');
  if (actor === text(payload, 'cashier') || hands.includes(actor))
    complain(`${actor} approved the batch of a drawer that they had in hand.`);
  const head = fields(payload.head, 'head');
  whole(head, 'epoch', 1);
  whole(head, 'sequence', 1);
  text(head, 'hash');
  text(payload, 'mark');
  const held = BANK_TENDERS.map((tender) => ({ tender, cents: balanceOf(books, `undeposited:${batch}:${tender}`) }));
  const brought = held.filter(({ cents }) => cents !== 0);
  agree('What the batch brought', canonical(payload.brought), canonical(brought));
  books.batches.set(batch, 'approved');
}

/** A batch sent back. What is in a deposit already cannot be. */
export function batchSentBack(books: OfficeBooks, entry: Entry): void {
  const batch = batchOf(entry);
  if (books.batches.get(batch) === 'sent_back') complain(`Batch ${batch} is sent back already.`);
  if (BANK_TENDERS.some((tender) => (books.deposited.get(`${batch} ${tender}`) ?? 0) > 0))
    complain(`Batch ${batch} is in a deposit already.`);
  books.batches.set(batch, 'sent_back');
}

function batchOf(entry: Entry): string {
  mustMove(movementsOf(entry.postings), movements([]));
  const batch = text(entry.payload, 'batch');
  agree('batch', batch, text(entry.payload, 'drawer').replace(/-D(?=\d+$)/, '-B'));
  return batch;
}
