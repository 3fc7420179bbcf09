import type { Output, Parsed } from '#contract/contract';
import { spendApproval } from '#db/station/approvals';
import { addDrawer, drawerOf, drawersNotClosed, nextDrawerNumber } from '#db/station/drawers';
import { append } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { assert } from '#domain/assert';
import { dayOf, daysBetween } from '#domain/businessDay';
import { worthOf } from '#domain/denominations';
import { floatTaken } from '#domain/drawerPostings';
import type { Cents } from '#domain/money';
import { refuse } from '#domain/refusal';
import { batchLabel, drawerLabel } from '#domain/series';
import { openingMark } from '#main/chain/marks';
import { drawerView } from '#main/views/drawerView';
import { approved } from './approved.ts';
import type { Context } from './context.ts';

/** No drawer opens for a day further away than this. */
const DAYS_AWAY_MAX = 7;

/** Opens a drawer with a counted float. One drawer for one person at a time. */
export function openDrawer(tx: Tx, input: Parsed<'openDrawer'>, at: Context): Output<'openDrawer'> {
  const mine = drawersNotClosed(tx).find((drawer) => drawer.cashier === at.actor.person);
  if (mine) refuse('drawer_already_open', { drawer: mine.drawer });
  const today = dayOf(at.now, at.policy.timeZone);
  if (Math.abs(daysBetween(today, input.businessDay)) > DAYS_AWAY_MAX)
    refuse('business_day_out_of_range', { businessDay: input.businessDay });
  const floatCents = worthOf(input.float);
  if (floatCents > at.policy.limits.floatMaxCents)
    refuse('float_too_large', { maxCents: at.policy.limits.floatMaxCents });
  const approval =
    input.businessDay !== today
      ? approved(tx, input.approval, openingMark(at.actor.person, input.businessDay, input.float), at)
      : null;

  // From here on the drawer must open.
  const { drawer, position } = opened(tx, input, floatCents, approval?.approver ?? null, at);
  if (approval) spendApproval(tx, approval.approval, position);
  const known = drawerOf(tx, drawer);
  assert(known, `drawer ${drawer} was not there after it opened`);
  return drawerView(tx, known);
}

function opened(
  tx: Tx,
  { businessDay, float }: Parsed<'openDrawer'>,
  floatCents: Cents,
  approver: string | null,
  at: Context,
): { drawer: string; position: number } {
  const { series, epoch } = at.station;
  const number = nextDrawerNumber(tx, epoch);
  const drawer = drawerLabel(series, epoch, number);
  const batch = batchLabel(series, epoch, number);
  const cashier = at.actor.person;
  const payload = { drawer, batch, number, cashier, float, floatCents };
  const postings = floatTaken(drawer, floatCents);
  const { position } = append(tx, { kind: 'drawer_opened', businessDay, approver, postings, payload }, at);
  addDrawer(tx, { drawer, epoch, number, batch, cashier, businessDay, floatCents, openedAt: at.now, position });
  return { drawer, position };
}
