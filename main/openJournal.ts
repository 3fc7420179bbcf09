import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStation, type StationDb } from '#db/station/open';
import type { Host } from './host.ts';
import { hadJournal, mustHoldJournal } from './journalBegun.ts';
import { quarantine } from './twin/quarantine.ts';

/** A database, and whether it was begun anew: all that it is to hold is still to come out of the twin. */
export type Opened = { db: StationDb; isBegunAnew: boolean };

/** What SQLite says of a file that is damaged, or no database at all. */
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;

/**
 * Opens a station's database. One that is damaged, empty or gone is set aside where the twin has its journal, and begun anew, to be
 * filled from there.
 * @throws where it cannot be opened durably, or is lost and there is no twin
 */
export function openJournal(host: Pick<Host, 'dataFolder' | 'now' | 'log'>, twin: string): Opened {
  const { dataFolder } = host;
  const file = join(dataFolder, 'station.db');
  const hasTwin = sizeOf(twin) > 0;
  if (!hasTwin) mustHoldJournal(dataFolder);
  if (hasTwin && sizeOf(file) === 0 && hadJournal(dataFolder)) return begunAnew(host, file, 'it was empty or gone');
  try {
    const db = openStation(file);
    if (isWhole(db, dataFolder)) return { db, isBegunAnew: false };
    db.$client.close();
  } catch (error) {
    if (!hasTwin || !isDamage(error)) throw error;
  }
  return begunAnew(host, file, 'it was damaged');
}

/** Whether SQLite said that its file is damaged. */
export function isDamage(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && DAMAGED.test(String(error.code));
}

/** The database was seen to be damaged: the next start looks at all of it before anybody works with it. */
export function noteDamage({ dataFolder, log }: Pick<Host, 'dataFolder' | 'log'>): void {
  try {
    writeFileSync(
      noteFile(dataFolder),
      'The database was seen to be damaged, and is to be checked at the next start.\n',
    );
  } catch (error) {
    log.error('the disk cannot be written', { code: (error as NodeJS.ErrnoException).code });
  }
}

function begunAnew(
  { dataFolder, now, log }: Pick<Host, 'dataFolder' | 'now' | 'log'>,
  file: string,
  why: string,
): Opened {
  const aside = quarantine(dataFolder, [file, `${file}-wal`, `${file}-shm`], now());
  rmSync(noteFile(dataFolder), { force: true });
  log.info('the database was set aside', { why, aside });
  return { db: openStation(file), isBegunAnew: true };
}

/** Cut short it shows at once; anything else is looked for where a fault was seen before. */
function isWhole(db: StationDb, dataFolder: string): boolean {
  const { $client: sqlite } = db;
  const read = (pragma: string) => sqlite.pragma(pragma, { simple: true });
  const log = sizeOf(join(dataFolder, 'station.db-wal'));
  const size = sizeOf(join(dataFolder, 'station.db'));
  if (log === 0 && size < Number(read('page_count')) * Number(read('page_size'))) return false;
  if (!existsSync(noteFile(dataFolder))) return true;
  if (read('quick_check') !== 'ok') return false;
  rmSync(noteFile(dataFolder));
  return true;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

const noteFile = (folder: string) => join(folder, 'database-damaged');
