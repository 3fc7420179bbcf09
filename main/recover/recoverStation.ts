import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { startContact } from '#db/station/contact';
import { enrolledAnew, type Identity, identity } from '#db/station/identity';
import { openStation, type StationDb, writing } from '#db/station/open';
import { startSync } from '#db/station/syncState';
import { sentenceOf } from '#domain/refusal';
import { publicKeyOf } from '#main/chain/ed25519';
import type { Host } from '#main/host';
import { hadJournal, noteJournalBegun } from '#main/journalBegun';
import { mustTellFormer } from '#main/sync/former';
import { enrol } from '#main/sync/ledgerClient';
import { enrolmentTokenParts } from '#main/sync/signing';
import { keyToEnrolWith } from '#main/sync/stationKey';
import { PlainTrouble } from '#main/trouble';
import { fillFrom } from './fill.ts';

/** What a lost workstation is made again from: its second copy, and an enrolment token of its series at its ledger. */
export type Lost = { twin: string; ledger: string; token: string };
/** What came of it. */
export type RecoveredStation = { series: string; epoch: number; entries: number };

/** Where a station is made until it is whole: a start in the folder that was named finds none before that. */
export const unfinishedFolder = (folder: string) => `${folder}.unfinished`;

/**
 * Looks whether a workstation can be made again in a folder, before anything is spent.
 * @throws PlainTrouble where there is a station already, no second copy, or no token
 */
export function mustBeFree(folder: string, { twin, token }: Lost): void {
  if (existsSync(join(folder, 'station.db')) || hadJournal(folder))
    throw new PlainTrouble(`There is a station in ${folder} already. Give --data a new folder.`);
  if (!existsSync(twin)) throw new PlainTrouble(`${twin} is not there. Name the twin.jsonl of the lost workstation.`);
  if (!enrolmentTokenParts(token)) throw new PlainTrouble(sentenceOf('enrolment_refused', {}));
}

/**
 * Makes a lost workstation again out of its second copy, which is only read, and enrols it into the next epoch of its
 * series. Broken off anywhere, the same again goes on: the token is good once, and for the key that used it.
 * @param host its data folder is the unfinished one
 * @throws PlainTrouble where the second copy is damaged, or of another district than the token
 */
export async function recoverStation(host: Host, lost: Lost): Promise<RecoveredStation> {
  const { dataFolder } = host;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const twin = join(dataFolder, 'twin.jsonl');
  const file = join(dataFolder, 'station.db');
  const db = openStation(file);
  try {
    const entries = identity(db) ? countOf(db) : fillFrom(db, copied(lost.twin, twin));
    const self = identity(db);
    if (!self) throw new PlainTrouble(`${lost.twin} is no second copy of a station. Name its twin.jsonl.`);
    return { entries, ...(await enrolNext(host, db, self, lost)) };
  } finally {
    db.$client.close();
  }
}

/** A copy made anew for each try: the one of a try before may be of a file that was damaged, and has lost its torn line. */
function copied(from: string, to: string): string {
  copyFileSync(from, `${to}.part`);
  renameSync(`${to}.part`, to);
  return to;
}

const countOf = (db: StationDb) => Number(db.$client.prepare('SELECT count(*) FROM entries').pluck().get());

async function enrolNext(
  host: Host,
  db: StationDb,
  { district, series, epoch: former }: Identity,
  { ledger, token }: Lost,
): Promise<{ series: string; epoch: number }> {
  const meant = enrolmentTokenParts(token)?.district;
  if (meant !== district)
    throw new PlainTrouble(`The second copy is of ${district}, the token of ${meant}. Issue one for ${series} there.`);
  const seed = await keyToEnrolWith(host);
  const { ledgerKey, token: first, ...as } = await enrol({ url: ledger, fetch: host.fetch }, token, seed, series);
  writing(db, (tx) => {
    enrolledAnew(tx, { ...as, stationToken: '', ledgerUrl: ledger, enrolledAt: host.now() });
    startSync(tx, as.epoch);
    startContact(tx, { publicKey: publicKeyOf(seed), ledgerKey, token: first });
    mustTellFormer(tx, former);
  });
  noteJournalBegun(host.dataFolder, host.log);
  return { series: as.series, epoch: as.epoch };
}
