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
  { name: 'Left', kind: 'instant' },
  { name: 'Hours late', kind: 'count' },
  { name: 'Why', kind: 'text' },
];

const HOUR_MS = 3_600_000;

/** Deposits that left too late, or are there beyond their time, with how many hours: begun ones count. */
export const lateDeposits: ReportView = async (tx, at) => {
  const { rows, more } = await depositPage(at, (after, most) => lateDepositsOf(tx, at.span, at.now, after, most));
  const plot = { title: 'Hours late', names: 0, values: 5 };
  return { columns, rows: rows.map((row) => cellsOf(row, at.now)), totals: null, more, plot };
};

function cellsOf(row: DepositTold, now: number): Cell[] {
  const { deposit, businessDay, firstReceiptAt, dueAt, handedAt, explained } = row;
  const hours = Math.ceil(((handedAt ?? now) - dueAt) / HOUR_MS);
  const why = explained === null ? 'not explained' : (wordsIn(explained) ?? '');
  return [deposit, businessDay, firstReceiptAt, dueAt, handedAt, hours, why];
}
