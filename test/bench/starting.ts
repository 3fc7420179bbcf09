import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CASHIER, makeDatabase, newFolder, newId, openDrawerOf, PIN, removeFolder } from './benchStation.ts';
import { alternating, type Measure, rounded, timed } from './measures.ts';
import { ACCOUNTS, millionFolder } from './million.ts';
import { accountsOwing, cashPayment } from './payments.ts';
import { startQuietLedger } from './quietLedger.ts';
import { searches } from './searches.ts';
import { build, npmStart } from './startedStation.ts';

const LIMIT_MS = 1_500;
const LIMIT_MB = 250;
const TIMES = 50;
/** What a station does right after its start is over by then. */
const REST_MS = 3_000;

/** From spawn to the JSON line, on a built checkout, with a handful of receipts and 5,000 accounts. */
export async function start(): Promise<Measure> {
  const folder = newFolder();
  try {
    await makeDatabase(folder, 5_000);
    return await started('start', folder);
  } finally {
    removeFolder(folder);
  }
}

/** The same with a million entries and 200,000 accounts. */
export async function startMillion(): Promise<Measure> {
  return started('start_1m', await millionFolder());
}

/** Beside it the floor of floors: a bare node that prints a line. */
async function started(measure: string, folder: string): Promise<Measure> {
  const ledger = await startQuietLedger();
  build();
  const ours = async () => {
    const station = await npmStart(ledger.url, folder);
    await station.end();
    return station.startedIn;
  };
  const floor = async () => timed(() => execFileSync(process.execPath, ['-e', 'console.log("{}")']));
  await ours();
  const figures = await alternating({ ours, floor });
  ledger.close();
  return {
    measure,
    ours: rounded(figures.ours),
    floor: rounded(figures.floor),
    ratio: rounded(figures.ours / figures.floor),
    limit: LIMIT_MS,
    unit: 'ms',
  };
}

/** Resident memory of the station's process at a million entries, after 50 payments and 50 searches. */
export async function memoryMillion(): Promise<Measure> {
  const folder = await millionFolder();
  const accounts = accountsOwing(join(folder, 'station.db'), TIMES);
  const texts = searches(ACCOUNTS, 2).slice(0, TIMES);
  const ledger = await startQuietLedger();
  build();
  const station = await npmStart(ledger.url, folder);
  await sleep(REST_MS);
  const after = { start: station.memory().now };
  await station.ask('signIn', { person: CASHIER, pin: PIN });
  const drawer = await openDrawerOf(station);
  for (const accountNumber of accounts)
    await station.ask('takePayment', { commandId: newId(), drawer, ...cashPayment(accountNumber) });
  for (const { text } of texts) await station.ask('findAccounts', { text });
  const memory = station.memory();
  await station.end();
  ledger.close();
  return {
    measure: 'rss_1m',
    ours: rounded(memory.now),
    limit: LIMIT_MB,
    unit: 'MB',
    after_start: rounded(after.start),
    most: rounded(memory.most),
  };
}
