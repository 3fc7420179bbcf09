import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '#contract/answer';
import type { Output } from '#contract/contract';
import { createApp } from '#main/app';
import { askEnrolmentToken, sendLoad } from '#main/ledger/client';
import { fetchJournal } from '#main/ledger/fetchJournal';
import { sampleDistrict } from '#main/sample/district';
import { freePort } from '#main/start/freePort';
import { HALE } from '#test/support/everyCommand';
import { startPostgres } from '#test/support/postgres';
import { type FaultyLine, faultyLine } from './faultyLine.ts';
import { hostOf } from './liveOn.ts';
import { quietLife } from './lives.ts';
import { ADMIN_TOKEN, startService } from './service.ts';

/** A real ledger, a process on a real PostgreSQL server, behind a line that can be made bad. */
export type LedgerWorld = {
  line: FaultyLine;
  /** Makes the folder of a station of this ledger, which reaches it over the line. */
  enrol(series: string, folder: string): Promise<void>;
  /** SIGKILL for the service, which is started again. */
  killService(): Promise<void>;
  /** The database stops as by a power cut, and is started again. */
  crashDatabase(): void;
  /** The lines of a station's journal as the ledger exports them. */
  journalOf(series: string): Promise<string[]>;
  close(): Promise<void>;
};

const SETTLES_MS = 60_000;

/**
 * @param folder for its files, which whoever calls removes
 * @param env of the service
 */
export async function ledgerWorld(folder: string, env: NodeJS.ProcessEnv = {}): Promise<LedgerWorld> {
  mkdirSync(folder, { recursive: true });
  const cluster = await startPostgres();
  const port = await freePort();
  const office = { ledger: `http://127.0.0.1:${port}`, token: ADMIN_TOKEN };
  let service = await startService(cluster.url, port, env);
  await sendLoad(office, { ...districtFiles(folder), by: 'rig' });
  const line = await faultyLine(port);
  return {
    line,
    async enrol(series, station) {
      const { token } = await askEnrolmentToken(office, { series });
      await enrolAt(`http://127.0.0.1:${line.port}`, token, station);
    },
    async killService() {
      await service.end('SIGKILL');
      service = await startService(cluster.url, port, env);
    },
    crashDatabase() {
      cluster.crash();
      cluster.start();
    },
    async journalOf(series) {
      const file = join(folder, `${series}.jsonl`);
      await fetchJournal(office, { series }, file);
      return readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
    },
    async close() {
      line.close();
      await service.end('SIGTERM');
      cluster.stop();
    },
  };
}

/** The sample's district, with the one account of the turns. */
function districtFiles(folder: string) {
  const sealingKey = generateKeyPairSync('x25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const district = sampleDistrict('2026-11-23', sealingKey, randomBytes(32).toString('base64'));
  const files = {
    district: join(folder, 'district.json'),
    accounts: join(folder, 'accounts.csv'),
    charges: join(folder, 'charges.csv'),
  };
  writeFileSync(files.district, JSON.stringify({ ...district, paidOut: { maxCents: 5_000 } }));
  writeFileSync(
    files.accounts,
    `account,customer,service_address,mailing_address,parcel,phone,email,status,language,flags
${HALE},"Hale, Dorothea",118 Quarry Rd,,0418,360-555-0100,,active,en,\n`,
  );
  writeFileSync(
    files.charges,
    `account,kind,period,due,amount,fund,bars\n${HALE},service,Sep–Oct 2026,2026-11-30,86.40,401,3435001\n`,
  );
  return files;
}

/** Makes a folder a station, and waits until it knows its district. */
async function enrolAt(ledger: string, token: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const app = createApp(hostOf({ ...quietLife(folder), hasLedger: true }, Date.now));
  const door = app.connect();
  const ask = async <T>(name: string, input: object): Promise<T> => {
    const answer = (await door.call(name, input)) as Answer<T>;
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  try {
    await ask('enrolStation', { ledger, token });
    for (const until = Date.now() + SETTLES_MS; Date.now() < until; await sleep(20)) {
      const { state, sync } = await ask<Output<'station'>>('station', {});
      if (state === 'ready' && sync.state === 'online' && sync.accountsAsOf > 0) return;
    }
    throw new Error('the station did not come to know its district');
  } finally {
    await app.close();
  }
}
