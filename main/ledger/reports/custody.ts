import { type HandoffRow, handoffsInTransit } from '#db/ledger/handoffs';
import { HANDOFF_WORDS } from '#domain/officeWords';
import type { Cell, ReportColumn } from '#domain/report';
import { pageOf, type ReportAt, type ReportView } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Handoff', kind: 'label' },
  { name: 'What', kind: 'text' },
  { name: 'Batch', kind: 'label', opens: 'batch' },
  { name: 'Since', kind: 'instant' },
  { name: 'Given by', kind: 'text' },
  { name: 'Counted by', kind: 'text' },
  { name: 'State', kind: 'text' },
  { name: 'Given', kind: 'cents' },
  { name: 'Counted', kind: 'cents' },
  { name: 'Difference', kind: 'difference' },
];

/** What is between two people's hands now, whatever the days: no count is told before the other is there. */
export const custody: ReportView = async (tx, at) => {
  const rows = (await handoffsInTransit(tx, at.district)).map((row) => cellsOf(row, at));
  const notes = [{ words: 'What is between two people’s hands now, of whatever day.', isLoud: false }];
  return pageOf({ columns, rows, totals: null, notes }, at.after);
};

function cellsOf(row: HandoffRow, { named }: ReportAt): Cell[] {
  const { handoff, what, batch, at, givenBy, givenCents, countedBy, countedCents } = row;
  const isBoth = givenCents !== null && countedCents !== null;
  return [
    ...[handoff, HANDOFF_WORDS[what], batch, at, givenBy === null ? '' : named(givenBy)],
    ...[countedBy === null ? '' : named(countedBy), isBoth ? 'the two counts differ' : 'waits for the other count'],
    ...(isBoth ? [givenCents, countedCents, countedCents - givenCents] : [null, null, null]),
  ];
}
