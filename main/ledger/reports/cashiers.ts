import { type DrawerSum, drawerSums } from '#db/ledger/reportReceipts';
import type { ReportColumn } from '#domain/report';
import { RECEIPT_COLUMNS, receiptCells } from './receiptSums.ts';
import { pageOf, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Cashier', kind: 'text' },
  { name: 'Drawers', kind: 'count' },
  ...RECEIPT_COLUMNS,
];

/** What each cashier took, in all of her drawers. */
export const cashiers: ReportView = async (tx, at) => {
  const byCashier = new Map<string, DrawerSum[]>();
  for (const sum of await drawerSums(tx, at.span))
    byCashier.set(sum.cashier, [...(byCashier.get(sum.cashier) ?? []), sum]);
  const rows = [...byCashier]
    .map(([cashier, sums]) => [at.named(cashier), sums.length, ...receiptCells(added(sums))])
    .sort(([one], [other]) => String(one).localeCompare(String(other)));
  return pageOf({ columns, rows, totals: totalsOf('All cashiers', columns, rows) }, at.after);
};

function added(sums: readonly DrawerSum[]) {
  const of = (name: 'receipts' | 'issuedCents' | 'voids' | 'voidedCents') =>
    sums.reduce((total, sum) => total + sum[name], 0);
  return {
    receipts: of('receipts'),
    issuedCents: of('issuedCents'),
    voids: of('voids'),
    voidedCents: of('voidedCents'),
  };
}
