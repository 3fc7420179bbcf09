import { type Books, type Drawer, openDrawer } from './books.ts';
import type { Entry } from './chain.ts';
import { comparedIn, comparisonAgrees } from './counting.ts';
import { numbered } from './custody.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { agree, agreeAmounts, complain, fields, list, sum, text, whole } from './reading.ts';

/** A surprise count by somebody else than the cashier, and its comparison as it is. The drawer goes on. */
export function drawerChecked(books: Books, entry: Entry): void {
  const drawer = lookedInto(books, entry);
  numbered(books, entry, 'K');
  const count = fields(entry.payload.count, 'count');
  comparisonAgrees(fields(entry.payload.comparison, 'comparison'), comparedIn(drawer, count, books.balances));
}

/** An X report: what the drawer's accounts hold, and what moved them. */
export function totalsRead(books: Books, entry: Entry): void {
  const drawer = lookedInto(books, entry);
  numbered(books, entry, 'X');
  const totals = fields(entry.payload.totals, 'totals');
  const moves = list(totals.moves, 'moves').map((value) => fields(value, 'A move'));
  const told = list(totals.tenders, 'tenders').map((value) => fields(value, 'A tender'));
  agree('The tenders told', told.map((one) => text(one, 'tender')).join(), 'cash,check,money-order,card');
  for (const one of told) {
    const tender = text(one, 'tender');
    const held = books.balances.get(`drawer:${drawer.name}:${tender}`) ?? 0;
    agreeAmounts(`The ${tender} told`, whole(one, 'cents', -Infinity), held);
    const moved = moves.filter((move) => move.tender === tender).map((move) => whole(move, 'cents', -Infinity));
    agreeAmounts(`What moved ${tender}`, sum(moved), held);
  }
  const receipts = fields(totals.receipts, 'receipts');
  agree('The number of receipts', whole(receipts, 'issued'), drawer.issued.count);
  agree('The number of voids', whole(receipts, 'voided'), drawer.voided.count);
  agreeAmounts('issuedCents', whole(receipts, 'issuedCents'), drawer.issued.cents);
  agreeAmounts('voidedCents', whole(receipts, 'voidedCents'), drawer.voided.cents);
}

/** The drawer of somebody else, open or parked, in which nothing moves by it. */
function lookedInto(books: Books, entry: Entry): Drawer {
  const drawer = openDrawer(books, text(entry.payload, 'drawer'), 'open', 'parked');
  agree('businessDay', entry.businessDay, drawer.businessDay);
  agree('approver', entry.approver, null);
  if (entry.actor === drawer.cashier) complain(`${entry.actor} looked into a drawer of their own.`);
  mustMove(movementsOf(entry.postings), movements([]));
  return drawer;
}
