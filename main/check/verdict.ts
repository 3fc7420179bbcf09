import { rmSync } from 'node:fs';
import { identity } from '#db/station/identity';
import { lastRow } from '#db/station/journalRows';
import { openStation, openToRead, type StationDb } from '#db/station/open';
import { rebuild } from '#db/station/rebuild/rebuild';
import { lookAtJournal } from '#db/station/soundness';
import { BrokenPromise } from '#domain/assert';
import { isDamage } from './isDamage.ts';

/**
 * What came of looking at a station's database. `sound`: nothing is wrong with it. `rows`: its journal is what was written,
 * and something that was made out of it is not. `journal`: an entry is not what was written, or cannot be read. `unknown`: it could not be looked at
 * now, on a full disk for example.
 */
export type Verdict = 'sound' | 'rows' | 'journal' | 'unknown';

/** Entries that are looked at in one piece. */
const PIECE = 500;
/** A longer journal is not made again row by row: that takes minutes. `npm run rebuild` does it when it is asked. */
const ROW_BY_ROW_MAX = 50_000;

/**
 * Looks at all of a station's database: its pages and indexes, every entry, and every row against what the journal makes of
 * it. What came down from the ledger, and settings, nothing here can tell. Reads alone, and takes its time: some
 * seconds for a year at a counter.
 * @param file of the database; a station may be at work on it
 */
export function verdictOn(file: string): Verdict {
  let db: StationDb | null = null;
  let isJournalRead = false;
  try {
    db = openToRead(file);
    if (!isJournalSound(db)) return 'journal';
    isJournalRead = true;
    if (db.$client.pragma('integrity_check', { simple: true }) !== 'ok') return 'rows';
    return areRowsSound(db, file) ? 'sound' : 'rows';
  } catch (error) {
    if (!isDamage(error) && !(error instanceof BrokenPromise)) return 'unknown';
    return isJournalRead ? 'rows' : 'journal';
  } finally {
    db?.$client.close();
  }
}

function isJournalSound(db: StationDb): boolean {
  for (let position = 0; ; ) {
    const looked = lookAtJournal(db, position, PIECE);
    if ('fault' in looked) return false;
    if (looked.through === position) return true;
    position = looked.through;
  }
}

/** Whoever records meanwhile makes rows differ that are sound: that is looked at another time. */
function areRowsSound(db: StationDb, file: string): boolean {
  const last = lastRow(db)?.position ?? 0;
  if (!identity(db) || last > ROW_BY_ROW_MAX) return true;
  const again = `${file}.check`;
  const remove = () => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${again}${end}`, { force: true });
  };
  remove();
  const fresh = openStation(again);
  try {
    const { differing } = rebuild(fresh, db, file);
    return differing === 0 || lastRow(db)?.position !== last;
  } finally {
    fresh.$client.close();
    remove();
  }
}
