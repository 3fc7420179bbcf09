import { type OverShortRow, overAndShort } from '#db/ledger/reportOverShort';
import type { Cell, ReportColumn } from '#domain/report';
import { batchOf } from '#domain/series';
import { pageOf, type ReportAt, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Where', kind: 'text' },
  { name: 'Batch', kind: 'label', opens: 'batch' },
  { name: 'Day', kind: 'day' },
  { name: 'Who', kind: 'text' },
  { name: 'Z report', kind: 'label' },
  { name: 'Over or short', kind: 'over_short' },
  { name: 'Checks differ', kind: 'difference' },
  { name: 'Money orders differ', kind: 'difference' },
  { name: 'Cards differ', kind: 'difference' },
];

const KINDS: Readonly<Record<string, string>> = {
  receipt_corrected: 'Correction',
  receipt_reversed: 'Reversal',
  handoff_resolved: 'Handoff',
  deposit_resolved: 'Deposit',
  recount_resolved: 'Deposit',
  change_received: 'Change order',
  safe_count_resolved: 'Count of the safe',
};

/** What each drawer's cash was over or short, even ones too; and what was found between drawers and the bank. */
export const overShort: ReportView = async (tx, at) => {
  const rows = (await overAndShort(tx, at.span)).map((row) => cellsOf(row, at));
  const plot = { title: 'Over or short, in order of time', names: 0, values: 5 };
  return pageOf({ columns, rows, totals: totalsOf('All together', columns, rows), plot }, at.after);
};

function cellsOf({ kind, businessDay, actor, cashier, told, ...cents }: OverShortRow, at: ReportAt): Cell[] {
  const isClose = kind === 'drawer_closed' || kind === 'drawer_ended';
  const where = told.handoff ?? told.deposit ?? told.order ?? told.count ?? told.label ?? told.drawer ?? '';
  return [
    isClose ? (told.drawer ?? '') : `${KINDS[kind] ?? kind} ${where}`,
    ...[told.batch ?? (told.drawer ? batchOf(told.drawer) : null), businessDay],
    ...[at.named(told.cashier ?? cashier ?? actor), told.z?.label ?? null],
    ...[cents.overShortCents, cents.checkCents, cents.moneyOrderCents, cents.cardCents],
  ];
}
