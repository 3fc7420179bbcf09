import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SQL, sql } from 'drizzle-orm';
import type { LedgerDb, LedgerTx } from '#db/ledger/database';
import { migrate } from '#db/ledger/migrate';
import { openEmbedded } from '#db/ledger/openEmbedded';
import { openServer } from '#db/ledger/openServer';
import type { AccountDelta } from '#domain/account';
import type { BusinessDay } from '#domain/businessDay';
import type { DistrictFile } from '#domain/district';
import type { SealedEntry } from '#domain/entry';
import { publicKeyOf } from '#main/chain/ed25519';
import { newVerifier, type Verifier } from '#main/chain/pin';
import type { LedgerContext } from '#main/ledger/context';
import { enrolStation } from '#main/ledger/enrolStation';
import { feedPage } from '#main/ledger/feedPage';
import { issueEnrolmentToken } from '#main/ledger/issueEnrolmentToken';
import { loadDistrict } from '#main/ledger/loadDistrict';
import type { LoadReply } from '#main/ledger/officeWire';
import { receiveRun } from '#main/ledger/receiveRun';
import { sampleDistrict } from '#main/sample/district';
import { runDigest } from '#main/sync/signing';
import type { FeedRow, JournalReply } from '#main/sync/wire';
import { createJournal, type JournalBuilder } from './journalBuilder.ts';
import { createServerDatabase, TEST_DATABASE_URL } from './serverDatabase.ts';
import { newSeed } from './speaker.ts';

// Opening PGlite takes seconds on a busy machine. Benchmarks use this file too, without jest.
if (typeof jest !== 'undefined') jest.setTimeout(300_000);

/** The databases on which every test of the ledger runs: PGlite always, and a real server when there is one. */
export const STORES: ('PGlite' | 'PostgreSQL')[] = TEST_DATABASE_URL === '' ? ['PGlite'] : ['PGlite', 'PostgreSQL'];

const built = 'dist/blank-database.tar.gz';
/** The database with nothing in it that the build packs; null where nothing is built yet. */
export const BLANK_DATABASE = existsSync(built) ? built : null;

/** A database of the test file's own. `url` is null on PGlite. */
export type TestDatabase = { db: LedgerDb; url: string | null; drop(): Promise<void> };

/** Opens an empty database, migrated unless told otherwise. */
export async function openTestDatabase(store: 'PGlite' | 'PostgreSQL', migrated = true): Promise<TestDatabase> {
  const made = store === 'PGlite' ? await embedded() : await onServer();
  if (migrated) await migrate(made.db, 0);
  return made;
}

async function embedded(): Promise<TestDatabase> {
  const db = await openEmbedded(null, BLANK_DATABASE);
  return { db, url: null, drop: () => db.close() };
}

async function onServer(): Promise<TestDatabase> {
  const { url, drop } = await createServerDatabase();
  const db = await openServer(url, () => {});
  return {
    db,
    url,
    async drop() {
      await db.close();
      await drop();
    },
  };
}

/** Lines that a ledger logged. */
export type Logged = { level: 'info' | 'error'; what: string; facts: Record<string, unknown> };

export type TestContext = LedgerContext & { logged: Logged[]; at: { now: number } };

/** Hundreds of districts are loaded here with the same PINs: scrypt anew for each would take most of the time. */
const verifiers = new Map<string, Promise<Verifier>>();
function verifierOf(pin: string): Promise<Verifier> {
  const known = verifiers.get(pin) ?? newVerifier(pin, randomBytes);
  verifiers.set(pin, known);
  return known;
}

/** A context over a database, with a clock that stands still until it is moved. */
export function contextOf(db: LedgerDb, training = false): TestContext {
  const logged: Logged[] = [];
  const at = { now: Date.parse('2026-11-23T18:00:00Z') };
  return {
    db,
    training,
    now: () => at.now,
    random: (bytes) => randomBytes(bytes),
    verifierOf,
    log: {
      info: (what, facts = {}) => logged.push({ level: 'info', what, facts }),
      error: (what, facts = {}) => logged.push({ level: 'error', what, facts }),
    },
    logged,
    at,
  };
}

/** What the tests of one database have in hand: the database, and a ledger's context on it. */
export type OnStore = TestDatabase & { context: TestContext };

/**
 * Describes tests on each database, PGlite and the real server where there is one: opened before the first of them and
 * dropped after the last. `on` is filled by then, and not before.
 */
export function onEachStore(what: string, tests: (on: OnStore, store: (typeof STORES)[number]) => void): void {
  describe.each(STORES)(`${what} on %s`, (store) => {
    const on = {} as OnStore;
    beforeAll(async () => {
      const database = await openTestDatabase(store);
      Object.assign(on, database, { context: contextOf(database.db) });
    });
    afterAll(() => on.drop());
    tests(on, store);
  });
}

let districts = 0;

/** Each test has a district of its own: that keeps tests apart in one database as it keeps customers apart. */
export function newDistrictMark(): string {
  districts += 1;
  return `test-${districts}-${randomBytes(3).toString('hex')}`;
}

