import { hourSums } from '#db/ledger/reportReceipts';
import type { ReportColumn } from '#domain/report';
import { RECEIPT_COLUMNS, receiptCells } from './receiptSums.ts';
import { pageOf, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [{ name: 'Hour', kind: 'text' }, ...RECEIPT_COLUMNS];
const NONE = { receipts: 0, issuedCents: 0, voids: 0, voidedCents: 0 };

/** When receipts come, by the clock of the district; hours without any between others included. */
export const hours: ReportView = async (tx, at) => {
  const sums = await hourSums(tx, at.span, at.policy.timeZone);
  const [first, last] = [sums[0]?.hour ?? 0, sums.at(-1)?.hour ?? -1];
  const rows = Array.from({ length: last - first + 1 }, (_, place) => {
    const hour = first + place;
    return [`${clock(hour)}–${clock(hour + 1)}`, ...receiptCells(sums.find((sum) => sum.hour === hour) ?? NONE)];
  });
  const plot = { title: 'Receipts by hour', names: 0, values: 1 };
  return pageOf({ columns, rows, totals: totalsOf('All hours', columns, rows), plot }, at.after);
};

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
