import { drawerSums } from '#db/ledger/reportReceipts';
import type { ReportColumn } from '#domain/report';
import { RECEIPT_COLUMNS, receiptCells } from './receiptSums.ts';
import { pageOf, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Drawer', kind: 'label' },
  { name: 'Batch', kind: 'label', opens: 'batch' },
  { name: 'Day', kind: 'day' },
  { name: 'Cashier', kind: 'text' },
  ...RECEIPT_COLUMNS,
];

/** What each drawer took, in the order in which they were opened. */
export const drawers: ReportView = async (tx, at) => {
  const rows = (await drawerSums(tx, at.span)).map((sum) => [
    ...[sum.drawer, sum.batch, sum.businessDay, at.named(sum.cashier)],
    ...receiptCells(sum),
  ]);
  return pageOf({ columns, rows, totals: totalsOf('All drawers', columns, rows) }, at.after);
};