const sealingKey = generateKeyPairSync('x25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

/** The sample's district under another mark, with one person. */
export function districtFile(district: string, over: Partial<DistrictFile> = {}): DistrictFile {
  const sample = sampleDistrict('2026-11-23', sealingKey, Buffer.alloc(32, 7).toString('base64'));
  return { ...sample, people: sample.people.filter((person) => person.person === 'm.ortiz'), district, ...over };
}

export const ACCOUNT_HEADER =
  'account,customer,service_address,mailing_address,parcel,phone,email,status,language,flags';
export const CHARGE_HEADER = 'account,kind,period,due,amount,fund,bars';

export const accountsCsv = (...rows: string[]) => `${[ACCOUNT_HEADER, ...rows].join('\n')}\n`;
export const chargesCsv = (...rows: string[]) => `${[CHARGE_HEADER, ...rows].join('\n')}\n`;
/** A row of accounts.csv for an account and its customer. */
export const accountRow = (account: string, customer = 'Ann Lee') =>
  `${account},${customer},118 Quarry Rd,,0418,360-555-0100,,active,en,`;
/** A row of charges.csv for sewer service. */
export const chargeRow = (account: string, amount: string, period = 'Sep–Oct 2026', due = '2026-11-20') =>
  `${account},service,${period},${due},${amount},401,3435001`;

export type Files = {
  district: string;
  accounts: string;
  charges: string;
  bars?: string;
  barsFunds?: string;
  withdrawMissing?: boolean;
  isNewDistrict?: boolean;
};

/** Loads files given as text, as the service does after they have arrived. */
export async function loadText(context: LedgerContext, files: Files): Promise<LoadReply> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-files-'));
  const spooled = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return { path: join(folder, name), digest: createHash('sha256').update(text).digest('hex') };
  };
  try {
    return await loadDistrict(context, {
      district: spooled('district', files.district),
      accounts: spooled('accounts', files.accounts),
      charges: spooled('charges', files.charges),
      bars: files.bars === undefined ? null : spooled('bars', files.bars),
      barsFunds: files.barsFunds === undefined ? null : spooled('barsFunds', files.barsFunds),
      by: 'test',
      withdrawMissing: files.withdrawMissing ?? false,
      isNewDistrict: files.isNewDistrict ?? true,
      remove: async () => {},
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A district with two accounts that owe, a station of it, and its journal. */
export type TestStation = {
  district: string;
  key: { district: string; series: string; epoch: number };
  /** With what it signs. */
  seed: string;
  journal: JournalBuilder;
  /** Sends entries of the journal, by default all of them. */
  send(entries?: SealedEntry[]): Promise<Omit<JournalReply, 'run'>>;
  /** Everything that comes down after a cursor, page by page. */
  feed(after?: string): Promise<FeedRow[]>;
  account(accountNumber: string): Promise<AccountDelta>;
};

export const FIRST = '40-11872-03';
export const SECOND = '40-20000-01';

/** Loads a small district: {@link FIRST} owes 86.40 and 12.10, {@link SECOND} owes 50.00. */
export async function createTestStation(
  context: LedgerContext,
  about: { series?: string; district?: string; day?: BusinessDay } = {},
): Promise<TestStation> {
  const district = about.district ?? newDistrictMark();
  if (about.district === undefined) {
    await loadText(context, {
      district: JSON.stringify(districtFile(district)),
      accounts: accountsCsv(accountRow(FIRST, 'Nguyen Thi Lan'), accountRow(SECOND, 'Ivan Petrov')),
      charges: chargesCsv(
        chargeRow(FIRST, '86.40'),
        chargeRow(FIRST, '12.10', 'Jul–Aug 2026', '2026-09-20'),
        chargeRow(SECOND, '50.00'),
      ),
    });
  }
  const series = about.series ?? 'W3';
  const issued = await issueEnrolmentToken(context, { series, district });
  const seed = newSeed();
  const enrolled = await enrolStation(context, { token: issued.token, publicKey: publicKeyOf(seed) });
  const key = { district, series, epoch: enrolled.epoch };
  const journal = createJournal({
    ...{ ...key, funds: districtFile(district).funds },
    ...(about.day === undefined ? {} : { day: about.day }),
  });
  const feed = async (after = '') => {
    const rows: FeedRow[] = [];
    for (let cursor = after; ; ) {
      const page = await feedPage(context, key, cursor);
      rows.push(...page.rows);
      if (page.complete) return rows;
      cursor = page.cursor;
    }
  };
  return {
    district,
    key,
    seed,
    journal,
    async send(entries = journal.entries) {
      const { run, ...reply } = await receiveRun(context, key, { epoch: key.epoch, entries });
      if (run !== runDigest(entries)) throw new Error('the answer is about another run');
      return reply;
    },
    feed,
    async account(accountNumber) {
      const row = (await feed()).find((one) => one.kind === 'account' && one.account.accountNumber === accountNumber);
      if (row?.kind !== 'account') throw new Error(`the feed has no account ${accountNumber}`);
      return row.account;
    },
  };
}

/** Reads rows straight from the tables, within one district. */
export function rowsOf<Row>(db: LedgerDb, district: string, query: SQL): Promise<Row[]> {
  return db.inDistrict(district, 'read', (tx: LedgerTx) => tx.rows<Row>(query));
}

/** How many rows a table holds of a district. */
export async function countOf(db: LedgerDb, district: string, table: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    db,
    district,
    sql`SELECT count(*)::integer AS n FROM ${sql.identifier(table)}`,
  );
  return row?.n ?? 0;
}
