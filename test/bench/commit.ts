import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareDatabase, lastPosition, receiptsAfter } from './bareRows.ts';
import {
  type BenchStation,
  makeDatabase,
  newFolder,
  openDrawerOf,
  removeFolder,
  startStation,
} from './benchStation.ts';
import { alternating, type Measure, percentile, rounded, timed } from './measures.ts';
import { p50, payerAt } from './payments.ts';
import { startQuietLedger } from './quietLedger.ts';
import { undoing } from './realLedger.ts';

const ACCOUNTS = 5_000;
const WARM_UP = 300;
const IN_A_ROUND = 150;

/**
 * A durable cash receipt through the whole pipeline, from `call` to its answer, against a bare transaction of the very
 * rows that it left behind. The network is gone, as the worst case: every receipt stays unsent and the link keeps trying.
 * `online` is the same with a ledger that answers, so that each receipt is sent before the next one is taken.
 */
export function commit(): Promise<Measure> {
  return undoing(async (later) => {
    const folder = later(newFolder(), removeFolder);
    const online = later(newFolder(), removeFolder);
    const ledger = later(await startQuietLedger(), (it) => it.close());
    await stationWithDrawer(folder);
    await stationWithDrawer(online, ledger.url);
    copyFileSync(join(folder, 'station.db'), join(folder, 'floor.db'));
    const station = later(await startStation(folder), (it) => it.close());
    const connected = later(await startStation(online, fetch), (it) => it.close());
    return measured(station, connected);
  });
}

async function measured(station: BenchStation, connected: BenchStation): Promise<Measure> {
  const file = join(station.folder, 'station.db');
  const bare = bareDatabase(join(station.folder, 'floor.db'));
  const payer = payerAt(station, await openDrawerOf(station));
  const online = payerAt(connected, await openDrawerOf(connected));
  const all: number[] = [];
  let copied = lastPosition(join(station.folder, 'floor.db'));
  const ours = async () => {
    const took = await payer.pay(IN_A_ROUND);
    all.push(...took);
    return p50(took);
  };
  const floor = async () => {
    const receipts = receiptsAfter(file, copied);
    copied = lastPosition(file);
    return p50(receipts.map((receipt) => timed(() => bare.write(receipt))));
  };
  await payer.pay(WARM_UP);
  await floor();
  const figures = await alternating({ ours, floor, online: async () => p50(await online.pay(IN_A_ROUND)) });
  bare.close();
  return {
    measure: 'commit',
    ours: rounded(figures.ours),
    floor: rounded(figures.floor),
    ratio: rounded(figures.ours / figures.floor),
    limit: 3,
    unit: 'ms',
    p95: rounded(percentile(all, 95)),
    online: rounded(figures.online),
  };
}

/** A station whose drawer is open, closed again: whoever closes last empties the log into the file, so it can be copied. */
async function stationWithDrawer(folder: string, ledgerUrl?: string): Promise<void> {
  await makeDatabase(folder, ACCOUNTS, ledgerUrl);
  const station = await startStation(folder);
  await openDrawerOf(station);
  await station.close();
}
