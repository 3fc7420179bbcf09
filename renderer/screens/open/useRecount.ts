import type { Drawer } from '#contract/shapes';
import { type Station, useStation } from '../../frame/station.ts';
import { useGo } from '../route.ts';

/** The drawers of colleagues that are counted and wait for their close: each may be counted again by a second person. */
export function recountable({ openDrawers, person }: Pick<Station, 'openDrawers' | 'person'>): Drawer[] {
  return openDrawers.filter((one) => one.state === 'counted' && one.cashier !== person?.person);
}

/** Under which name the focus finds the button that recounts a drawer. */
export function recountPlace(drawer: string): string {
  return `recount-${drawer}`;
}

/** The place of the drawer after or before one in the list; the same one at its ends. */
export function recountAfter(waiting: readonly Drawer[], drawer: string, by: 1 | -1): string {
  const at = waiting.findIndex((one) => one.drawer === drawer);
  return recountPlace(waiting[at + by]?.drawer ?? drawer);
}

/**
 * What the key for a recount does: counts the one drawer that waits; of several the hand goes to the first, and the
 * arrows to the others. Nothing where none waits.
 */
export function useRecount(goTo: (place: string) => void): (() => void) | undefined {
  const { station } = useStation();
  const go = useGo();
  const waiting = recountable(station);
  const [first] = waiting;
  if (!first) return undefined;
  if (waiting.length > 1) return () => goTo(recountPlace(first.drawer));
  return () => go({ go: { at: 'recount', drawer: first.drawer } });
}
