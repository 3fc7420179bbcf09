import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { drawerView } from '#main/views/drawerView';
import type { Context } from './context.ts';
import { knownDrawer, mustBe, ownDrawer } from './guards.ts';

/** Begins the blind count: from here on nothing is taken in the drawer (F45). */
export function startCount(tx: Tx, input: Parsed<'startCount'>, at: Context): Output<'startCount'> {
  const drawer = ownDrawer(tx, input.drawer, at);
  mustBe('open', drawer);
  record(tx, { kind: 'count_started', businessDay: drawer.businessDay, payload: { drawer: drawer.drawer } }, at);
  return drawerView(tx, knownDrawer(tx, drawer.drawer));
}
