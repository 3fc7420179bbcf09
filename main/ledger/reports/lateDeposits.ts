import type { LedgerTx } from '#db/ledger/database';
import { type DepositTold, lateDepositsOf } from '#db/ledger/reportDeposits';
import { type Cell, REPORT_ROWS_MAX, type ReportColumn } from '#domain/report';
import { wordsIn } from '../office/depositListed.ts';
import { type LateBatch, lateBatches } from '../office/lateBatches.ts';
import { depositPage } from './depositPages.ts';
import type { ReportAt, ReportView } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Deposit', kind: 'label', opens: 'deposit' },
  { name: 'Batch', kind: 'label', opens: 'batch' },
  { name: 'Day', kind: 'day' },
  { name: 'First receipt', kind: 'instant' },
  { name: 'Due', kind: 'instant' },
  { name: 'Left the office', kind: 'instant' },
  { name: 'Late by', kind: 'duration' },
  { name: 'Why', kind: 'text' },
];

/**
 * Deposits that left too late, or are there beyond their time, and by how much. Before all of them stand the batches whose
 * time is over and whose money is in no deposit, of whatever day until the last one: nothing else would tell of it.
 */
export const lateDeposits: ReportView = async (tx, at) => {
  const late = at.after === null ? await waitingUntil(tx, at) : [];
  const [waiting, left] = [late.slice(0, BATCHES_MAX), late.slice(BATCHES_MAX)];
  const { rows, more } = await depositPage(at, waiting.length, (after, most) =>
    lateDepositsOf(tx, at.span, at.now, after, most),
  );
  const plot = { title: 'Hours late', names: 0, values: 6 };
  const told = [...waiting.map((row) => ofBatch(row, at.now)), ...rows.map((row) => ofDeposit(row, at.now))];
  const notes =
    left.length > 0 ? [{ words: `${left.length} more batches are late and in no deposit.`, isLoud: true }] : [];
  return { columns, rows: told, totals: null, more, plot, notes };
};

/** A page has room for some deposits after them. */
const BATCHES_MAX = REPORT_ROWS_MAX / 2;

async function waitingUntil(tx: LedgerTx, at: ReportAt): Promise<LateBatch[]> {
  return (await lateBatches(tx, at)).filter(({ businessDay }) => businessDay <= at.span.to);
}

function ofBatch({ batch, businessDay, firstReceiptAt, dueAt }: LateBatch, now: number): Cell[] {
  return ['not deposited', batch, businessDay, firstReceiptAt, dueAt, null, now - dueAt, ''];
}

function ofDeposit(row: DepositTold, now: number): Cell[] {
  const { deposit, businessDay, firstReceiptAt, dueAt, handedAt, explained } = row;
  const why = explained === null ? 'no reason yet' : (wordsIn(explained) ?? '');
  return [deposit, null, businessDay, firstReceiptAt, dueAt, handedAt, (handedAt ?? now) - dueAt, why];
}
