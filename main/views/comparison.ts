import type { Output, Parsed } from '#contract/contract';
import { drawerOf, type KnownDrawer } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { cashMovesOf } from '#db/station/receipts';
import { compare, demandOf } from '#domain/balancing';
import { worthOf } from '#domain/denominations';
import { cents, smaller, subtract, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { closingMark } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';
import { countsOf } from './counts.ts';
import { drawerView } from './drawerView.ts';
import { expectedIn } from './expected.ts';

/** Expected beside counted. Refused before a count is in: nobody sees what is expected, supervisors neither (F47). */
export function comparison(db: StationDb, input: Parsed<'comparison'>, at: ReadyContext): Output<'comparison'> {
  const drawer = drawerOf(db, input.drawer) ?? refuse('drawer_unknown');
  if (drawer.cashier !== at.person.person && at.person.role !== 'supervisor')
    refuse('drawer_not_yours', { drawer: drawer.drawer, cashier: nameOf(db, drawer.cashier) });
  if (drawer.state === 'closed') refuse('drawer_closed', { drawer: drawer.drawer });
  const last = countsOf(db, drawer.drawer).at(-1);
  if (drawer.state !== 'counted' || !last) refuse('drawer_not_counted', { drawer: drawer.drawer });
  const expected = expectedIn(db, drawer.drawer);
  const compared = compare(expected, last.count);
  const countedCash = worthOf(last.count.cash);
  const floatReturned = smaller(cents(drawer.floatCents), countedCash);
  return {
    drawer: drawerView(db, drawer),
    countNumber: last.countNumber,
    countedBy: nameOf(db, last.countedBy),
    count: last.count,
    comparison: compared,
    cash: cashStory(db, drawer),
    demand: demandOf(compared, at.policy.limits),
    toBatchCashCents: subtract(countedCash, floatReturned),
    toBatchCheckCents: sum(last.count.checks.map((check) => cents(check.cents))),
    floatReturnedCents: floatReturned,
    mark: closingMark(drawer.drawer, last.countNumber, compared),
  };
}

/** How the cash expected came about: float, cash kept of all receipts, cash given back by voids. */
function cashStory(db: StationDb, drawer: KnownDrawer): Output<'comparison'>['cash'] {
  const { taken, givenBack } = cashMovesOf(db, drawer.drawer);
  return {
    floatCents: drawer.floatCents,
    receiptsCents: taken.cents,
    receipts: taken.receipts,
    voidedCents: givenBack.cents,
    voided: givenBack.receipts,
  };
}
