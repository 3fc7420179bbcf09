import type { ReceiptsSum } from '#db/ledger/reportReceipts';
import type { Cell, ReportColumn } from '#domain/report';

/** The columns of all reports that add up receipts, so that they can be laid beside one another. */
export const RECEIPT_COLUMNS: readonly ReportColumn[] = [
  { name: 'Receipts', kind: 'count' },
  { name: 'Issued', kind: 'cents' },
  { name: 'Voids', kind: 'count' },
  { name: 'Voided', kind: 'cents' },
  { name: 'Kept', kind: 'cents' },
];

/** Their cells. What was made void stands with its sign: with what was issued it adds up to what is kept. */
export function receiptCells({ receipts, issuedCents, voids, voidedCents }: ReceiptsSum): Cell[] {
  return [receipts, issuedCents, voids, 0 - voidedCents, issuedCents - voidedCents];
}
