import type { Entry } from './chain.ts';
import { type Movements, movements, movementsOf, mustMove } from './movements.ts';
import { balanceOf, depositIn, type OfficeBooks, type OfficeDeposit } from './officeBooks.ts';
import { endsIn } from './officeFunds.ts';
import { mustBeApproved } from './officeSafe.ts';
import { complain, type Fields, text, whole } from './reading.ts';

/**
 * What the bank's slip says, which may differ: the bank's own account moves with its statement. With the county's
 * treasurer the deposit ends here. A mark says that somebody had to say yes.
 */
export function depositConfirmed(books: OfficeBooks, entry: Entry): void {
  const { payload, postings } = entry;
  const deposit = depositIn(books, text(payload, 'deposit'), 'handed');
  const held = balanceOf(books, `deposit:${deposit.name}`);
  if (payload.mark !== undefined) {
    text(payload, 'mark');
    mustBeApproved(entry);
  }
  const moved = movedBySlip(deposit, payload, held);
  mustMove(movementsOf(postings), moved);
  const images = books.images.get(deposit.name);
  if (images) images.isConfirmed = true;
  books.deposits.delete(deposit.name);
  books.confirmed.set(deposit.name, { deposit, held, moved });
}

/** What it says after all: what the slip told before moved at the county is moved back. */
export function confirmationCorrected(books: OfficeBooks, entry: Entry): void {
  const { payload, postings } = entry;
  const name = text(payload, 'deposit');
  const before = books.confirmed.get(name) ?? complain(`Deposit ${name} is not confirmed.`);
  text(payload, 'mark');
  mustBeApproved(entry);
  const moved = movedBySlip(before.deposit, payload, before.held);
  const back = [...before.moved].map(([account, cents]) => [account, -cents] as const);
  mustMove(movementsOf(postings), movements([...back, ...moved]));
  books.confirmed.set(name, { ...before, moved });
}

/** What a slip moves: nothing at a bank, all that was deposited at the county. */
function movedBySlip(deposit: OfficeDeposit, payload: Fields, held: number): Movements {
  text(payload, 'reference');
  text(payload, 'day');
  const received = whole(payload, 'cents');
  const ends = endsIn(deposit, payload, received);
  if (ends === null) return movements([]);
  return movements([
    ...[...ends].map(([fund, cents]) => [`treasurer:${fund}`, cents] as const),
    ['difference:deposit', held - received],
    [`deposit:${deposit.name}`, -held],
  ]);
}
