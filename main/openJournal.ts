import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identity } from '#db/station/identity';
import { headOf } from '#db/station/journal';
import { lastRow } from '#db/station/journalRows';
import { openStation, type StationDb } from '#db/station/open';
import { lookAtJournal } from '#db/station/soundness';
import { syncState } from '#db/station/syncState';
import { isDamage } from './check/isDamage.ts';
import { type Verdict, verdictOn } from './check/verdict.ts';
import type { Host } from './host.ts';
import { hadJournal, mustHoldJournal } from './journalBegun.ts';
import { remake } from './rebuild/remake.ts';
import { PlainTrouble } from './trouble.ts';
import { quarantine } from './twin/quarantine.ts';

/** A database, and whether it was begun anew: all that it is to hold is still to come out of the twin. */
export type Opened = { db: StationDb; isBegunAnew: boolean };

/** Entries that every start looks at: the last of them, and what the ledger does not have, up to so many. */
const LAST = 500;
const UNSENT_MAX = 5_000;

/**
 * Opens a station's database. One whose journal is damaged, empty or gone is set aside where the twin has it, and begun anew, to be
 * filled from there; one of which only something else is damaged is made again from its own journal.
 * @throws where it cannot be opened durably, or is lost and there is no twin
 */
export function openJournal(host: Pick<Host, 'dataFolder' | 'now' | 'log'>, twin: string): Opened {
  const { dataFolder } = host;
  const file = join(dataFolder, 'station.db');
  const hasTwin = sizeOf(twin) > 0;
  if (!hasTwin) mustHoldJournal(dataFolder);
  if (hasTwin && sizeOf(file) === 0 && hadJournal(dataFolder)) return begunAnew(host, file, 'it was empty or gone');
  try {
    const { db, verdict } = openedAndLookedAt(dataFolder, file);
    if (verdict === 'sound') return { db, isBegunAnew: false };
    db.$client.close();
    if (verdict === 'rows') return { db: madeAgain(host, file), isBegunAnew: false };
  } catch (error) {
    if (!hasTwin || !isDamage(error)) throw error;
  }
  if (hasTwin) return begunAnew(host, file, 'it was damaged');
  throw new PlainTrouble(
    `The journal in ${file} is damaged, and there is no second copy of it. Take no money here; keep the folder as it is and call for help.`,
  );
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

function openedAndLookedAt(dataFolder: string, file: string): { db: StationDb; verdict: Verdict } {
  const db = openStation(file);
  try {
    const size = sizeOf(file);
    const log = sizeOf(`${file}-wal`);
    const page = pragma(db, 'page_size');
    if (log === 0 && size < pragma(db, 'page_count') * page) return { db, verdict: 'journal' };
    const isInDoubt = existsSync(noteFile(dataFolder)) || size % page !== 0;
    const verdict = isInDoubt ? verdictOn(file) : 'unknown';
    if (verdict === 'sound') rmSync(noteFile(dataFolder), { force: true });
    if (verdict !== 'unknown') return { db, verdict };
    return { db, verdict: isTailSound(db) ? 'sound' : 'journal' };
  } catch (error) {
    db.$client.close();
    throw error;
  }
}

/** All of it is looked at while the station is at work; at once, what is nowhere else yet, and what comes next is chained to. */
function isTailSound(db: StationDb): boolean {
  const last = lastRow(db)?.position ?? 0;
  const self = identity(db);
  const unsent = self ? headOf(db, self.epoch).sequence - (syncState(db)?.acknowledgedSequence ?? 0) : 0;
  const count = Math.min(last, Math.max(LAST, Math.min(unsent, UNSENT_MAX)));
  return !('fault' in lookAtJournal(db, last - count, count));
}

/** What is not of the journal is taken over, and the old file is kept. */
function madeAgain({ dataFolder, now, log }: Pick<Host, 'dataFolder' | 'now' | 'log'>, file: string): StationDb {
  const { setAside } = remake(dataFolder, now());
  rmSync(noteFile(dataFolder), { force: true });
  log.info('the database was made again from its journal', { aside: setAside });
  return openStation(file);
}

function pragma({ $client: sqlite }: StationDb, name: string): number {
  return Number(sqlite.pragma(name, { simple: true }));
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

const noteFile = (folder: string) => join(folder, 'database-damaged');
