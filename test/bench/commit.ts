import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareDatabase, lastPosition, receiptsAfter } from './bareRows.ts';
import { makeDatabase, newFolder, openDrawerOf, removeFolder, startStation } from './benchStation.ts';
import { alternating, type Measure, percentile, rounded, timed } from './measures.ts';
import { p50, payerAt } from './payments.ts';

const ACCOUNTS = 5_000;
const WARM_UP = 300;
const IN_A_ROUND = 150;

/**
 * A durable cash receipt through the whole pipeline, from `call` to its answer, against a bare transaction of the very
 * rows that it left behind. The network is gone: each commit wakes the link, which fails at once.
 */
export async function commit(): Promise<Measure> {
  const folder = newFolder();
  try {
    return await measured(folder);
  } finally {
    removeFolder(folder);
  }
}

async function measured(folder: string): Promise<Measure> {
  const file = join(folder, 'station.db');
  const floorFile = join(folder, 'floor.db');
  await stationWithDrawer(folder);
  copyFileSync(file, floorFile);
  const station = await startStation(folder);
  const payer = payerAt(station, await openDrawerOf(station));
  const bare = bareDatabase(floorFile);
  const all: number[] = [];
  let copied = lastPosition(floorFile);
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
  const figures = await alternating({ ours, floor });
  bare.close();
  await station.close();
  return {
    measure: 'commit',
    ours: rounded(figures.ours),
    floor: rounded(figures.floor),
    ratio: rounded(figures.ours / figures.floor),
    limit: 3,
    unit: 'ms',
    p95: rounded(percentile(all, 95)),
  };
}

/** A station whose drawer is open, closed again: whoever closes last empties the log into the file, so it can be copied. */
async function stationWithDrawer(folder: string): Promise<void> {
  await makeDatabase(folder, ACCOUNTS);
  const station = await startStation(folder);
  await openDrawerOf(station);
  await station.close();
}
