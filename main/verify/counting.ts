import type { Drawer } from './books.ts';
import { type Movements, movements } from './movements.ts';
import { agree, agreeAmounts, canonical, complain, type Fields, fields, list, sum, text, whole } from './reading.ts';

/** A check as it was counted, or as a receipt tells it. */
export type Check = { checkNumber: string; cents: number };

/** One tender at the close: what the drawer's account holds against what was counted. */
export type Compared = {
  tender: 'cash' | 'check' | 'money-order' | 'card';
  expected: number;
  counted: number;
  expectedItems: number | null;
  countedItems: number | null;
};

/** The papers of one kind that only one side has. */
type Strays = { missing: Check[]; unknown: Check[] };

/** The tenders of a drawer compared, and the checks and money orders that only one side has. */
export type Comparison = { tenders: Compared[]; checks: Strays; moneyOrders: Strays };

const DENOMINATIONS = [10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25, 10, 5, 1];

/** What pieces counted by their worth in cents come to. */
export function worthOf(value: unknown): number {
  const pieces = fields(value, 'The pieces');
  return sum(
    Object.keys(pieces).map((worth) => {
      if (!DENOMINATIONS.map(String).includes(worth)) complain(`${worth} cents is no note and no coin.`);
      return Number(worth) * whole(pieces, worth);
    }),
  );
}

export function checksIn(value: unknown): Check[] {
  return list(value, 'checks').map((said) => {
    const check = fields(said, 'A check');
    return { checkNumber: text(check, 'checkNumber'), cents: whole(check, 'cents', 1) };
  });
}

/** Holds a count against what the drawer's accounts and its receipts say. */
export function comparedIn(drawer: Drawer, count: Fields, balances: ReadonlyMap<string, number>): Comparison {
  const receipts = [...drawer.receipts.values()];
  const tenders = receipts.flatMap((receipt) => receipt.tenders);
  const papers = (kind: 'check' | 'money-order') =>
    tenders.filter((kept) => kept.kind === kind).map(({ number, cents }) => ({ checkNumber: number, cents }));
  const checks = papers('check');
  const counted = checksIn(count.checks);
  const orders = papers('money-order');
  const countedOrders = checksIn(count.moneyOrders);
  const cards = tenders.filter((kept) => kept.kind === 'card').length;
  const holds = (tender: string) => balances.get(`drawer:${drawer.name}:${tender}`) ?? 0;
  const tender = (
    kind: Compared['tender'],
    cents: number,
    expectedItems: number | null,
    countedItems: number | null,
  ): Compared => ({ tender: kind, expected: holds(kind), counted: cents, expectedItems, countedItems });
  return {
    tenders: [
      tender('cash', worthOf(count.cash), null, null),
      tender('check', sum(counted.map((check) => check.cents)), checks.length, counted.length),
      tender('money-order', sum(countedOrders.map((order) => order.cents)), orders.length, countedOrders.length),
      tender('card', whole(count, 'cardTotalCents'), cards, null),
    ],
    checks: { missing: without(checks, counted), unknown: without(counted, checks) },
    moneyOrders: { missing: without(orders, countedOrders), unknown: without(countedOrders, orders) },
  };
}

/** Complains unless the close tells the comparison as it is. */
export function comparisonAgrees(said: Fields, found: Comparison): void {
  const tenders = list(said.tenders, 'tenders');
  agree('The number of tenders compared', tenders.length, found.tenders.length);
  for (const [place, { tender, expected, counted, expectedItems, countedItems }] of found.tenders.entries()) {
    const told = fields(tenders[place], 'A tender compared');
    agree('The tender compared', text(told, 'tender'), tender);
    agreeAmounts(`The ${tender} expected`, whole(told, 'expectedCents', -Infinity), expected);
    agreeAmounts(`The ${tender} counted`, whole(told, 'countedCents'), counted);
    agreeAmounts(`The difference in ${tender}`, whole(told, 'differenceCents', -Infinity), counted - expected);
    agree(`The number of ${tender} items expected`, told.expectedItems, expectedItems);
    agree(`The number of ${tender} items counted`, told.countedItems, countedItems);
  }
  agree('missingChecks', canonical(said.missingChecks), canonical(found.checks.missing));
  agree('unknownChecks', canonical(said.unknownChecks), canonical(found.checks.unknown));
  agree('missingMoneyOrders', canonical(said.missingMoneyOrders), canonical(found.moneyOrders.missing));
  agree('unknownMoneyOrders', canonical(said.unknownMoneyOrders), canonical(found.moneyOrders.unknown));
}

/** What a close moves: each tender out of the drawer, what differs to where it is explained, the float back. */
export function emptied(drawer: Pick<Drawer, 'name' | 'floatCents'>, tenders: readonly Compared[]): Movements {
  return movements(
    tenders.flatMap(({ tender, expected, counted }) => {
      const back = tender === 'cash' ? Math.min(drawer.floatCents, counted) : 0;
      const onward = tender === 'card' ? 'clearing:card' : `transit:${drawer.name}-${tender}`;
      return [
        [`drawer:${drawer.name}:${tender}`, -expected],
        [tender === 'cash' ? 'over-short' : `difference:${tender}`, expected - counted],
        [`transit:${drawer.name}-float-return`, back],
        [onward, counted - back],
      ] as const;
    }),
  );
}

/** The checks of one pile that the other lacks; two alike need two alike, and zeros before a number are nothing. */
function without(pile: readonly Check[], other: readonly Check[]): Check[] {
  const key = (check: Check) => `${check.checkNumber.replace(/^0+(?=\d)/, '')}:${check.cents}`;
  const left = other.map(key);
  return pile.filter((check) => {
    const there = left.indexOf(key(check));
    if (there >= 0) left.splice(there, 1);
    return there < 0;
  });
}
