import { type Books, type Drawer, openDrawer } from './books.ts';
import type { Entry } from './chain.ts';
import { checksIn, comparedIn, comparisonAgrees, emptied, worthOf } from './counting.ts';
import { movements, movementsOf, mustMove } from './movements.ts';
import { openingAgrees } from './opening.ts';
import {
  agree,
  agreeAmounts,
  canonical,
  complain,
  type Fields,
  fields,
  list,
  text,
  textOrNull,
  whole,
} from './reading.ts';
import { labelOf } from './receipts.ts';

/** A drawer opens with a counted float, numbered without gaps. */
export function drawerOpened(books: Books, entry: Entry): void {
  const opened = entry.payload;
  const number = whole(opened, 'number', 1);
  const name = text(opened, 'drawer');
  const floatCents = whole(opened, 'floatCents');
  agree('The drawer’s number', number, books.lastDrawer + 1);
  agree('drawer', name, labelOf(entry, 'D', number, 4));
  agree('batch', text(opened, 'batch'), labelOf(entry, 'B', number, 4));
  agree('The actor', entry.actor, text(opened, 'cashier'));
  agreeAmounts('floatCents', floatCents, worthOf(opened.float));
  mustMove(
    movementsOf(entry.postings),
    movements([
      [`drawer:${name}:cash`, floatCents],
      [`transit:${floatOf(books, opened) ?? `${name}-float`}`, -floatCents],
    ]),
  );
  openingAgrees(books, entry, floatCents);
  books.lastDrawer = number;
  books.drawers.set(name, {
    ...{ name, batch: text(opened, 'batch'), cashier: entry.actor, businessDay: entry.businessDay, floatCents },
    ...{ openedAt: entry.recordedAt, state: 'open', countedBy: [], lastCount: '', receipts: new Map() },
    issued: { count: 0, cents: 0, first: null, last: null },
    voided: { count: 0, cents: 0 },
    drops: 0,
  });
}

/** The float that the office issued and this drawer took; none takes another’s. */
function floatOf(books: Books, opened: Fields): string | null {
  if (!Object.hasOwn(opened, 'handoff')) return null;
  const handoff = text(opened, 'handoff');
  if (!/^L-F\d{4,9}$/.test(handoff)) complain(`handoff is “${handoff.slice(0, 40)}”, which is no float of the office.`);
  if (books.floats.has(handoff)) complain(`Float ${handoff} was taken by another drawer before.`);
  books.floats.add(handoff);
  return handoff;
}

/** Parked while its cashier is away, and opened again by her alone. */
export function drawerParked(books: Books, entry: Entry): void {
  const drawer = step(books, entry, 'open');
  agree('The actor', entry.actor, drawer.cashier);
  drawer.state = 'parked';
}

export function drawerUnparked(books: Books, entry: Entry): void {
  const drawer = step(books, entry, 'parked');
  agree('The actor', entry.actor, drawer.cashier);
  drawer.state = 'open';
}

export function countStarted(books: Books, entry: Entry): void {
  step(books, entry, 'open').state = 'counting';
}

export function countLeft(books: Books, entry: Entry): void {
  step(books, entry, 'counting').state = 'open';
}

/** A count. The first is the cashier's; a recount is another person's. */
export function drawerCounted(books: Books, entry: Entry): void {
  const drawer = step(books, entry, 'counting', 'counted');
  agree('countNumber', whole(entry.payload, 'countNumber', 1), drawer.countedBy.length + 1);
  if (entry.payload.isBlind !== undefined && (entry.payload.isBlind !== false || drawer.countedBy.length > 0))
    complain('A recount is always blind, and a count that is says nothing of it.');
  if (drawer.countedBy.length === 0) agree('The actor', entry.actor, drawer.cashier);
  if (drawer.countedBy.includes(entry.actor)) complain(`${entry.actor} counted drawer ${drawer.name} twice.`);
  const count = fields(entry.payload.count, 'count');
  worthOf(count.cash);
  checksIn(count.checks);
  checksIn(count.moneyOrders);
  whole(count, 'cardTotalCents');
  drawer.state = 'counted';
  drawer.countedBy.push(entry.actor);
  drawer.lastCount = canonical(count);
}

/** The close: on the last count, against what the drawer's accounts hold; Z reports and the grand total go on. */
export function drawerClosed(books: Books, entry: Entry): void {
  const close = entry.payload;
  const drawer = openDrawer(books, text(close, 'drawer'), 'counted');
  agree('businessDay', entry.businessDay, drawer.businessDay);
  agree('batch', text(close, 'batch'), drawer.batch);
  agree('cashier', text(close, 'cashier'), drawer.cashier);
  agree('openedAt', whole(close, 'openedAt'), drawer.openedAt);
  agreeAmounts('floatCents', whole(close, 'floatCents'), drawer.floatCents);
  agree('countNumber', whole(close, 'countNumber', 1), drawer.countedBy.length);
  agree('count', canonical(close.count), drawer.lastCount);
  if ((textOrNull(close, 'mark') === null) !== (entry.approver === null))
    complain('What was approved and who approved it must both be there, or neither.');
  if (entry.approver === drawer.cashier) complain(`${drawer.cashier} approved what differs in a drawer of their own.`);
  if (close.unprinted !== undefined && (list(close.unprinted, 'unprinted').length === 0 || entry.approver === null))
    complain('Slips were left unprinted without being named, or without anybody’s approval.');
  receiptsAgree(drawer, fields(close.receipts, 'receipts'));
  zAgrees(books, entry);
  const compared = comparedIn(drawer, fields(close.count, 'count'), books.balances);
  comparisonAgrees(fields(close.comparison, 'comparison'), compared);
  mustMove(movementsOf(entry.postings), emptied(drawer, compared.tenders));
  const cash = compared.tenders[0]?.counted ?? 0;
  books.returned.set(drawer.cashier, { drawer: drawer.name, cents: Math.min(drawer.floatCents, cash) });
  books.closes += 1;
}

function step(books: Books, entry: Entry, ...states: Drawer['state'][]): Drawer {
  const drawer = openDrawer(books, text(entry.payload, 'drawer'), ...states);
  agree('businessDay', entry.businessDay, drawer.businessDay);
  mustMove(movementsOf(entry.postings), movements([]));
  return drawer;
}

function receiptsAgree(drawer: Drawer, said: Fields): void {
  agree('The number of receipts', whole(said, 'issued'), drawer.issued.count);
  agree('The number of voids', whole(said, 'voided'), drawer.voided.count);
  agree('The first receipt', textOrNull(said, 'first'), drawer.issued.first);
  agree('The last receipt', textOrNull(said, 'last'), drawer.issued.last);
  agreeAmounts('issuedCents', whole(said, 'issuedCents'), drawer.issued.cents);
  agreeAmounts('voidedCents', whole(said, 'voidedCents'), drawer.voided.cents);
}

function zAgrees(books: Books, entry: Entry): void {
  const z = fields(entry.payload.z, 'z');
  const number = whole(z, 'number', 1);
  const grandTotalCents = whole(entry.payload, 'grandTotalCents');
  const before = books.lastZ;
  if (before) {
    agree('The Z report’s number', number, before.number + 1);
    agreeAmounts(
      'The grand total',
      grandTotalCents,
      before.grandTotalCents + books.issuedCents - books.issuedCentsAtLastZ,
    );
  }
  agree('The Z report’s label', text(z, 'label'), labelOf(entry, 'Z', number, 4));
  books.lastZ = { number, grandTotalCents };
  books.issuedCentsAtLastZ = books.issuedCents;
}
