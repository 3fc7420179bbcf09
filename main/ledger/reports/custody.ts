import { type HandoffRow, handoffsInTransit } from '#db/ledger/handoffs';
import { leftBetween } from '#domain/handoffPostings';
import { negate, subtract } from '#domain/money';
import { HANDOFF_WORDS } from '#domain/officeWords';
import type { Cell, ReportColumn } from '#domain/report';
import { toSettle } from '../office/toSettle.ts';
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
  const { handoff, what, batch, at, givenBy, countedBy, returnedBy } = row;
  const halves = toSettle(row);
  const counters = [countedBy, returnedBy].flatMap((person) => (person === null ? [] : [named(person)]));
  return [
    ...[handoff, HANDOFF_WORDS[what], batch, at, givenBy === null ? '' : named(givenBy)],
    ...[counters.join(' and '), stateOf(row)],
    ...(halves ? [halves.given, subtract(halves.given, leftBetween(halves)), negate(leftBetween(halves))] : NOT_YET),
  ];
}

const NOT_YET = [null, null, null];

function stateOf(row: HandoffRow): string {
  if (toSettle(row) === null) return 'waits for the other count';
  if (row.returnedCents === null) return 'the two counts differ';
  return row.countedCents === null ? 'taken back, the two counts differ' : 'taken back, and taken by a drawer';
}
