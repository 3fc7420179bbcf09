import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Output } from '#contract/contract';
import { openServer } from '#db/ledger/openServer';
import { ReportName } from '#domain/report';
import { newVerifier } from '#main/chain/pin';
import { exportGl, openAnswer, readDayReport } from '#main/ledger/client';
import type { LedgerContext } from '#main/ledger/context';
import { officeCall } from '#main/ledger/office/officeCall';
import { freePort } from '#main/start/freePort';
import { startPostgres } from '#test/support/postgres';
import { newFolder, removeFolder } from './benchStation.ts';
import { writeBatches } from './ledgerBatches.ts';
import { connect } from './ledgerTables.ts';
import { DAYS, dayOfYear, STATIONS, writeYear } from './ledgerYear.ts';
import { type Measure, median, ROUNDS, rounded, took } from './measures.ts';
import { databaseAt, loadSample, officeOf, startLedger, undoing } from './realLedger.ts';
import { memoryOf } from './startedStation.ts';

const LIMIT_MB = 100;
const LIMIT_MS = 500;
const REPORTS = 21;
const DISTRICT = 'quarry-bay';
const SILENT = { info() {}, error() {} };

type Year = {
  office: ReturnType<typeof officeOf>;
  memory: () => { now: number; most: number };
  /** The longest (ms) that anybody else waits for the office's chain until something is done. */
  waits: (until: Promise<unknown>) => Promise<number>;
  madeIn: number;
  /** The address of its database, and the connection of its owner, which wrote the year. */
  ours: string;
  owner: pg.Client;
};

/**
 * The extra memory of the ledger's process, which alone holds more than a row of it, while a year of 400,000 receipts
 * goes out to the general ledger: exported, made again and sent.
 */
export function glExport(): Promise<Measure> {
  return withYear(async ({ office, memory, waits, madeIn }) => {
    await readDayReport(office, { day: dayOfYear(0), district: DISTRICT });
    const before = memory().now;
    const asked = { commandId: randomUUID(), by: 'e.lindqvist', through: dayOfYear(DAYS - 1), layout: 'batch' };
    let exported = { number: 0, lines: 0, sha256: '' };
    let waited = 0;
    const made = await took(async () => {
      const exporting = exportGl(office, asked);
      waited = await waits(exporting);
      exported = await exporting;
    });
    let bytes = 0;
    const sent = await took(async () => {
      const hash = createHash('sha256');
      for await (const chunk of await openAnswer(office, `/v1/gl/${exported.number}`)) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      if (hash.digest('hex') !== exported.sha256) throw new Error('the export is not what went out');
    });
    return {
      measure: 'gl_export',
      ours: rounded(memory().most - before),
      limit: LIMIT_MB,
      unit: 'MB',
      lines: exported.lines,
      bytes,
      export_seconds: rounded(made / 1_000),
      others_wait_seconds: rounded(waited / 1_000),
      sent_seconds: rounded(sent / 1_000),
      data_seconds: rounded(madeIn / 1_000),
    };
  });
}

/** The report of a day out of that year, at the ledger: asked through its door as finance asks it. */
export function dayReports(): Promise<Measure> {
  return withYear(async ({ office, madeIn }) => {
    const times: number[] = [];
    for (let place = 0; place < REPORTS; place += 1) {
      const day = dayOfYear(Math.floor((place * DAYS) / REPORTS));
      times.push(await took(() => readDayReport(office, { day, district: DISTRICT })));
    }
    return {
      measure: 'day_report',
      ours: rounded(median(times)),
      limit: LIMIT_MS,
      unit: 'ms',
      slowest: rounded(Math.max(...times)),
      data_seconds: rounded(madeIn / 1_000),
    };
  });
}

/** The day as its screen asks for it, with its tie: out of that year, every drawer of which was deposited. */
export function daysSeen(): Promise<Measure> {
  return withOffice(async (ask, madeIn) => {
    const times: number[] = [];
    for (let place = 0; place < REPORTS; place += 1) {
      const day = dayOfYear(Math.floor((place * DAYS) / REPORTS));
      times.push(await took(async () => isTied((await ask('day', { day })) as Output<'day'>)));
    }
    return {
      measure: 'day_seen',
      ours: rounded(median(times)),
      limit: LIMIT_MS,
      unit: 'ms',
      slowest: rounded(Math.max(...times)),
      data_seconds: rounded(madeIn / 1_000),
    };
  });
}

/**
 * All reports of that whole year: the first page of each, median, of which the slowest counts. `half_counted`: the slowest
 * while a drawer of long ago is left out of every amount.
 */
