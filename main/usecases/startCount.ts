import type { Output, Parsed } from '#contract/contract';
import { addDrawerStep } from '#db/station/drawers';
import { append } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { drawerView } from '#main/views/drawerView';
import type { Context } from './context.ts';
import { knownDrawer, mustBe, ownDrawer } from './guards.ts';

/** Begins the blind count: from here on nothing is taken in the drawer (F45). */
export function startCount(tx: Tx, input: Parsed<'startCount'>, at: Context): Output<'startCount'> {
  const drawer = ownDrawer(tx, input.drawer, at);
  mustBe('open', drawer);
  const { position } = append(
    tx,
    { kind: 'count_started', businessDay: drawer.businessDay, payload: { drawer: drawer.drawer } },
    at,
  );
  addDrawerStep(tx, drawer.drawer, position, 'counting');
  return drawerView(tx, knownDrawer(tx, drawer.drawer));
}
