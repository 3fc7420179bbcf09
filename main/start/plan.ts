import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { hadJournal } from '#main/journalBegun';
import { usualDataFolder } from './dataFolder.ts';
import type { StartOptions } from './options.ts';

/** What a start is going to be, decided before anything is opened. */
export type Plan = {
  folder: string;
  /** A training station has its own ledger beside it. */
  kind: 'training' | 'station';
};

/** Folder of a training station's own ledger, inside its data folder. Where it is, the station is one for training. */
export const ledgerFolder = (folder: string) => join(folder, 'ledger');
/** Folder of the sample district's files. */
export const sampleFolder = (folder: string) => join(folder, 'sample');
/** The station's database, made by the app. */
const stationFile = (folder: string) => join(folder, 'station.db');

/**
 * Decides what kind of station this start is. A folder that began as a training station stays one, and the other way
 * round, so that training and real money never share a journal. What does not fit comes back as one sentence.
 */
export function planStart(options: StartOptions, env: NodeJS.ProcessEnv): Plan | { wrong: string } {
  const asked = options.ledgerUrl === null ? 'training' : 'station';
  const machine = { platform: process.platform, home: homedir(), env };
  const folder = resolve(options.folder ?? usualDataFolder(asked, machine));
  if (existsSync(ledgerFolder(folder))) {
    if (asked === 'station')
      return { wrong: `${folder} holds a training station. Give --data another folder for a station of a ledger.` };
    return { folder, kind: 'training' };
  }
  if (asked === 'training' && (existsSync(stationFile(folder)) || hadJournal(folder)))
    return { folder, kind: 'station' };
  return { folder, kind: asked };
}
