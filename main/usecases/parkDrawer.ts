import type { Output, Parsed } from '#contract/contract';
import { addDrawerStep } from '#db/station/drawers';
import { append } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { drawerView } from '#main/views/drawerView';
import type { Context } from './context.ts';
import { knownDrawer, mustBe, ownDrawer } from './guards.ts';

/** Locks a drawer while its cashier is away: nothing is taken in it until she comes back. */
export function parkDrawer(tx: Tx, input: Parsed<'parkDrawer'>, at: Context): Output<'parkDrawer'> {
  const own = ownDrawer(tx, input.drawer, at);
  mustBe('open', own);

  // From here on it must be parked.
  const { position } = append(
    tx,
    { kind: 'drawer_parked', businessDay: own.businessDay, payload: { drawer: own.drawer } },
    at,
  );
  addDrawerStep(tx, own.drawer, position, 'parked');
  return drawerView(tx, knownDrawer(tx, own.drawer));
}
