import type { EntryRow } from '#db/ledger/reportUndone';
import type { EntryKind, Payload } from '#domain/entry';
import { CASH_OUT_WORDS, NO_SALE_REASON_WORDS } from '#domain/officeWords';
import type { Cell, ReportColumn } from '#domain/report';
import { batchOf } from '#domain/series';
import { journalAccountName } from '../journalAccountName.ts';
import { wordsIn } from '../office/depositListed.ts';
import { entryPage } from './entryPlaces.ts';
import { approverOf, type ReportAt, type ReportView } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Number', kind: 'label' },
  { name: 'What', kind: 'text' },
  // There what proves a paid-out is opened.
  { name: 'Batch', kind: 'label', opens: 'batch' },
  { name: 'Day', kind: 'day' },
  { name: 'When', kind: 'instant' },
  { name: 'Amount', kind: 'cents' },
  { name: 'For', kind: 'text' },
  { name: 'In words', kind: 'text' },
  { name: 'By', kind: 'text' },
  { name: 'Approved by', kind: 'text' },
];

const WHAT = {
  cash_dropped: 'Drop',
  drop_refused: 'Drop refused',
  cash_out_refused: 'Cash out refused',
  cash_paid_in: 'Paid-in',
  cash_paid_out: 'Paid-out',
  change_swapped: 'Change swap',
  no_sale: 'No sale',
} as const satisfies Partial<Record<EntryKind, string>>;
type Kind = keyof typeof WHAT;

/** Cash that moved at drawers and was no receipt, what was refused because they held less, and every tray that was opened for nothing. */
export const dropsAndPaidOuts: ReportView = async (tx, at) => {
  const { rows, more } = await entryPage(tx, at, Object.keys(WHAT));
  return { columns, rows: rows.map((row) => cellsOf(row, at)), totals: null, more };
};

function cellsOf(row: EntryRow, at: ReportAt): Cell[] {
  const { label, drawer, cents, about } = movedBy(row.kind as Kind, row.told, at);
  return [
    ...[label, WHAT[row.kind as Kind], batchOf(drawer), row.day, row.at, row.isShown ? cents : null, about],
    ...[wordsIn(row.personal) ?? '', at.named(row.actor), approverOf(row.approver, at)],
  ];
}

type Moved = { label: string; drawer: string; cents: number | null; about: string };

function movedBy(kind: Kind, told: unknown, { policy }: ReportAt): Moved {
  switch (kind) {
    case 'cash_dropped': {
      const { handoff, drawer, cents } = told as Payload<'cash_dropped'>;
      return { label: handoff, drawer, cents, about: '' };
    }
    case 'drop_refused': {
      const { drawer, cents } = told as Payload<'drop_refused'>;
      return { label: drawer, drawer, cents, about: 'More than the drawer held' };
    }
    case 'cash_out_refused': {
      const { drawer, cents, what } = told as Payload<'cash_out_refused'>;
      return { label: drawer, drawer, cents, about: `${CASH_OUT_WORDS[what]} of more than the drawer held` };
    }
    case 'cash_paid_in':
    case 'cash_paid_out': {
      const { label, drawer, cents, place } = told as Payload<'cash_paid_in'>;
      return { label, drawer, cents, about: journalAccountName(`gl:${place.fund}:${place.bars}`, policy) };
    }
    case 'change_swapped': {
      const { label, drawer, cents } = told as Payload<'change_swapped'>;
      return { label, drawer, cents, about: '' };
    }
    case 'no_sale': {
      const { label, drawer, reason } = told as Payload<'no_sale'>;
      return { label, drawer, cents: null, about: NO_SALE_REASON_WORDS[reason] };
    }
  }
}
