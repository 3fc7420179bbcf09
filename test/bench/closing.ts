import { join } from 'node:path';
import { openStation, writing } from '#db/station/open';
import { seededChance } from '#main/sample/chance';
import {
  type BenchStation,
  makeDatabase,
  newFolder,
  openDrawerOf,
  removeFolder,
  startStation,
} from './benchStation.ts';
import { bulkInto, countOf, type Held, held, slipsPrinted, somePayment } from './bulk.ts';
import { type Measure, median, ROUNDS, rounded, took } from './measures.ts';
import { accountsOwing } from './payments.ts';

const RECEIPTS = 2_000;

/** The close of a drawer with 2,000 receipts, and beside it the comparison that the screen asks for before. */
export async function closing(): Promise<Measure> {
  const folder = newFolder();
  try {
    await makeDatabase(folder, 5_000);
    const station = await startStation(folder);
    const comparisons: number[] = [];
    const closes: number[] = [];
    // The first round warms up and does not count.
    for (let round = 0; round <= ROUNDS; round++) {
      const drawer = await openDrawerOf(station);
      const { compared, closed } = await closeOne(station, drawer, fill(folder, drawer, round));
      if (round === 0) continue;
      comparisons.push(compared);
      closes.push(closed);
    }
    await station.close();
    return {
      measure: 'close_2k',
      ours: rounded(median(closes)),
      limit: 60,
      unit: 'ms',
      slowest: rounded(Math.max(...closes)),
      comparison: rounded(median(comparisons)),
    };
  } finally {
    removeFolder(folder);
  }
}

async function closeOne(station: BenchStation, drawer: string, holds: Held) {
  await station.tell('startCount', { drawer });
  const { countNumber } = await station.tell('submitCount', { drawer, count: countOf(holds) });
  const compared = await took(() => station.ask('comparison', { drawer }));
  const closed = await took(() => station.tell('closeDrawer', { drawer, countNumber }));
  await station.quiet();
  return { compared, closed };
}

/** Puts the receipts into an open drawer by a connection of its own, their slips printed. Answers what the drawer holds. */
function fill(folder: string, drawer: string, seed: number): Held {
  const file = join(folder, 'station.db');
  const db = openStation(file);
  const chance = seededChance(seed);
  const accounts = accountsOwing(file);
  const bulk = bulkInto(db);
  const holds: Held = { cashCents: 20_000, checks: [], cardCents: 0 };
  const told = { at: Date.now() };
  writing(db, (tx) => {
    for (let place = 0; place < RECEIPTS; place++) {
      const payment = somePayment(drawer, chance.pick(accounts), place, chance);
      bulk.tell('takePayment', payment, told);
      held(holds, payment);
    }
    slipsPrinted(tx);
  });
  db.$client.close();
  return holds;
}
