import type { Output, Parsed } from '#contract/contract';
import { drawerOf, drawersNotClosed, type KnownDrawer, nextDrawerNumber } from '#db/station/drawers';
import { drawerElsewhereOf } from '#db/station/drawersElsewhere';
import { floatsWaitingFor } from '#db/station/floats';
import type { Tx } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { record } from '#db/station/record';
import { syncState } from '#db/station/syncState';
import { assert } from '#domain/assert';
import { dayOf, daysBetween } from '#domain/businessDay';
import { worthOf } from '#domain/denominations';
import { floatTaken } from '#domain/drawerPostings';
import type { Cents } from '#domain/money';
import { refuse } from '#domain/refusal';
import { batchLabel, drawerLabel } from '#domain/series';
import { drawerView } from '#main/views/drawerView';
import { openingOf, returnedOtherwise } from '#main/views/opening';
import { approved, type Yes } from './approved.ts';
import type { Context } from './context.ts';

/** No drawer opens for a day further away than this. */
const DAYS_AWAY_MAX = 7;

/** Opens a drawer with a counted float. One drawer for one person at a time, at this station and, as far as it has heard, at others. */
export function openDrawer(tx: Tx, input: Parsed<'openDrawer'>, at: Context): Output<'openDrawer'> {
  const mine = drawersNotClosed(tx).find((drawer) => drawer.cashier === at.actor.person);
  if (mine) refuse('drawer_already_open', { drawer: mine.drawer });
  const elsewhere = drawerElsewhereOf(tx, at.actor.person);
  if (elsewhere) refuse('drawer_open_elsewhere', elsewhere);
  const today = dayOf(at.now, at.policy.timeZone);
  if (Math.abs(daysBetween(today, input.businessDay)) > DAYS_AWAY_MAX)
    refuse('business_day_out_of_range', { businessDay: input.businessDay });
  const closedDay = syncState(tx)?.closedThrough ?? null;
  if (closedDay !== null && input.businessDay <= closedDay) refuse('day_closed', { closedDay });
  const floatCents = worthOf(input.float);
  if (floatCents > at.policy.limits.floatMaxCents)
    refuse('float_too_large', { maxCents: at.policy.limits.floatMaxCents });
  const { handoff } = input;
  if (handoff !== undefined && !floatsWaitingFor(tx, at.actor.person).some((float) => float.handoff === handoff))
    refuse('float_not_yours', { handoff });
  const { left, needsApproval, mark } = openingOf(tx, input, at.actor.person, today);
  if (left.length > 0 && input.reason === undefined) refuse('drawers_left_open', { drawers: namesOf(tx, left) });
  const yes = needsApproval ? approved(tx, input.approval, mark, at) : null;

  // From here on the drawer must open.
  const drawer = opened(tx, input, { floatCents, mark, yes, explained: left.map((one) => one.drawer) }, at);
  const known = drawerOf(tx, drawer);
  assert(known, `drawer ${drawer} was not there after it opened`);
  return drawerView(tx, known);
}

function namesOf(tx: Tx, drawers: readonly KnownDrawer[]): string {
  return drawers.map(({ drawer, cashier }) => `${drawer} of ${nameOf(tx, cashier)}`).join(', ');
}

type About = { floatCents: Cents; mark: string; yes: Yes | null; explained: string[] };

function opened(
  tx: Tx,
  { businessDay, float, handoff, reason }: Parsed<'openDrawer'>,
  { floatCents, mark, yes, explained }: About,
  at: Context,
): string {
  const { series, epoch } = at.station;
  const number = nextDrawerNumber(tx, epoch);
  const drawer = drawerLabel(series, epoch, number);
  const cashier = at.actor.person;
  const returned = returnedOtherwise(tx, cashier, epoch, floatCents);
  const payload = {
    ...{ drawer, batch: batchLabel(series, epoch, number), number, cashier, float, floatCents },
    ...(explained.length > 0 && yes ? { left: explained, mark } : {}),
    ...(returned ? { returned } : {}),
    ...(handoff === undefined ? {} : { handoff }),
  };
  const postings = floatTaken(drawer, floatCents, handoff);
  const personal = explained.length > 0 && reason !== undefined ? { personal: { words: reason } } : {};
  record(tx, { kind: 'drawer_opened', businessDay, postings, payload, ...yes, ...personal }, at);
  return drawer;
}
