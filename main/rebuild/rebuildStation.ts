import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identity } from '#db/station/identity';
import { openStation, type StationDb } from '#db/station/open';
import type { Compared } from '#db/station/rebuild/compare';
import { rebuild } from '#db/station/rebuild/rebuild';
import { assert } from '#domain/assert';
import { takeHold } from '#main/start/hold';
import { PlainTrouble } from '#main/trouble';
import { syncFolderOf } from '#main/twin/appendOnly';

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
    const rebuilt = join(folder, 'station.rebuilt.db');
    const found = makeAgain(folder, file, rebuilt);
    if (!replace) return { found, file: rebuilt, setAside: null };
    return { found, file, setAside: putInPlace(rebuilt, { folder, file, now }) };
  } finally {
    hold.release();
  }
}

function makeAgain(folder: string, file: string, rebuilt: string): Compared {
  // What a rebuild left here that was cut off, or that nobody put in its place.
  for (const end of ['', '-wal', '-shm']) rmSync(`${rebuilt}${end}`, { force: true });
  const old = openStation(file);
  try {
    if (!identity(old))
      throw new PlainTrouble(`The station in ${folder} was never enrolled, so it has no journal yet.`);
    const fresh = openStation(rebuilt);
    try {
      const found = rebuild(fresh, old, file);
      assertSound(fresh);
      return found;
    } finally {
      fresh.$client.close();
    }
  } finally {
    old.$client.close();
  }
}

function assertSound({ $client: sqlite }: StationDb): void {
  assert(sqlite.pragma('integrity_check', { simple: true }) === 'ok', 'the rebuilt database is damaged');
  const loose = sqlite.pragma('foreign_key_check') as unknown[];
  assert(loose.length === 0, 'a row of the rebuilt database belongs to nothing');
}

/** At no moment is there no database: the old one is kept by a second name before the new one takes its first. */
function putInPlace(rebuilt: string, { folder, file, now }: { folder: string; file: string; now: number }): string {
  assert(!existsSync(`${file}-wal`), 'another program has the station’s database open; close it and try again');
  const aside = join(folder, 'set-aside');
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const kept = join(aside, `${new Date(now).toISOString().replaceAll(':', '')}-station.db`);
  try {
    linkSync(file, kept);
  } catch (error) {
    // Some file systems know no second names.
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(file, kept);
  }
  syncFolderOf(kept);
  renameSync(rebuilt, file);
  syncFolderOf(file);
  return kept;
}
