import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Compared } from '#db/station/rebuild/compare';
import { takeHold } from '#main/start/hold';
import { PlainTrouble } from '#main/trouble';
import { makeBeside, remake } from './remake.ts';

/** A station's database made again: how it compares, where it lies, and where the one before is kept if it was replaced. */
export type RebuiltStation = { found: Compared; file: string; setAside: string | null };

/**
 * Makes a station's database again from its journal, in a file beside it, and compares the two. Where it is to replace the
 * old one, that is kept in `set-aside/` and never deleted.
 * @param folder of a station that does not run: it is held meanwhile
 * @param now instant (ms), by which the old one is named
 */
export function rebuildStation(folder: string, { replace, now }: { replace: boolean; now: number }): RebuiltStation {
  const file = join(folder, 'station.db');
  if (!existsSync(file)) throw new PlainTrouble(`There is no station in ${folder}. Give the data folder of one.`);
  const hold = takeHold(folder);
  if (!hold) throw new PlainTrouble(`The station in ${folder} runs. Close it, then rebuild it.`);
  try {
    if (!replace) return { ...makeBeside(folder), setAside: null };
    return { ...remake(folder, now), file };
  } finally {
    hold.release();
  }
}
