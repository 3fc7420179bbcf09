import { type TypeSum, typeSums } from '#db/ledger/reportTypes';
import type { Cell, ReportColumn } from '#domain/report';
import { pageOf, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Type', kind: 'text' },
  { name: 'Code', kind: 'label' },
  { name: 'Lines', kind: 'count' },
  { name: 'Issued', kind: 'cents' },
  { name: 'Voided', kind: 'cents' },
  { name: 'Kept', kind: 'cents' },
  { name: 'Corrected', kind: 'cents' },
  { name: 'Reversed, refunded', kind: 'cents' },
  { name: 'Stands', kind: 'cents' },
];

const OWN = { account: 'Payments on accounts', suspense: 'Suspense' } as const;

/** What lines of each type came to. */
export const receiptTypes: ReportView = async (tx, at) => {
  const rows = (await typeSums(tx, at.span)).map(cellsOf);
  return pageOf({ columns, rows, totals: totalsOf('All types', columns, rows) }, at.after);
};

function cellsOf({ kind, code, name, lines, ...sums }: TypeSum): Cell[] {
  const { issuedCents, voidedCents, correctedCents, returnedCents } = sums;
  const kept = issuedCents - voidedCents;
  return [
    ...[kind === 'fee' ? (name ?? code) : OWN[kind], code, lines],
    // What went back stands with its sign, so that a row visibly adds up.
    ...[issuedCents, 0 - voidedCents, kept, correctedCents, 0 - returnedCents, kept + correctedCents - returnedCents],
  ];
}
