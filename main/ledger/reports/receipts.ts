import * as z from 'zod';
import type { LedgerTx } from '#db/ledger/database';
import { type NumberedReceipt, type NumberPlace, numberRuns, receiptsByNumber } from '#db/ledger/reportNumbers';
import type { Personal } from '#domain/entry';
import { REFUND_REASON_WORDS, REVERSAL_REASON_WORDS, TENDER_WORDS, VOID_REASON_WORDS } from '#domain/officeWords';
import { type Cell, REPORT_ROWS_MAX, type ReportColumn } from '#domain/report';
import { SERIES } from '#domain/series';
import type { TenderKind } from '#domain/tenderKind';
import { parsedPlace } from './entryPlaces.ts';
import { gapRow, gapsIn, numberNotes } from './numberGaps.ts';
import { ONE_MORE, type ReportAt, type ReportView } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Receipt', kind: 'label', opens: 'receipt' },
  { name: 'Day', kind: 'day' },
  { name: 'When', kind: 'instant' },
  { name: 'Total', kind: 'cents' },
  { name: 'State', kind: 'text' },
  { name: 'Paid by', kind: 'text' },
  { name: 'Payer', kind: 'text' },
  { name: 'Cashier', kind: 'text' },
  { name: 'Drawer', kind: 'label' },
];
const STATE = 4;

const Place = z.tuple([z.string().regex(SERIES), z.int().positive(), z.int().positive(), z.int()]);

/** Half a page of receipts leaves room for as many gaps, which stand between them. */
const RECEIPTS_AT_ONCE = REPORT_ROWS_MAX / 2;

/** Every receipt by its number, and every gap in the numbers where it is, with what explains it. */
export const receipts: ReportView = async (tx, at) => {
  const before = at.after === null ? null : placeIn(at.after);
  const found = await receiptsByNumber(tx, at.span, before, Math.min(RECEIPTS_AT_ONCE + 1, ONE_MORE));
  const page = found.slice(0, RECEIPTS_AT_ONCE);
  const isLast = found.length === page.length;
  const gaps = await gapsIn(tx, at.district, { before, page, isLast });
  const gapsAt = (place: number) =>
    gaps.filter((gap) => gap.place === place).map((gap) => gapRow(gap, columns.length, STATE));
  const rows = [...page.flatMap((receipt, place) => [...gapsAt(place), cellsOf(receipt, at)]), ...gapsAt(page.length)];
  const last = isLast ? undefined : page.at(-1);
  const more = last ? JSON.stringify([last.series, last.epoch, last.sequence, last.number]) : null;
  return { columns, rows, more, ...(at.after === null ? await ofAll(tx, at) : { totals: null }) };
};

function placeIn(after: string): NumberPlace {
  const [series, epoch, sequence, number] = parsedPlace(Place, after);
  return { series, epoch, sequence, number };
}

/** How many there are and what they come to, and what is to be said of all numbers. */
async function ofAll(tx: LedgerTx, at: ReportAt) {
  const runs = await numberRuns(tx, at.span);
  const receipts = runs.reduce((total, run) => total + run.receipts, 0);
  const cents = runs.reduce((total, run) => total + run.totalCents, 0);
  const count = `${receipts.toLocaleString('en-US')} ${receipts === 1 ? 'receipt' : 'receipts'}, voids included`;
  return {
    totals: columns.map(({ kind }, place): Cell => (place === 0 ? count : kind === 'cents' ? cents : null)),
    notes: await numberNotes(tx, at, runs),
  };
}

function cellsOf(row: NumberedReceipt, { named }: ReportAt): Cell[] {
  const { label, businessDay, at, actor, drawer, tenders, totalCents, personal, isShown } = row;
  const payer = personal === null ? '' : ((JSON.parse(personal) as Personal).payer ?? '');
  const paidBy = [...new Set(tenders.map(({ kind }) => TENDER_WORDS[kind as TenderKind] ?? kind))].join(', ');
  return [
    ...[label, businessDay, at, isShown ? totalCents : null, stateOf(row)],
    ...[paidBy, payer, named(actor), drawer],
  ];
}

function stateOf({ undone, reason, isCorrected }: NumberedReceipt): string {
  const why = (words: Readonly<Record<string, string>>) => words[reason ?? ''] ?? reason ?? '';
  switch (undone) {
    case 'receipt_voided':
      return `void: ${why(VOID_REASON_WORDS)}`;
    case 'receipt_reversed':
      return `reversed: ${why(REVERSAL_REASON_WORDS)}`;
    case 'refund_issued':
      return `refunded: ${why(REFUND_REASON_WORDS)}`;
    case null:
      return isCorrected ? 'corrected' : '';
  }
}
