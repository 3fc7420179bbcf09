import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { openEmbedded } from '#db/ledger/openEmbedded';
import { openServer } from '#db/ledger/openServer';
import type { BusinessDay } from '#domain/businessDay';
import { FirstPerson } from '#domain/district';
import { readDayReport } from '#main/ledger/client';
import type { DayReport } from '#main/ledger/officeWire';
import { freePort } from '#main/start/freePort';
import { createServerDatabase, TEST_DATABASE_URL } from '#test/support/serverDatabase';
import { type Program, runWell, startLedgerProgram, startProgram } from './programs.ts';

/** A central ledger with the sample district in it, and the folder in which all of a journey lies. */
export type Office = {
  url: string;
  /** Everything of this journey; removed when the office closes. */
  folder: string;
  /** First PINs by person. */
  pins: ReadonlyMap<string, string>;
  /** Ends the ledger's process, kindly or not. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>;
  report(day: BusinessDay): Promise<DayReport>;
  /** The same as a page of text, by its own program. */
  reportInWords(day: BusinessDay): Promise<string>;
  /** Reads in its database, once the ledger has ended. */
  read<Row>(query: string): Promise<Row[]>;
  close(): Promise<void>;
};

/** The folder of the ledger, inside the journey's. */
const ledgerFolder = (folder: string) => join(folder, 'ledger');

/**
 * Writes the files of a small sample district, starts a ledger, and loads them. It keeps its books on the real server
 * where there is one, which is the sooner done; otherwise in a folder.
 */
export async function openOffice(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-journey-'));
  const port = String(await freePort());
  const database = TEST_DATABASE_URL === '' ? null : await createServerDatabase();
  const address = database?.url ?? null;
  const serve = () => startLedgerProgram(address, '--port', port, '--data', ledgerFolder(folder));
  const sample = join(folder, 'sample');
  // One program after the other: where nothing is built yet, the first one builds.
  await runWell('sample', '--accounts', '400', '--to', sample);
  let running: Program | null = await serve();
  const close = async () => {
    await running?.end('SIGTERM');
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  const { url } = running;
  const token = readFileSync(join(ledgerFolder(folder), 'admin-token'), 'utf8').trim();
  const to = ['--to', url, '--token', token];
  const files = ['district.json', 'accounts.csv', 'charges.csv'].map((file) => join(sample, file));
  await runWell('ledgerLoad', ...to, ...files).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    url,
    folder,
    pins: pinsOf(join(sample, 'district.json')),
    async stop(signal) {
      await running?.end(signal);
      running = null;
    },
    async restart() {
      running = await serve();
    },
    report: (day) => readDayReport({ ledger: url, token }, { day }),
    reportInWords: (day) => runWell('ledgerReport', ...to, '--day', day),
    read: (query) => readIn(folder, address, query),
    close,
  };
}

async function readIn<Row>(folder: string, address: string | null, query: string): Promise<Row[]> {
  const embedded = join(ledgerFolder(folder), 'postgres');
  const db = await (address === null ? openEmbedded(embedded, null) : openServer(address, () => {}));
  return db.asOwner((tx) => tx.query<Row>(query)).finally(() => db.close());
}

/**
 * A real station of the office, served to a browser: its process, and its data folder.
 * @param machine another one than that on which the series was enrolled before
 */
export async function openStation(
  office: Office,
  series: string,
  machine = series,
): Promise<Program & { data: string }> {
  const data = join(office.folder, machine);
  const token = readFileSync(join(ledgerFolder(office.folder), 'admin-token'), 'utf8').trim();
  const said = await runWell('ledgerEnrol', '--to', office.url, '--token', token, '--series', series);
  const enrol = /--enrol (\S+)/.exec(said)?.[1] ?? '';
  const flags = ['--web', '--no-open', '--data', data, '--ledger', office.url, '--enrol', enrol];
  return { ...(await startProgram('start', ...flags)), data };
}

function pinsOf(district: string): Map<string, string> {
  const { people } = z.object({ people: z.array(FirstPerson) }).parse(JSON.parse(readFileSync(district, 'utf8')));
  return new Map(people.map(({ person, firstPin }) => [person, firstPin]));
}
