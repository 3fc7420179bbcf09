import type { EntryRow } from '#db/ledger/reportUndone';
import type { EntryKind, Payload } from '#domain/entry';
import {
  CORRECTION_REASON_WORDS,
  REFUND_REASON_WORDS,
  REVERSAL_REASON_WORDS,
  VOID_REASON_WORDS,
} from '#domain/officeWords';
import type { Cell, ReportColumn } from '#domain/report';
import { entryPage } from './entryPlaces.ts';
import { approverOf, type ReportAt, type ReportView } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Receipt', kind: 'label', opens: 'receipt' },
  { name: 'What', kind: 'text' },
  { name: 'Its number', kind: 'label' },
  { name: 'Day', kind: 'day' },
  { name: 'When', kind: 'instant' },
  { name: 'Amount', kind: 'cents' },
  { name: 'Why', kind: 'text' },
  { name: 'By', kind: 'text' },
  { name: 'Approved by', kind: 'text' },
];

const KINDS = [
  'receipt_voided',
  'receipt_corrected',
  'receipt_reversed',
  'refund_issued',
] as const satisfies EntryKind[];
type Kind = (typeof KINDS)[number];

/** Whatever was taken back or put right, and who said yes to it. */
export const undone: ReportView = async (tx, at) => {
  const { rows, more } = await entryPage(tx, at, KINDS);
  return { columns, rows: rows.map((row) => cellsOf(row, at)), totals: null, more };
};

type Undoing = { what: string; number: string | null; receipt: string; cents: number; why: string };

function cellsOf(row: EntryRow, at: ReportAt): Cell[] {
  const { what, number, receipt, cents, why } = undoingOf(row.kind as Kind, row.told);
  return [
    ...[receipt, what, number, row.day, row.at, row.isShown ? cents : null],
    ...[why, at.named(row.actor), approverOf(row.approver, at)],
  ];
}

function undoingOf(kind: Kind, told: unknown): Undoing {
  switch (kind) {
    case 'receipt_voided': {
      const { receipt, reason } = told as Payload<'receipt_voided'>;
      const { label, totalCents } = receipt;
      return { what: 'Void', number: null, receipt: label, cents: totalCents, why: VOID_REASON_WORDS[reason] };
    }
    case 'receipt_corrected': {
      const { label, receipt, correction, reason } = told as Payload<'receipt_corrected'>;
      const why = CORRECTION_REASON_WORDS[reason];
      return { what: 'Correction', number: label, receipt, cents: correction.from.cents, why };
    }
    case 'receipt_reversed': {
      const { label, receipt, parts, reason } = told as Payload<'receipt_reversed'>;
      const cents = parts.reduce((total, part) => total + part.line.cents, 0);
      return { what: 'Reversal', number: label, receipt, cents, why: REVERSAL_REASON_WORDS[reason] };
    }
    case 'refund_issued': {
      const { label, receipt, cents, means, reason } = told as Payload<'refund_issued'>;
      return { what: `Refund, ${means.kind}`, number: label, receipt, cents, why: REFUND_REASON_WORDS[reason] };
    }
  }
}
