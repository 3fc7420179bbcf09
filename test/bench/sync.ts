import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { headOf } from '#db/station/journal';
import { openStation, type StationDb, writing } from '#db/station/open';
import { syncState } from '#db/station/syncState';
import { seededChance } from '#main/sample/chance';
import { freePort } from '#main/start/freePort';
import { startPostgres } from '#test/support/postgres';
import { type BenchStation, newFolder, openDrawerOf, removeFolder, signIn, startApp } from './benchStation.ts';
import { bulkInto, slipsPrinted, somePayment } from './bulk.ts';
import { connect, insertBare, rowsBetween } from './ledgerTables.ts';
import { alternating, type Measure, rounded, took } from './measures.ts';
import { accountsOwing } from './payments.ts';
import { databaseAt, enrolmentToken, loadSample, startLedger, undoing } from './realLedger.ts';

const RECEIPTS = 10_000;
const ACCOUNTS = 5_000;
const ENTRIES_AT_ONCE = 1_000;
const ROUNDS = 5;

/**
 * 10,000 unsent receipts through the link, the shipper and the service, which runs as a process of its own, to a real
 * PostgreSQL server; against bare INSERTs of the very rows that result into a copy of the same database on the same server.
 */
export function sync(): Promise<Measure> {
  return undoing(async (later) => {
    const folder = later(newFolder(), removeFolder);
    const cluster = later(await startPostgres(), (it) => it.stop());
    const [ours, floor] = [databaseAt(cluster.url, 'ours'), databaseAt(cluster.url, 'floor')];
    const admin = later(await connect(cluster.url), (it) => it.end());
    await admin.query('CREATE DATABASE ours');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const before = later(await startLedger(ours, port), (it) => it.end());
    await loadSample(url, folder, ACCOUNTS);
    const station = later(startApp(join(folder, 'station'), fetch), (it) => it.close());
    await station.ask('enrolStation', { ledger: url, token: await enrolmentToken(url) });
    await settled(station);
    await signIn(station);
    await before.end();
    // A database is copied only while nobody is connected to it.
    await admin.query('CREATE DATABASE floor TEMPLATE ours');
    later(await startLedger(ours, port), (it) => it.end());
    const from = later(await connect(ours), (it) => it.end());
    const to = later(await connect(floor), (it) => it.end());
    return measured(station, from, to);
  });
}

async function measured(station: BenchStation, ours: pg.Client, floor: pg.Client): Promise<Measure> {
  const db = openStation(join(station.folder, 'station.db'));
  const drawer = await openDrawerOf(station);
  const copied = { to: 0 };
  await sent(station, db);
  await copy(ours, floor, db, copied);
  const figures = await alternating(
    {
      ours: async () => {
        write(db, drawer);
        const ms = await took(async () => {
          const all = sent(station, db);
          // The last receipt comes through the door, as every receipt does, and wakes the link.
          await station.tell('takePayment', somePayment(drawer, lastAccount(db), 0, seededChance(1)));
          await all;
        });
        await settled(station);
        return ms;
      },
      floor: () => copy(ours, floor, db, copied),
    },
    ROUNDS,
  );
  db.$client.close();
  return {
    measure: 'sync_10k',
    ours: rounded(figures.ours),
    floor: rounded(figures.floor),
    ratio: rounded(figures.ours / figures.floor),
    limit: 4,
    unit: 'ms',
  };
}

/** Writes all but one of the receipts, unsent. */
function write(db: StationDb, drawer: string): void {
  const head = headOf(db, 1).sequence;
  const chance = seededChance(head);
  const accounts = accountsOwing(db.$client.name, ACCOUNTS);
  const bulk = bulkInto(db);
  writing(db, (tx) => {
    for (let place = 1; place < RECEIPTS; place++)
      bulk.tell('takePayment', somePayment(drawer, chance.pick(accounts), place, chance), { at: Date.now() });
    slipsPrinted(tx);
  });
}

function lastAccount(db: StationDb): string {
  return accountsOwing(db.$client.name, 1)[0] ?? '';
}

/** Resolves when the ledger has acknowledged everything that there is then. */
function sent(station: BenchStation, db: StationDb): Promise<void> {
  const isSent = () => syncState(db)?.acknowledgedSequence === headOf(db, 1).sequence;
  return new Promise((resolve) => {
    const stop = station.listen(({ topics }) => {
      if (!topics.includes('sync') || !isSent()) return;
      stop();
      resolve();
    });
    if (isSent()) {
      stop();
      resolve();
    }
  });
}

/** Waits until the accounts that were paid have come down again, so that nobody works while the floor is measured. */
async function settled(station: BenchStation): Promise<void> {
  const since = Date.now();
  while ((await station.ask('station', {})).sync.accountsAsOf < since) await sleep(20);
}

/** Writes into the floor what it does not have yet, and answers how long the writing took. */
async function copy(ours: pg.Client, floor: pg.Client, db: StationDb, copied: { to: number }): Promise<number> {
  const head = headOf(db, 1).sequence;
  const rows = await rowsBetween(ours, copied.to + 1, head);
  copied.to = head;
  return took(() => insertBare(floor, rows, ENTRIES_AT_ONCE));
}