export function yearReports(): Promise<Measure> {
  return withOffice(async (ask, madeIn, uncount) => {
    const medians = await mediansOf(ask);
    await uncount(`${STATIONS[0]}-B${String(DAYS - HALF_COUNTED_DAYS).padStart(4, '0')}`);
    return {
      measure: 'year_reports',
      ours: Math.max(...Object.values(medians)),
      limit: LIMIT_MS,
      unit: 'ms',
      ...medians,
      half_counted: Math.max(...Object.values(await mediansOf(ask))),
      data_seconds: rounded(madeIn / 1_000),
    };
  });
}

/** So many days before the last, a drawer is half counted. */
const HALF_COUNTED_DAYS = 60;

async function mediansOf(ask: Ask): Promise<Partial<Record<ReportName, number>>> {
  const medians: Partial<Record<ReportName, number>> = {};
  for (const report of ReportName.options) {
    const times: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1)
      times.push(await took(() => ask('report', { report, from: dayOfYear(0), to: dayOfYear(DAYS - 1) })));
    medians[report] = rounded(median(times));
  }
  return medians;
}

type Ask = (call: string, input: object) => Promise<unknown>;

/** What finance asks at a station, out of that year with all that became of its drawers; `uncount` takes one count away. */
function withOffice(
  measured: (ask: Ask, madeIn: number, uncount: (batch: string) => Promise<void>) => Promise<Measure>,
): Promise<Measure> {
  return withYear(async ({ ours, owner, madeIn }) => {
    await writeBatches(owner, DISTRICT);
    const db = await openServer(ours, () => {});
    const context: LedgerContext = {
      ...{ db, training: false, random: randomBytes, verifierOf: (pin) => newVerifier(pin, randomBytes), log: SILENT },
      now: () => Date.parse(`${dayOfYear(DAYS - 1)}T18:00:00Z`),
    };
    const station = { district: DISTRICT, series: STATIONS[0], epoch: 1 };
    const ask = (call: string, input: object) =>
      officeCall(context, station, { call, person: 'e.lindqvist', approval: null, input: { ...input } });
    const figures = await measured(ask, madeIn, (batch) => uncounted(owner, batch));
    await db.close();
    return figures;
  });
}

/** Takes away what the office counted of a batch, which the database lets nobody do but its owner, beside its triggers. */
async function uncounted(owner: pg.Client, batch: string): Promise<void> {
  await owner.query('SET session_replication_role = replica');
  const gone = await owner.query("DELETE FROM handoff_steps WHERE batch = $1 AND step = 'counted'", [batch]);
  await owner.query('SET session_replication_role = origin');
  if (!gone.rowCount) throw new Error(`nothing of ${batch} was counted`);
}

/** What is measured is a whole day: every drawer told, and every cent at the bank. */
function isTied({ drawers, tie, breaks }: Output<'day'>): void {
  const isWhole = drawers.length === STATIONS.length && tie.length === 3;
  const broken = breaks.filter(({ why }) => why !== 'clearing');
  if (!isWhole || broken.length > 0)
    throw new Error(`the day is not tied: ${drawers.length} drawers, ${JSON.stringify([...tie, ...broken])}`);
}

function withYear(measured: (year: Year) => Promise<Measure>): Promise<Measure> {
  return undoing(async (later) => {
    const folder = later(newFolder(), removeFolder);
    const cluster = later(await startPostgres(), (it) => it.stop());
    const admin = later(await connect(cluster.url), (it) => it.end());
    await admin.query('CREATE DATABASE ours');
    const ours = databaseAt(cluster.url, 'ours');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const before = later(await startLedger(ours, port), (it) => it.end());
    await loadSample(url, folder, 100);
    await before.end();
    const owner = later(await connect(ours), (it) => it.end());
    const madeIn = await took(() => writeYear(owner, DISTRICT));
    const ledger = later(await startLedger(ours, port), (it) => it.end());
    const waits = (until: Promise<unknown>) => longestWait(owner, until);
    return measured({ office: officeOf(url), memory: () => memoryOf(ledger.pid), waits, madeIn, ours, owner });
  });
}

/** Takes the office's chain again and again, as its commands do, and lets it go at once. */
async function longestWait(owner: pg.Client, until: Promise<unknown>): Promise<number> {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  until.then(done, done);
  let longest = 0;
  while (!isDone) {
    await owner.query('BEGIN');
    const chain = 'SELECT FROM stations WHERE district_id = $1 AND series = $2 FOR UPDATE';
    longest = Math.max(longest, await took(() => owner.query(chain, [DISTRICT, 'L'])));
    await owner.query('ROLLBACK');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return longest;
}
