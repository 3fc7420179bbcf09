import type { Output, Parsed } from '#contract/contract';
import { drawerOf } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { refuse } from '#domain/refusal';
import type { ReadyContext } from './context.ts';
import { totalsOf } from './drawerTotals.ts';

/** What a drawer must hold, while its cashier counts it and the district's policy lets her see it. */
export function expectedInSight(db: StationDb, input: Parsed<'expected'>, at: ReadyContext): Output<'expected'> {
  if (at.policy.counting.blind) refuse('count_blind');
  const drawer = drawerOf(db, input.drawer) ?? refuse('drawer_unknown');
  if (drawer.cashier !== at.person.person)
    refuse('drawer_not_yours', { drawer: drawer.drawer, cashier: nameOf(db, drawer.cashier) });
  if (drawer.state !== 'counting') refuse('drawer_not_counting', { drawer: drawer.drawer });
  return { tenders: totalsOf(db, drawer.drawer).tenders };
}
