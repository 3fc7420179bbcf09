import * as z from 'zod';
import { type BusinessDay, dayAfter } from './businessDay.ts';
import { type Cents, formatSigned } from './money.ts';

/** What each report is called, in the order in which they are listed. */
export const REPORT_TITLES = {
  cashiers: 'Receipts by cashier',
  drawers: 'Receipts by drawer',
  tenders: 'Tenders',
  receipt_types: 'Receipt types',
  hours: 'Receipts by hour',
  receipts: 'Receipts by number',
  undone: 'Voids, corrections, reversals, refunds',
  gl_accounts: 'General-ledger accounts',
  over_short: 'Over and short',
  drops_and_paid_outs: 'Drops, paid-ins, paid-outs, no sales',
  custody: 'Money in transit',
  deposits: 'Deposits',
  late_deposits: 'Late deposits',
  change_fund: 'Change fund at a day’s end',
  deposits_in_transit: 'Deposits in transit at a day’s end',
  unapplied: 'Unapplied credit',
  suspense: 'Suspense: whose account is not known',
} as const;

export const ReportName = z.enum(Object.keys(REPORT_TITLES) as [keyof typeof REPORT_TITLES]);
export type ReportName = keyof typeof REPORT_TITLES;

/**
 * What a column's cells are: `label` a number that names a document or an account, `count` a whole number, `over_short`
 * and `difference` cents that are always told with their sign and word, `duration` a span in ms.
 */
export const CellKind = z.enum([
  ...(['text', 'cents', 'over_short', 'difference', 'count', 'duration', 'day', 'instant', 'label'] as const),
]);
export type CellKind = z.infer<typeof CellKind>;

/** Whether a cell is an amount that may be above or below what it should be. */
export function isDifference(kind: CellKind): kind is 'over_short' | 'difference' {
  return kind === 'over_short' || kind === 'difference';
}

/** Whether a cell is an amount, in cents. */
export function isMoney(kind: CellKind): boolean {
  return kind === 'cents' || isDifference(kind);
}

/** Whether a cell is a number, and stands with others at the right: an amount, a count, a span of time. */
export function isNumber(kind: CellKind): boolean {
  return isMoney(kind) || kind === 'count' || kind === 'duration';
}

/** `+10.00 over`, `−4.25 short`, `0.00 even`: never such an amount without its word, and of every tender the same one. */
export function differenceWords(amount: Cents): string {
  return `${formatSigned(amount)} ${amount > 0 ? 'over' : amount < 0 ? 'short' : 'even'}`;
}

export const ReportColumn = z.strictObject({
  name: z.string(),
  kind: CellKind,
  /** What its labels name, where there is a screen for it. */
  opens: z.enum(['receipt', 'batch', 'deposit']).optional(),
});
export type ReportColumn = z.infer<typeof ReportColumn>;

/** Null where there is nothing to tell, or nothing to be told. */
export const Cell = z.union([z.string(), z.int(), z.null()]);
export type Cell = z.infer<typeof Cell>;

/** A sentence that belongs to a report. Loud: something is wrong and somebody must look at it. */
export const ReportNote = z.strictObject({ words: z.string(), isLoud: z.boolean() });
export type ReportNote = z.infer<typeof ReportNote>;

/** Which columns of the table a plot draws, by their places. */
export const ReportPlot = z.strictObject({ title: z.string(), names: z.int(), values: z.int() });
export type ReportPlot = z.infer<typeof ReportPlot>;

/** Rows of one page at most. */
export const REPORT_ROWS_MAX = 2_000;

/** What a report tells of some days: all of them have this one shape. */
export const Report = z.strictObject({
  columns: z.array(ReportColumn).min(1).max(20),
  rows: z.array(z.array(Cell)).max(REPORT_ROWS_MAX),
  /** With the first page alone: of all rows, those of other pages too. */
  totals: z.array(Cell).nullable(),
  notes: z.array(ReportNote),
  plot: ReportPlot.nullable(),
  /** Where the next page begins; null after the last. */
  more: z.string().nullable(),
});
export type Report = z.infer<typeof Report>;

/** Which days a report is of, both included. */
export type ReportSpan = { from: BusinessDay; to: BusinessDay };

/** The last day that a span from some day may reach: three years, less a day. */
export function lastDayOf(from: BusinessDay): BusinessDay {
  return dayAfter(`${Number(from.slice(0, 4)) + 3}${from.slice(4) === '-02-29' ? '-02-28' : from.slice(4)}`, -1);
}

/** What a saved report is called, without its ending: `drops-and-paid-outs 2026-11-30`, `cashiers 2026-11-01 to 2026-11-30`. */
export function reportFileName(report: ReportName, { from, to }: ReportSpan): string {
  return `${report.replaceAll('_', '-')} ${from === to ? from : `${from} to ${to}`}`;
}
