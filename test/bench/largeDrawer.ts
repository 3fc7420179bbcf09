import type { Output } from '#contract/contract';
import { worthOf } from '#domain/denominations';
import { lineFor } from '#test/support/journalBuilder';
import { contextOf, FIRST, openTestDatabase } from '#test/support/ledger';
import { officeDay, TWO_HUNDRED } from '#test/support/officeDay';
import { type Measure, median, ROUNDS, rounded, took } from './measures.ts';

const LIMIT_MS = 500;
const RECEIPTS = 2_000;
/** The entries of one run at most. */
const SENT_AT_ONCE = 500;

/**
 * The day of one drawer of 2,000 receipts, counted by the office, as its screen asks for it, on a ledger within the
 * program: that never has statistics, and takes every table for as small as it was when it was made.
 */
export async function dayOfLargeDrawer(): Promise<Measure> {
  const database = await openTestDatabase('PGlite');
  const day = await officeDay(contextOf(database.db));
  const { journal } = day.station;
  journal.openDrawer(TWO_HUNDRED);
  const account = { ...(await day.station.account(FIRST)), charges: [] };
  for (let receipt = 0; receipt < RECEIPTS; receipt += 1) journal.pay([lineFor(account, 100)]);
  journal.closeDrawer();
  const { entries } = journal;
  const madeIn = await took(async () => {
    for (let from = 0; from < entries.length; from += SENT_AT_ONCE)
      await day.station.send(entries.slice(from, from + SENT_AT_ONCE));
  });
  const cash = { 10000: (RECEIPTS * 100) / 10_000 };
  await day.whitebear.tell('countHandoffs', {
    parts: [
      { handoff: 'W3-D0001-float', pieces: TWO_HUNDRED },
      { handoff: 'W3-D0001-float-return', pieces: TWO_HUNDRED },
      { handoff: 'W3-D0001-cash', pieces: cash },
    ],
  });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(await took(async () => isWhole(await day.whitebear.ask('day', {}), worthOf(cash))));
  await database.drop();
  return {
    measure: 'day_seen_2k',
    ours: rounded(median(times)),
    limit: LIMIT_MS,
    unit: 'ms',
    slowest: rounded(Math.max(...times)),
    data_seconds: rounded(madeIn / 1_000),
  };
}

function isWhole({ totals }: Output<'day'>, cents: number): void {
  if (totals.receipts !== RECEIPTS || totals.takenCents !== cents)
    throw new Error(`the day is not told: ${JSON.stringify(totals)}`);
}
