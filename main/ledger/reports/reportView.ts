import type { LedgerTx } from '#db/ledger/database';
import type { HiddenDrawer, Span } from '#db/ledger/reportSpan';
import { refuse } from '#domain/refusal';
import { type Cell, isNumber, REPORT_ROWS_MAX, type Report, type ReportColumn, type ReportNote } from '#domain/report';
import type { OfficeAt } from '../office/officeAt.ts';

/** What every report has at hand: its days, where its page begins, and who is meant by a person's mark. */
export type ReportAt = OfficeAt & {
  span: Span;
  /** Null for the first page. */
  after: string | null;
  hidden: readonly HiddenDrawer[];
  named(person: string): string;
};

/** One report: what it tells, page by page. */
export type ReportView = (tx: LedgerTx, at: ReportAt) => Promise<Told>;

/** A page, without what it need not say. */
export type Told = Pick<Report, 'columns' | 'rows' | 'totals' | 'more'> & Partial<Pick<Report, 'notes' | 'plot'>>;

type Whole = Pick<Report, 'columns' | 'rows' | 'totals'> & { plot?: Report['plot']; notes?: ReportNote[] };

/** A page of a report that is added up as a whole each time: `after` is how many rows were before. */
export function pageOf(whole: Whole, after: string | null): Told {
  const from = after === null ? 0 : placeIn(after, whole.rows.length);
  const rows = whole.rows.slice(from, from + REPORT_ROWS_MAX);
  const more = whole.rows.length > from + rows.length ? String(from + rows.length) : null;
  return after === null ? { ...whole, rows, more } : { columns: whole.columns, rows, totals: null, more };
}

function placeIn(after: string, length: number): number {
  const place = /^\d{1,9}$/.test(after) ? Number(after) : Number.NaN;
  return place > 0 && place < length ? place : refuse('report_place_unknown');
}

/** One more than a page holds, so that it is known whether there is more. */
export const ONE_MORE = REPORT_ROWS_MAX + 1;

/** A row of totals: sums of the columns of amounts and counts, after a word for all of them. */
export function totalsOf(word: string, columns: readonly ReportColumn[], rows: readonly Cell[][]): Cell[] {
  return columns.map(({ kind }, at) => {
    if (at === 0) return word;
    if (!isNumber(kind)) return null;
    return rows.reduce((total, row) => total + (typeof row[at] === 'number' ? row[at] : 0), 0);
  });
}

/** Who said yes, where somebody did. */
export function approverOf(approver: string | null, at: ReportAt): string {
  return approver === null ? '' : at.named(approver);
}
