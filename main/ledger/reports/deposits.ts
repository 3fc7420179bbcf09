import { type DepositTold, depositsOf } from '#db/ledger/reportDeposits';
import { dayOf, daysBetween } from '#domain/businessDay';
import type { DepositState } from '#domain/deposit';
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
const DAYS = 10;

const STATES: Record<DepositState, string> = {
  prepared: 'counted once',
  differs: 'two counts differ',
  made: 'lies ready',
  handed: 'on its way',
  confirmed: 'confirmed',
  withdrawn: 'taken back',
  broken: 'seal broken',
  recounted: 'counted again once',
  recount_differs: 'recounts differ',
};

/** Deposits that were prepared in the span. What is in one is told once two people have counted it. */
export const deposits: ReportView = async (tx, at) => {
  const { rows: told, more } = await depositPage(at, (after, most) => depositsOf(tx, at.span, after, most));
  const rows = told.map((row) => cellsOf(row, at));
  const isWhole = more === null && at.after === null;
  const totals = totalsOf('All deposits', columns, rows).map((cell, place) => (place === DAYS ? null : cell));
  const plot = { title: 'Days from the first receipt to the bank', names: 0, values: DAYS };
  return { columns, rows, totals: isWhole ? totals : null, more, plot };
};

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
    ...[row.deposit, row.businessDay, bankAccountName(row.bankAccount, at), STATES[row.state], row.batches],
    ...(parts ?? [null, null, null]),
    ...[total, row.bankDay, row.bankDay === null ? null : daysBetween(firstDay, row.bankDay)],
    row.bankCents === null || total === null ? null : row.bankCents - total,
  ];
}
