import type { Drawer } from '#contract/shapes';
import { clock, shortDay, shortName, weekday } from '../format.ts';
import { frame } from '../messages/frame.ts';
import type { Station } from './station.ts';

/** What the status bar says of drawers: one drawer, a sentence, or nothing. */
export type DrawerSaid = { drawer: Drawer } | { said: string } | null;

/** What is true of drawers for who looks: the own one, the only one, or that others have theirs. */
export function drawerSaid({ person, drawer, openDrawers }: DrawersHere): DrawerSaid {
  if (drawer) return { drawer };
  const [first, second] = openDrawers;
  if (!first) return { said: frame.closed };
  if (!person) return second ? { said: frame.drawersInUse(openDrawers.length) } : { drawer: first };
  // Who has no tray of her own misses none.
  return person.role === 'cashier' || person.role === 'supervisor' ? { said: frame.noneOfYours } : null;
}

type DrawersHere = Pick<Station, 'person' | 'drawer' | 'openDrawers'>;

/** In whose care it is since when, and for which day where that is not today. */
export function careOf(drawer: Drawer, { timeZone, today }: Pick<Station, 'timeZone' | 'today'>): string {
  const since = frame.since(shortName(drawer.cashierName), clock(drawer.openedAt, timeZone));
  const day = drawer.businessDay;
  return day === today ? since : `${since} · ${frame.forDay(`${weekday(day)} ${shortDay(day)}`)}`;
}
