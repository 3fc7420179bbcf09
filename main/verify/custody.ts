import { type Books, type Drawer, openDrawer } from './books.ts';
import type { Entry } from './chain.ts';
import { worthOf } from './counting.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { agree, agreeAmounts, complain, fields, text, whole } from './reading.ts';
import { labelOf } from './receipts.ts';

const CASH_OUT = ['paid-out', 'swap', 'refund', 'void'];
const FILES = ['application/pdf', 'image/jpeg', 'image/png'];

/** A drop: counted cash out of an open drawer by its own cashier, in transit until whoever receives it has counted. */
export function cashDropped(books: Books, entry: Entry): void {
  const drawer = ownOpen(books, entry);
  agree('approver', entry.approver, null);
  const number = whole(entry.payload, 'number', 1);
  agree('The drop’s number', number, drawer.drops + 1);
  const handoff = `${drawer.name}-drop-${number}`;
  agree('handoff', text(entry.payload, 'handoff'), handoff);
  const cents = countedIn(drawer, entry);
  mustHold(books, drawer.name, cents);
  cashMoves(entry, drawer, -cents, `transit:${handoff}`);
  drawer.drops += 1;
}

/** A drop of more than the drawer held: refused, and nothing moved. */
export function dropRefused(books: Books, entry: Entry): void {
  const drawer = ownOpen(books, entry);
  agree('approver', entry.approver, null);
  if (holds(books, drawer.name, countedIn(drawer, entry)))
    complain('It was refused although the drawer holds so much.');
  mustMove(movementsOf(entry.postings), movements([]));
}

/** Cash that was to leave it otherwise, with a second person's yes, and of which it held less: nothing moved. */
export function cashOutRefused(books: Books, entry: Entry): void {
  const drawer = ownOpen(books, entry);
  agree('batch', text(entry.payload, 'batch'), drawer.batch);
  mustBeApproved(entry);
  if (!CASH_OUT.includes(text(entry.payload, 'what'))) complain('It is no way in which cash leaves a drawer.');
  if (holds(books, drawer.name, whole(entry.payload, 'cents', 0)))
    complain('It was refused although the drawer holds so much.');
  mustMove(movementsOf(entry.postings), movements([]));
}

/** A tray opened without money moving. */
export function noSale(books: Books, entry: Entry): void {
  approvedAndNumbered(books, entry, 'N');
  text(entry.payload, 'reason');
  mustMove(movementsOf(entry.postings), movements([]));
}

/** Cash put in that is no receipt, from a place of the chart. */
export function cashPaidIn(books: Books, entry: Entry): void {
  const drawer = approvedAndNumbered(books, entry, 'I');
  cashMoves(entry, drawer, countedIn(drawer, entry), placeIn(entry));
}

/** Cash paid out to a place of the chart; a scanned receipt proves it. */
export function cashPaidOut(books: Books, entry: Entry): void {
  const drawer = approvedAndNumbered(books, entry, 'O');
  const cents = countedIn(drawer, entry);
  mustHold(books, drawer.name, cents);
  cashMoves(entry, drawer, -cents, placeIn(entry));
  const attachment = fields(entry.payload.attachment, 'attachment');
  text(attachment, 'name');
  if (!FILES.includes(text(attachment, 'type'))) complain('The attachment is of no type that is taken.');
  whole(attachment, 'size', 1);
  if (!/^[0-9a-f]{64}$/.test(text(attachment, 'sha256'))) complain('The attachment’s sha256 is no hash.');
}

/** Pieces for as much in others. */
export function changeSwapped(books: Books, entry: Entry): void {
  const drawer = approvedAndNumbered(books, entry, 'S');
  const cents = whole(entry.payload, 'cents', 1);
  agreeAmounts('The worth that goes out', worthOf(entry.payload.out), cents);
  agreeAmounts('The worth that comes in', worthOf(entry.payload.in), cents);
  mustHold(books, drawer.name, cents);
  mustMove(movementsOf(entry.postings), movements([]));
}

/** In the actor's own open drawer, numbered by kind without gaps, and approved by its mark. */
function approvedAndNumbered(books: Books, entry: Entry, letter: keyof Books['lastCustody']): Drawer {
  const drawer = ownOpen(books, entry);
  numbered(books, entry, letter);
  mustBeApproved(entry);
  return drawer;
}

function mustBeApproved({ approver, payload }: Entry): void {
  if (approver === null) complain('Nobody approved it.');
  if (!/^[0-9a-f]{64}$/.test(text(payload, 'mark'))) complain('The mark is no hash.');
}

/** Each kind is numbered without gaps. */
export function numbered(books: Books, entry: Entry, letter: keyof Books['lastCustody']): void {
  const number = whole(entry.payload, 'number', 1);
  agree('number', number, books.lastCustody[letter] + 1);
  agree('label', text(entry.payload, 'label'), labelOf(entry, letter, number, 4));
  books.lastCustody[letter] = number;
}

/** The drawer that an entry is about: open, of that day, and its actor's own. */
function ownOpen(books: Books, entry: Entry): Drawer {
  const drawer = openDrawer(books, text(entry.payload, 'drawer'), 'open');
  agree('businessDay', entry.businessDay, drawer.businessDay);
  agree('The actor', entry.actor, drawer.cashier);
  return drawer;
}

/** What was counted into or out of a drawer, which the pieces must be worth. */
function countedIn(drawer: Drawer, { payload }: Entry): number {
  agree('batch', text(payload, 'batch'), drawer.batch);
  const cents = whole(payload, 'cents', 1);
  agreeAmounts('The worth of the pieces', worthOf(payload.pieces), cents);
  return cents;
}

function placeIn({ payload }: Entry): string {
  const place = fields(payload.place, 'place');
  return `gl:${text(place, 'fund')}:${text(place, 'bars')}`;
}

function cashMoves({ postings }: Entry, { name }: Drawer, cents: number, against: string): void {
  mustMove(
    movementsOf(postings),
    movements([
      [`drawer:${name}:cash`, cents],
      [against, -cents],
    ]),
  );
}

/** Nothing goes out that the drawer does not hold. */
function mustHold(books: Books, name: string, cents: number): void {
  if (!holds(books, name, cents)) complain(`Drawer ${name} does not hold so much cash.`);
}

function holds(books: Books, name: string, cents: number): boolean {
  return cents <= (books.balances.get(`drawer:${name}:cash`) ?? 0);
}
