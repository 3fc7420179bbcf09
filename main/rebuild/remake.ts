import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identity } from '#db/station/identity';
import { openStation, type StationDb } from '#db/station/open';
import type { Compared } from '#db/station/rebuild/compare';
import { rebuild } from '#db/station/rebuild/rebuild';
import { assert } from '#domain/assert';
import { PlainTrouble } from '#main/trouble';
import { syncFolderOf } from '#main/twin/appendOnly';

/** The database of a station that nobody else has open, made again from its journal in a file beside it, and how the two compare. */
export function makeBeside(folder: string): { found: Compared; file: string } {
  const rebuilt = join(folder, 'station.rebuilt.db');
  return { found: makeAgain(folder, join(folder, 'station.db'), rebuilt), file: rebuilt };
}

/**
 * The same, put in its place; the one before is kept in `set-aside/` and never deleted.
 * @param now instant (ms), by which it is named
 */
export function remake(folder: string, now: number): { found: Compared; setAside: string } {
  const { found, file: rebuilt } = makeBeside(folder);
  return { found, setAside: putInPlace(rebuilt, { folder, file: join(folder, 'station.db'), now }) };
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
