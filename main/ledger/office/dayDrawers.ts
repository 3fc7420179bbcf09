import type { DayDrawer } from '#contract/daySeen';
import { type BatchRow, stepsOfBatch } from '#db/ledger/batches';
import { receiptSums } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { batchTie, type TenderTie } from './batchTie.ts';

/** The way of a batch's money to the office; null until both halves of all that its drawer handed over are there. */
export async function toldOf(tx: LedgerTx, district: string, row: BatchRow): Promise<TenderTie[] | null> {
  return row.closedAt === null || row.waiting > 0 ? null : batchTie(tx, district, row);
}

/** One drawer of a day, its amounts only where they are told. */
export async function dayDrawer(
  tx: LedgerTx,
  district: string,
  row: BatchRow,
  told: readonly TenderTie[] | null,
  nameOf: (person: string) => string,
): Promise<DayDrawer> {
  const { batch, drawer, series, cashier, state } = row;
  const sums = await receiptSums(tx, district, row);
  return {
    ...{ batch, drawer, station: series, cashierName: nameOf(cashier), state },
    at: await cameThere(tx, district, row),
    receipts: sums.find(({ kind }) => kind === 'receipt_issued')?.count ?? 0,
    told: told && {
      taken: told.map(({ tender, receiptsCents: cents }) => ({ tender, cents })),
      takenCents: takenCents(told),
      differences: told.flatMap(({ tender, breaks }) =>
        breaks
          .filter(({ why }) => why === 'over_short' || why === 'difference')
          .map(({ cents }) => ({ tender, cents })),
      ),
    },
  };
}

/** When a batch came into its state; null of one that comes of what others did, at no step of its own. */
async function cameThere(tx: LedgerTx, district: string, row: BatchRow): Promise<number | null> {
  const { batch, state, openedAt, closedAt } = row;
  if (state === 'open') return openedAt;
  if (state === 'closed') return closedAt;
  return (await stepsOfBatch(tx, district, batch)).findLast(({ step }) => step === state)?.at ?? null;
}

/** What the receipts of a batch brought. */
export function takenCents(told: readonly TenderTie[]): number {
  return told.reduce((total, { receiptsCents }) => total + receiptsCents, 0);
}
