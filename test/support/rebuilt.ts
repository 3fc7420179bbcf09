import { join } from 'node:path';
import { openStation, openToRead, type StationDb } from '#db/station/open';
import type { Compared } from '#db/station/rebuild/compare';
import { rebuild } from '#db/station/rebuild/rebuild';

/** The database of a folder made again from its journal, and how it compares. Whoever asks closes it. */
export function rebuiltFrom(folder: string): { fresh: StationDb; found: Compared } {
  const file = join(folder, 'station.db');
  const old = openToRead(file);
  const fresh = openStation(':memory:');
  try {
    return { fresh, found: rebuild(fresh, old, file) };
  } finally {
    old.$client.close();
  }
}
