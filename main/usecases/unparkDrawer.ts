import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { drawerView } from '#main/views/drawerView';
import type { Context } from './context.ts';
import { knownDrawer, mustBe, ownDrawer } from './guards.ts';

/** Opens a parked drawer again. Only its cashier does: her PIN opened this session. */
export function unparkDrawer(tx: Tx, input: Parsed<'unparkDrawer'>, at: Context): Output<'unparkDrawer'> {
  const own = ownDrawer(tx, input.drawer, at);
  mustBe('parked', own);

  // From here on it must be unparked.
  record(tx, { kind: 'drawer_unparked', businessDay: own.businessDay, payload: { drawer: own.drawer } }, at);
  return drawerView(tx, knownDrawer(tx, own.drawer));
}
