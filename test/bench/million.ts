import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { headOf } from '#db/station/journal';
import { openStation, type StationDb, writing } from '#db/station/open';
import { updateSync } from '#db/station/syncState';
import { dayOf } from '#domain/businessDay';
import { type Chance, seededChance } from '#main/sample/chance';
import { POLICY } from '#test/support/quarryBay';
import { makeDatabase } from './benchStation.ts';
import { type Bulk, bulkInto, countOf, type Held, held, slipsPrinted, somePayment } from './bulk.ts';
import { cachedFolder } from './cached.ts';
import { accountsOwing } from './payments.ts';

/** Accounts of the big station, and of an empty one beside it. */
export const ACCOUNTS = 200_000;

/** What the big station holds. Change the number behind `made` when the way it is made changes. */
const SIZE = { made: 3, entries: 1_000_000, accounts: ACCOUNTS, receiptsInADrawer: 800 };
const DAY_MS = 86_400_000;

/**
 * The folder of a station with a million entries of real use-cases and 200,000 accounts, all of it sent. It takes some
 * minutes to make, so it is kept among the temporary files for as long as the schema is the same; runs add a few
 * receipts to it, as a day at the counter would.
 */
export function millionFolder(): Promise<string> {
  return cachedFolder('million', SIZE, async (folder) => {
    await makeDatabase(folder, SIZE.accounts);
    copyFileSync(join(folder, 'station.db'), emptyFile(folder));
    fill(join(folder, 'station.db'));
  });
}

/** A station with the same accounts and nothing in its journal. To be copied, not to be written to. */
export function emptyFile(folder: string): string {
  return join(folder, 'empty.db');
}

function fill(file: string): void {
  const accounts = accountsOwing(file, SIZE.accounts);
  const db = openStation(file);
  // Nothing of this is anybody's money, and a crash begins anew.
  db.$client.pragma('journal_mode = MEMORY');
  db.$client.pragma('synchronous = OFF');
  db.$client.pragma('cache_size = -1000000');
  const bulk = bulkInto(db);
  const chance = seededChance(1);
  const drawers = Math.ceil(SIZE.entries / (SIZE.receiptsInADrawer + 4));
  let left = SIZE.entries;
  for (let drawer = 0; drawer < drawers; drawer++) {
    const at = Date.now() - (drawers - drawer) * DAY_MS;
    writing(db, () => {
      left -= wholeDay(db, bulk, accounts, chance, at, Math.min(SIZE.receiptsInADrawer, left - 4));
    });
  }
  const head = headOf(db, 1);
  updateSync(db, { acknowledgedSequence: head.sequence, acknowledgedHash: head.hash });
  db.$client.pragma('journal_mode = WAL');
  db.$client.close();
}

/** One drawer from float to close, taken to the ledger and back. Answers how many entries that were. */
function wholeDay(
  db: StationDb,
  bulk: Bulk,
  accounts: readonly string[],
  chance: Chance,
  opensAt: number,
  receipts: number,
): number {
  let at = opensAt;
  const holds: Held = { cashCents: 20_000, checks: [], cardCents: 0 };
  const opening = { businessDay: dayOf(at, POLICY.timeZone), float: { '10000': 2 } };
  const { drawer } = bulk.tell('openDrawer', opening, { at });
  const paid: string[] = [];
  for (let place = 0; place < receipts; place++) {
    const accountNumber = chance.pick(accounts);
    const payment = somePayment(drawer, accountNumber, place, chance);
    at += 20_000;
    bulk.tell('takePayment', payment, { at });
    held(holds, payment);
    paid.push(accountNumber);
  }
  bulk.tell('startCount', { drawer }, { at });
  const { countNumber } = bulk.tell('submitCount', { drawer, count: countOf(holds) }, { at });
  slipsPrinted(db);
  bulk.tell('closeDrawer', { drawer, countNumber }, { at });
  slipsPrinted(db);
  appliedByLedger(db, paid);
  return receipts + 4;
}

/** The ledger sends an account again after it was paid: what it owes now has all of this journal in it. */
function appliedByLedger(db: StationDb, accounts: readonly string[]): void {
  const update = db.$client.prepare(
    'UPDATE accounts SET applied_epoch = 1, applied_sequence = ? WHERE account_number = ?',
  );
  const { sequence } = headOf(db, 1);
  for (const account of accounts) update.run(sequence, account);
}
