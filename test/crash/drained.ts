import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStation } from '#db/station/open';
import { canonical, type Json } from '#domain/canonical';
import { exportJournal } from '#main/export/exportJournal';
import { checkStation } from './checkStation.ts';
import type { LedgerWorld } from './ledgerWorld.ts';
import { type Lives, quietLife } from './lives.ts';
import type { Oracle } from './oracle.ts';

/** The longest wait of a station for an answer, and the longest pause after it (s), and some to spare. */
const DRAINS_IN_MAX = 60;

/** The faults have stopped: everything is sent, and both sides hold the same. Answers how long it took (seconds). */
export async function drained(world: LedgerWorld, lives: Lives, station: string, oracle: Oracle): Promise<number> {
  const began = performance.now();
  const plan = { ...quietLife(station), again: oracle.toAskAgain(), hasLedger: true, drains: true };
  const { by, log } = await lives.live(plan, oracle.hear);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  if (by !== 0) oracle.faults.other.push(`it did not drain and ended by ${by}: ${log}`);
  if (seconds > DRAINS_IN_MAX) oracle.faults.other.push(`it drained in ${seconds} s`);
  const db = openStation(join(station, 'station.db'));
  const ours = join(station, '..', 'station.jsonl');
  await exportJournal(db, ours, 0);
  checkStation(db, oracle, null);
  db.$client.close();
  const own = readFileSync(ours, 'utf8').trimEnd().split('\n').slice(1);
  compare(own.map(inOneOrder), (await world.journalOf('W3')).map(inOneOrder), oracle);
  return seconds;
}

/** What is personal stands beside the text, and comes back from PostgreSQL with its names in another order. */
const inOneOrder = (line: string) => canonical(JSON.parse(line) as Json);

function compare(ours: readonly string[], theirs: readonly string[], { faults }: Oracle): void {
  const missing = ours.filter((line) => !theirs.includes(line));
  if (missing.length > 0) faults.lost.push(`${missing.length} of ${ours.length} are not at the ledger: ${missing[0]}`);
  if (theirs.length > ours.length)
    faults.doubled.push(`the ledger holds ${theirs.length} entries, the station ${ours.length}`);
  if (missing.length === 0 && theirs.some((line, place) => line !== ours[place]))
    faults.other.push('the ledger holds the journal in another order');
}
