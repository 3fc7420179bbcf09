import { desc, eq } from 'drizzle-orm';
import { entryAt } from '#db/station/journal';
import { entries } from '#db/station/schema';
import type { EntryKind } from '#domain/entry';
import type { Recorded } from '#domain/recorded';
import type { TestStation } from './station.ts';

/** The last entry of a kind in a station's journal, with what is personal beside it. */
export function lastEntry<K extends EntryKind>(station: TestStation, kind: K): Recorded<K> {
  const row = station.look
    .select({ position: entries.position })
    .from(entries)
    .where(eq(entries.kind, kind))
    .orderBy(desc(entries.position))
    .limit(1)
    .get();
  if (!row) throw new Error(`the journal has no ${kind}`);
  return entryAt(station.look, row.position, kind);
}
