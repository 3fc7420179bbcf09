import type { Drawer } from '#contract/shapes';
import type { Station } from '../../frame/station.ts';

/** The drawers of others that a supervisor may look into now: open or parked, not being counted. */
export function drawersToLookInto({ openDrawers, person }: Pick<Station, 'openDrawers' | 'person'>): Drawer[] {
  return openDrawers.filter(
    ({ cashier, state }) => cashier !== person?.person && (state === 'open' || state === 'parked'),
  );
}
