import type { Entry } from './chain.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { depositIn, type OfficeBooks } from './officeBooks.ts';
import { mustBeApproved } from './officeSafe.ts';
import { agree, agreeAmounts, complain, text, whole } from './reading.ts';

/** The images of its checks were sent: it is on its way, and the paper is kept until a day that is told. */
export function depositTransmitted(books: OfficeBooks, entry: Entry): void {
  const { payload, businessDay } = entry;
  mustMove(movementsOf(entry.postings), movements([]));
  const deposit = depositIn(books, text(payload, 'deposit'), 'made');
  if (deposit.seal !== null) complain(`Deposit ${deposit.name} lies in a bag: nothing of it was sent as images.`);
  text(payload, 'confirmation');
  const destroyAfter = text(payload, 'destroyAfter');
  if (destroyAfter <= businessDay)
    complain(`The checks of ${deposit.name} would be destroyed on the day they were sent.`);
  const cents = books.balances.get(`deposit:${deposit.name}`) ?? 0;
  books.images.set(deposit.name, { destroyAfter, items: deposit.papers.length, cents, isConfirmed: false });
  deposit.state = 'handed';
}

/** The paper of a deposit is no more: after its time, and seen by two. */
export function checksDestroyed(books: OfficeBooks, entry: Entry): void {
  const { payload, businessDay } = entry;
  mustMove(movementsOf(entry.postings), movements([]));
  mustBeApproved(entry);
  text(payload, 'mark');
  const name = text(payload, 'deposit');
  const images = books.images.get(name);
  if (!images?.isConfirmed) complain(`Deposit ${name} has no checks that may be destroyed.`);
  if (businessDay <= images.destroyAfter) complain(`The checks of ${name} are kept until ${images.destroyAfter}.`);
  agree('items', whole(payload, 'items', 1), images.items);
  agreeAmounts('cents', whole(payload, 'cents'), images.cents);
  books.images.delete(name);
}
