import type { LedgerTx } from '#db/ledger/database';
import { batchesInDeposits, type DepositTold, depositsOf } from '#db/ledger/reportDeposits';
import { dayOf, daysBetween } from '#domain/businessDay';
import { depositStateWords } from '#domain/depositStateWords';
import type { Cell, ReportColumn } from '#domain/report';
import { depositPage } from './depositPages.ts';
import { type ReportAt, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Deposit', kind: 'label', opens: 'deposit' },
  { name: 'Day', kind: 'day' },
  { name: 'Bank account', kind: 'text' },
  { name: 'State', kind: 'text' },
  { name: 'Batches', kind: 'count' },
  { name: 'Cash', kind: 'cents' },
  { name: 'Checks', kind: 'cents' },
  { name: 'Money orders', kind: 'cents' },
  { name: 'Total', kind: 'cents' },
  { name: 'At the bank', kind: 'day' },
  { name: 'Days to bank', kind: 'count' },
  { name: 'Bank differs', kind: 'difference' },
];
const [BATCHES, DAYS] = [4, 10];

/**
 * Deposits that were prepared in the span. What is in one is told once two people have counted it; one that was taken back
 * holds no batch.
 */
export const deposits: ReportView = async (tx, at) => {
  const { rows: told, more } = await depositPage(at, 0, (after, most) => depositsOf(tx, at.span, after, most));
  const rows = told.map((row) => cellsOf(row, at));
  const isWhole = more === null && at.after === null;
  const totals = isWhole ? await totalsIn(tx, at, rows) : null;
  const plot = { title: 'Days from the first receipt to the bank', names: 0, values: DAYS };
  return { columns, rows, totals, more, plot };
};

/** Days are not added up, and a batch that lies in several deposits is counted once. */
async function totalsIn(tx: LedgerTx, { span }: ReportAt, rows: readonly Cell[][]): Promise<Cell[]> {
  const batches = await batchesInDeposits(tx, span);
  return totalsOf('All deposits', columns, rows).map((cell, place) =>
    place === DAYS ? null : place === BATCHES ? batches : cell,
  );
}

/** What the district calls a bank account; its mark where it has it no more. */
export function bankAccountName(account: string, { policy }: Pick<ReportAt, 'policy'>): string {
  return policy.bankAccounts.find((one) => one.account === account)?.name ?? account;
}

function cellsOf(row: DepositTold, at: ReportAt): Cell[] {
  const held = row.held as { cashCents: number; checkCents: number; moneyOrderCents: number } | null;
  const parts = held && [held.cashCents, held.checkCents, held.moneyOrderCents];
  const total = parts?.reduce((sum, part) => sum + part, 0) ?? null;
  const firstDay = dayOf(row.firstReceiptAt, at.policy.timeZone);
  return [
    ...[row.deposit, row.businessDay, bankAccountName(row.bankAccount, at), depositStateWords[row.state]],
    row.state === 'withdrawn' ? null : row.batches,
    ...(parts ?? [null, null, null]),
    ...[total, row.bankDay, row.bankDay === null ? null : daysBetween(firstDay, row.bankDay)],
    row.bankCents === null || total === null ? null : row.bankCents - total,
  ];
}
