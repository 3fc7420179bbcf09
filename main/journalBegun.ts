import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#domain/assert';
import type { Logger } from './log.ts';

const NOTE = 'A journal was begun in this folder. Where its station.db is empty or gone, the journal is lost.\n';

/**
 * Notes for good that a station's journal lies in a folder: an empty database is a lost one from then on, and not a new
 * one. What cannot be noted now is noted at the next start.
 */
export function noteJournalBegun(folder: string, log: Logger): void {
  if (existsSync(noteFile(folder))) return;
  try {
    writeFileSync(noteFile(folder), NOTE, { mode: 0o600, flush: true });
  } catch (error) {
    log.error('the disk cannot be written', { code: (error as NodeJS.ErrnoException).code });
  }
}

/**
 * Stops before a lost journal would be begun anew, from number one, over what could still be saved: SQLite takes an empty
 * file for a new database, and deletes what its log holds beside it.
 * @throws BrokenPromise where a journal was, and its database is empty or gone
 */
export function mustHoldJournal(folder: string): void {
  const file = join(folder, 'station.db');
  const size = sizeOf(file);
  assert(
    (size ?? 0) > 0 || !hadJournal(folder),
    `the journal of the station in ${folder} is lost: its station.db is ${size === null ? 'gone' : 'empty'}. Keep the folder as it is and call for help; a new station needs another folder`,
  );
}

/**
 * Whether a station's journal was ever in a folder. One from before the note was left shows it by what only an enrolled
 * station keeps, or by what SQLite has logged.
 */
export function hadJournal(folder: string): boolean {
  if (existsSync(noteFile(folder)) || existsSync(join(folder, 'secrets.json'))) return true;
  return ['station.db-wal', 'twin.jsonl'].some((name) => (sizeOf(join(folder, name)) ?? 0) > 0);
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

const noteFile = (folder: string) => join(folder, 'journal-begun');
