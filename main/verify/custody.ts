import { type Books, type Drawer, openDrawer } from './books.ts';
import type { Entry } from './chain.ts';
import { worthOf } from './counting.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { agree, agreeAmounts, complain, text, whole } from './reading.ts';

/** A drop: counted cash out of an open drawer by its own cashier, in transit until whoever receives it has counted. */
export function cashDropped(books: Books, entry: Entry): void {
  const drawer = ownOpen(books, entry);
  agree('approver', entry.approver, null);
  const { name } = drawer;
  const number = whole(entry.payload, 'number', 1);
  agree('The drop’s number', number, drawer.drops + 1);
  agree('handoff', text(entry.payload, 'handoff'), `${name}-drop-${number}`);
  agree('batch', text(entry.payload, 'batch'), drawer.batch);
  const cents = whole(entry.payload, 'cents', 1);
  agreeAmounts('The worth of the pieces', worthOf(entry.payload.pieces), cents);
  mustHold(books, name, cents);
  mustMove(
    movementsOf(entry.postings),
    movements([
      [`drawer:${name}:cash`, -cents],
      [`transit:${name}-drop-${number}`, cents],
    ]),
  );
  drawer.drops += 1;
}

/** The drawer that an entry is about: open, of that day, and its actor's own. */
function ownOpen(books: Books, entry: Entry): Drawer {
  const drawer = openDrawer(books, text(entry.payload, 'drawer'), 'open');
  agree('businessDay', entry.businessDay, drawer.businessDay);
  agree('The actor', entry.actor, drawer.cashier);
  return drawer;
}

/** Nothing goes out that the drawer does not hold. */
function mustHold(books: Books, name: string, cents: number): void {
  if (cents > (books.balances.get(`drawer:${name}:cash`) ?? 0)) complain(`Drawer ${name} does not hold so much cash.`);
}
