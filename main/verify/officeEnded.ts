import type { Entry } from './chain.ts';
import { type Check, type Compared, checksIn, emptied, worthOf } from './counting.ts';
import { movementsOf, mustMove } from './movements.ts';
import type { OfficeBooks } from './officeBooks.ts';
import { mustBeApproved } from './officeSafe.ts';
import { agree, agreeAmounts, complain, type Fields, fields, list, sum, text, whole } from './reading.ts';

/**
 * A drawer ended by the office, once, with the yes of somebody else than its cashier: the drawer's half of a close. What
 * was expected stands in its station's journal; here it must only be what the comparison says throughout.
 */
export function drawerEnded(books: OfficeBooks, entry: Entry): void {
  const { payload, approver, actor } = entry;
  const drawer = text(payload, 'drawer');
  if (books.ended.has(drawer)) complain(`Drawer ${drawer} is ended twice.`);
  agree('batch', text(payload, 'batch'), drawer.replace(/-D(?=\d+$)/, '-B'));
  const head = fields(payload.head, 'head');
  for (const name of ['epoch', 'sequence']) whole(head, name, 1);
  text(head, 'hash');
  text(payload, 'mark');
  whole(payload, 'openedAt');
  mustBeApproved(entry);
  if (approver === text(payload, 'cashier')) complain(`${approver} approved the end of a drawer of their own.`);
  const receipts = fields(payload.receipts, 'receipts');
  for (const name of ['issued', 'voided', 'issuedCents', 'voidedCents']) whole(receipts, name);
  const tenders = comparedAs(fields(payload.count, 'count'), fields(payload.comparison, 'comparison'));
  mustMove(movementsOf(entry.postings), emptied({ name: drawer, floatCents: whole(payload, 'floatCents') }, tenders));
  books.ended.add(drawer);
  for (const { account, side, cents } of entry.postings)
    if (side === 'debit' && account.startsWith('transit:'))
      books.given.set(account.slice('transit:'.length), { cents, by: actor });
}

type Told = { tender: Compared['tender']; cents: number; items: number | null; pile: 'Checks' | 'MoneyOrders' | null };

/** The tenders as the entry compares them: counted as the count says, and each difference counted − expected. */
function comparedAs(count: Fields, said: Fields): Compared[] {
  const [checks, orders] = [checksIn(count.checks), checksIn(count.moneyOrders)];
  const counted: Told[] = [
    { tender: 'cash', cents: worthOf(count.cash), items: null, pile: null },
    { tender: 'check', cents: worth(checks), items: checks.length, pile: 'Checks' },
    { tender: 'money-order', cents: worth(orders), items: orders.length, pile: 'MoneyOrders' },
    { tender: 'card', cents: whole(count, 'cardTotalCents'), items: null, pile: null },
  ];
  const tenders = list(said.tenders, 'tenders');
  agree('The number of tenders compared', tenders.length, counted.length);
  return counted.map((one, place) => tenderAs(one, fields(tenders[place], 'A tender compared'), said));
}

function tenderAs({ tender, cents, items, pile }: Told, told: Fields, said: Fields): Compared {
  agree('The tender compared', text(told, 'tender'), tender);
  const expected = whole(told, 'expectedCents', -Infinity);
  agreeAmounts(`The ${tender} counted`, whole(told, 'countedCents'), cents);
  agreeAmounts(`The difference in ${tender}`, whole(told, 'differenceCents', -Infinity), cents - expected);
  agree(`The number of ${tender} items counted`, told.countedItems, items);
  if (pile === null) {
    if (tender === 'cash') agree('The number of cash items expected', told.expectedItems, null);
    else whole(told, 'expectedItems');
    return { tender, expected, counted: cents, expectedItems: null, countedItems: items };
  }
  const [unknown, missing] = [checksIn(said[`unknown${pile}`]), checksIn(said[`missing${pile}`])];
  agreeAmounts(`What ${tender}s differ`, worth(unknown) - worth(missing), cents - expected);
  const due = (items ?? 0) - unknown.length + missing.length;
  agree(`The number of ${tender} items expected`, told.expectedItems, due);
  return { tender, expected, counted: cents, expectedItems: due, countedItems: items };
}

function worth(pile: readonly Check[]): number {
  return sum(pile.map(({ cents }) => cents));
}
