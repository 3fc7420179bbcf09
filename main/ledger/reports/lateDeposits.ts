import { type DepositTold, lateDepositsOf } from '#db/ledger/reportDeposits';
import type { Cell, ReportColumn } from '#domain/report';
import { wordsIn } from '../office/depositListed.ts';
import { depositPage } from './depositPages.ts';
import type { ReportView } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Deposit', kind: 'label', opens: 'deposit' },
  { name: 'Day', kind: 'day' },
  { name: 'First receipt', kind: 'instant' },
  { name: 'Due', kind: 'instant' },
  { name: 'Left the office', kind: 'instant' },
  { name: 'Late by', kind: 'duration' },
  { name: 'Why', kind: 'text' },
];

/** Deposits that left too late, or are there beyond their time, and by how much. */
export const lateDeposits: ReportView = async (tx, at) => {
  const { rows, more } = await depositPage(at, (after, most) => lateDepositsOf(tx, at.span, at.now, after, most));
  const plot = { title: 'Hours late', names: 0, values: 5 };
  return { columns, rows: rows.map((row) => cellsOf(row, at.now)), totals: null, more, plot };
};

function cellsOf(row: DepositTold, now: number): Cell[] {
  const { deposit, businessDay, firstReceiptAt, dueAt, handedAt, explained } = row;
  const why = explained === null ? 'no reason yet' : (wordsIn(explained) ?? '');
  return [deposit, businessDay, firstReceiptAt, dueAt, handedAt, (handedAt ?? now) - dueAt, why];
}
