import { dayWords } from '#domain/businessDay';
import { durationWords } from '#domain/duration';
import { cents } from '#domain/money';
import {
  type Cell,
  differenceWords,
  isDifference,
  isNumber,
  REPORT_TITLES,
  type Report,
  type ReportColumn,
  type ReportName,
  type ReportSpan,
} from '#domain/report';
import { changeFundCertificate } from './changeFundCertificate.ts';
import type { Letter } from './letter.ts';
import { bannersOf, type SlipFacts } from './slipParts.ts';
import { momentAt } from './when.ts';
import { amountOf } from './words.ts';

/** A whole report: the rows of all its pages. */
export type ReportOnPaper = Pick<Report, 'columns' | 'rows' | 'totals' | 'notes'> & {
  report: ReportName;
  span: ReportSpan;
  /** The instant (ms) at which the ledger told it. */
  asOf: number;
};

/** From so many columns on a page lies on its side. */
const WIDE = 7;

/** A report on letter paper: its head on each page, its totals under the last. */
export function reportLetter(told: ReportOnPaper, facts: SlipFacts): Letter {
  const { report, columns, rows, totals, notes, span, asOf } = told;
  const { district } = facts;
  const certificate = changeFundCertificate(told, facts);
  const title = certificate?.title ?? REPORT_TITLES[report];
  const made = `As of ${momentAt(asOf, district.timeZone)}`;
  const cells = (row: readonly Cell[]) => row.map((cell, at) => cellWords(cell, columns[at], district.timeZone));
  return {
    title,
    aside: spanWords(span),
    masthead: [district.name, ...district.header],
    banners: bannersOf(facts, { copy: 1 }, false),
    ...(columns.length > WIDE ? { isWide: true } : {}),
    blocks: [
      ...notes.map(({ words }) => ({ block: 'text' as const, text: words })),
      {
        block: 'table',
        columns: columns.map(({ name, kind }) => (isNumber(kind) ? { name, right: true } : { name })),
        rows: rows.map(cells),
        ...(totals ? { totals: cells(totals) } : {}),
      },
      ...(rows.length === 0 ? [{ block: 'text' as const, text: 'Nothing in these days.' }] : []),
      ...(certificate?.blocks ?? []),
    ],
    foot: `${title}, ${spanWords(span)}. ${made}`,
  };
}

/** `Nov 23, 2026`, `Nov 1, 2026 to Nov 30, 2026`. */
function spanWords({ from, to }: ReportSpan): string {
  return from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`;
}

function cellWords(cell: Cell, column: ReportColumn | undefined, timeZone: string): string {
  if (cell === null || column === undefined) return '';
  if (typeof cell === 'string') return column.kind === 'day' ? dayWords(cell) : cell;
  if (column.kind === 'cents') return amountOf(cell);
  if (isDifference(column.kind)) return differenceWords(cents(cell));
  if (column.kind === 'duration') return durationWords(cell);
  return column.kind === 'instant' ? momentAt(cell, timeZone) : cell.toLocaleString('en-US');
}
