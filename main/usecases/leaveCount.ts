import type { Output, Parsed } from '#contract/contract';
import type { Tx } from '#db/station/open';
import { record } from '#db/station/record';
import { drawerView } from '#main/views/drawerView';
import type { Context } from './context.ts';
import { knownDrawer, mustBe, ownDrawer } from './guards.ts';

/** Back to the counter. Only before a count was submitted: afterwards what is expected has been seen. */
export function leaveCount(tx: Tx, input: Parsed<'leaveCount'>, at: Context): Output<'leaveCount'> {
  const drawer = ownDrawer(tx, input.drawer, at);
  mustBe('counting', drawer);
  record(tx, { kind: 'count_left', businessDay: drawer.businessDay, payload: { drawer: drawer.drawer } }, at);
  return drawerView(tx, knownDrawer(tx, drawer.drawer));
}
