import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { drawerView } from '#main/views/drawerView';
import type { Context } from './context.ts';
import { knownDrawer, mustBe, ownDrawer } from './guards.ts';

/** Locks a drawer while its cashier is away: nothing is taken in it until she comes back. */
export function parkDrawer(tx: Tx, input: Parsed<'parkDrawer'>, at: Context): Output<'parkDrawer'> {
  const own = ownDrawer(tx, input.drawer, at);
  mustBe('open', own);

  // From here on it must be parked.
  record(tx, { kind: 'drawer_parked', businessDay: own.businessDay, payload: { drawer: own.drawer } }, at);
  return drawerView(tx, knownDrawer(tx, own.drawer));
}
