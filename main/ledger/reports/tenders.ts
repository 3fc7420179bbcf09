import { type TenderMoved, tendersMoved } from '#db/ledger/reportReceipts';
import { TENDER_WORDS } from '#domain/officeWords';
import type { Cell, ReportColumn } from '#domain/report';
import type { TenderKind } from '#domain/tenderKind';
import { pageOf, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Tender', kind: 'text' },
  { name: 'Taken', kind: 'cents' },
  { name: 'Voided', kind: 'cents' },
  { name: 'Kept', kind: 'cents' },
  { name: 'Corrected', kind: 'cents' },
  { name: 'Reversed', kind: 'cents' },
  { name: 'Refunded', kind: 'cents' },
  { name: 'Stands', kind: 'cents' },
];

const OTHERS: Readonly<Record<string, string>> = {
  rounding: 'Cash rounding',
  'clearing:card': 'Refunds on cards',
  'refunds-payable': 'Refunds by warrant',
};

/** The order in which they stand; whatever else there is comes after them. */
const ORDER = [...Object.keys(TENDER_WORDS), ...Object.keys(OTHERS)];

/** What came in by each tender and went back. Kept, all together, is what receipts by cashier or drawer keep; stands, what types do. */
export const tenders: ReportView = async (tx, at) => {
  const moved = (await tendersMoved(tx, at.span)).sort((one, other) => placeOf(one) - placeOf(other));
  const rows = moved.map(cellsOf);
  const plot = { title: 'Kept by tender', names: 0, values: 3 };
  return pageOf({ columns, rows, totals: totalsOf('All tenders', columns, rows), plot }, at.after);
};

function placeOf({ tender }: TenderMoved): number {
  const place = ORDER.indexOf(tender);
  return place < 0 ? ORDER.length : place;
}

function cellsOf({
  tender,
  takenCents,
  voidedCents,
  correctedCents,
  reversedCents,
  refundedCents,
}: TenderMoved): Cell[] {
  const kept = takenCents - voidedCents;
  return [
    TENDER_WORDS[tender as TenderKind] ?? OTHERS[tender] ?? tender,
    // What went back stands with its sign, so that a row visibly adds up.
    ...[takenCents, 0 - voidedCents, kept, correctedCents, 0 - reversedCents, 0 - refundedCents],
    kept + correctedCents - reversedCents - refundedCents,
  ];
}
