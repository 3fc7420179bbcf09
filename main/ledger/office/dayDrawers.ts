import type { DayDrawer } from '#contract/daySeen';
import { type BatchRow, stepsOfBatch } from '#db/ledger/batches';
import { closeOf, receiptSums, tenderSums, undoingsOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { assert } from '#domain/assert';
import type { Payload } from '#domain/entry';
import { DrawerTender } from '#domain/tender';
import { tenderTotals } from './batchTotals.ts';

/** One drawer of a day, its amounts only once both halves of all that it handed over are there. */
export async function dayDrawer(
  tx: LedgerTx,
  district: string,
  row: BatchRow,
  nameOf: (person: string) => string,
): Promise<DayDrawer> {
  const { batch, drawer, series, cashier, state, openedAt, closedAt, waiting } = row;
  const sums = await receiptSums(tx, district, row);
  const decided = (await stepsOfBatch(tx, district, batch)).at(-1);
  return {
    ...{ batch, drawer, station: series, cashierName: nameOf(cashier), state },
    at: decided?.at ?? closedAt ?? openedAt,
    receipts: sums.find(({ kind }) => kind === 'receipt_issued')?.count ?? 0,
    told: closedAt === null || waiting > 0 ? null : await toldOf(tx, district, row),
  };
}

async function toldOf(tx: LedgerTx, district: string, row: BatchRow): Promise<NonNullable<DayDrawer['told']>> {
  const none = { items: 0, cents: 0 };
  const totals = tenderTotals(await tenderSums(tx, district, row), await undoingsOf(tx, district, row), none);
  const taken = DrawerTender.options.map((tender) => {
    const of = totals.find((total) => total.tender === tender);
    return { tender, cents: of ? of.issued.cents - of.voided.cents + of.corrected.cents : 0 };
  });
  const closed = await closeOf(tx, district, row);
  assert(closed, `batch ${row.batch} has no close`);
  const { tenders } = (closed.told as Payload<'drawer_closed'>).comparison;
  return {
    taken,
    takenCents: taken.reduce((total, { cents }) => total + cents, 0),
    differences: tenders
      .filter(({ differenceCents }) => differenceCents !== 0)
      .map(({ tender, differenceCents }) => ({ tender, cents: differenceCents })),
  };
}
