import type { EntryOf } from '#domain/entry';
import { batchOf, drawerLabel } from '#domain/series';

type DrawerEntry = EntryOf<'drawer_opened'> | EntryOf<'drawer_counted'> | EntryOf<'drawer_closed'>;

/** What does not agree in how an entry names its drawer, or null: no station speaks of another's drawers or batches. */
export function drawerNameFault(entry: DrawerEntry): string | null {
  const { drawer } = entry.payload;
  if (entry.kind === 'drawer_opened' && drawer !== drawerLabel(entry.series, entry.epoch, entry.payload.number))
    return 'the drawer is not named by its number';
  const named = /^([A-Z0-9]+)(?:\.\d+)?-D\d+$/.exec(drawer);
  if (named?.[1] !== entry.series) return 'the drawer is not the station’s own';
  if ('batch' in entry.payload && entry.payload.batch !== batchOf(drawer)) return 'the batch is not the drawer’s';
  return null;
}
