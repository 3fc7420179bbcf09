import type { Output, Parsed } from '#contract/contract';
import type { KnownDrawer } from '#db/station/drawers';
import { movesOf } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { standingTendersOf } from '#db/station/receipts';
import { assert } from '#domain/assert';
import { type Comparison, closeDemand, compare } from '#domain/balancing';
import { worthOf } from '#domain/denominations';
import { drawerAccount } from '#domain/drawerPostings';
import type { EntryKind } from '#domain/entry';
import { cents, smaller, subtract, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { closingMark } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';
import { countsOf, type SubmittedCount } from './counts.ts';
import { drawerToCompare } from './drawerToCompare.ts';
import { drawerView } from './drawerView.ts';
import { expectedIn } from './expected.ts';
import { unprintedOf } from './unprinted.ts';

/** Expected beside counted. Refused before a count is in: nobody sees what is expected, supervisors neither (F47). */
export function comparison(db: StationDb, input: Parsed<'comparison'>, at: ReadyContext): Output<'comparison'> {
  const drawer = drawerToCompare(db, input.drawer, at);
  if (drawer.state === 'closed') refuse('drawer_closed', { drawer: drawer.drawer });
  const last = countsOf(db, drawer.drawer).at(-1);
  if (drawer.state !== 'counted' || !last) refuse('drawer_not_counted', { drawer: drawer.drawer });
  const expected = expectedIn(db, drawer.drawer);
  const compared = compare(expected, last.count);
  const unprinted = unprintedOf(db, drawer, at.now);
  const countedCash = worthOf(last.count.cash);
  const floatReturned = smaller(cents(drawer.floatCents), countedCash);
  return {
    drawer: drawerView(db, drawer),
    countNumber: last.countNumber,
    countedBy: nameOf(db, last.countedBy),
    count: last.count,
    comparison: compared,
    missingOf: missingOf(db, drawer.drawer, compared),
    cash: cashStory(db, drawer),
    unprinted,
    demand: closeDemand(compared, at.policy.limits, unprinted),
    toBatchCashCents: subtract(countedCash, floatReturned),
    toBatchCheckCents: sum(last.count.checks.map((check) => cents(check.cents))),
    toBatchMoneyOrderCents: sum(last.count.moneyOrders.map((order) => cents(order.cents))),
    floatReturnedCents: floatReturned,
    notApprovers: notForClose(drawer, last),
    mark: closingMark({
      ...{ drawer: drawer.drawer, countNumber: last.countNumber, comparison: compared },
      ...{ unprinted, reason: input.reason },
    }),
  };
}

/** Nobody agrees to what is missing in her own drawer, nor to the count that she made herself. */
export function notForClose({ cashier }: KnownDrawer, { countedBy }: SubmittedCount): string[] {
  return [...new Set([cashier, countedBy])];
}

/** From which receipts the papers are that are not in the pile: a check that is missing is looked for by its receipt. */
function missingOf(db: StationDb, drawer: string, told: Comparison): Output<'comparison'>['missingOf'] {
  const missing = [
    ...told.missingChecks.map((paper) => ({ kind: 'check', paper })),
    ...told.missingMoneyOrders.map((paper) => ({ kind: 'money-order', paper })),
  ];
  if (missing.length === 0) return [];
  const tenders = standingTendersOf(db, drawer);
  return missing.map(({ kind, paper }) => {
    const alike = tenders.filter(
      (tender) => tender.kind === kind && tender.reference === paper.checkNumber && tender.cents === paper.cents,
    );
    return { ...paper, receipts: [...new Set(alike.map(({ receipt }) => receipt))] };
  });
}

/** Which entries move a drawer's cash, in the order of the story, and what the comparison calls them. */
const MOVED_BY: Partial<Record<EntryKind, Output<'comparison'>['cash'][number]['by']>> = {
  drawer_opened: 'float',
  receipt_issued: 'receipts',
  receipt_voided: 'voids',
  receipt_corrected: 'corrections',
  refund_issued: 'refunds',
  cash_dropped: 'drops',
  cash_paid_in: 'paid_in',
  cash_paid_out: 'paid_out',
};

/** How the cash expected came about, as the journal posted it: there is no second arithmetic. */
function cashStory(db: StationDb, drawer: KnownDrawer): Output<'comparison'>['cash'] {
  const story = movesOf(db, drawerAccount(drawer.drawer, 'cash')).map(({ kind, cents: moved, items }) => {
    const by = MOVED_BY[kind];
    assert(by, `${kind} moves no cash of a drawer`);
    return { by, cents: moved, items };
  });
  const order = Object.values(MOVED_BY);
  return story.sort((left, right) => order.indexOf(left.by) - order.indexOf(right.by));
}
