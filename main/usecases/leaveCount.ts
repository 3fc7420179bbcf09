import type { Output, Parsed } from '#contract/contract';
import { addDrawerStep } from '#db/station/drawers';
import { append } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { drawerView } from '#main/views/drawerView';
import type { Context } from './context.ts';
import { knownDrawer, mustBe, ownDrawer } from './guards.ts';

/** Back to the counter. Only before a count was submitted: afterwards what is expected has been seen. */
export function leaveCount(tx: Tx, input: Parsed<'leaveCount'>, at: Context): Output<'leaveCount'> {
  const drawer = ownDrawer(tx, input.drawer, at);
  mustBe('counting', drawer);
  const { position } = append(
    tx,
    { kind: 'count_left', businessDay: drawer.businessDay, payload: { drawer: drawer.drawer } },
    at,
  );
  addDrawerStep(tx, drawer.drawer, position, 'left');
  return drawerView(tx, knownDrawer(tx, drawer.drawer));
}
