import { zoneWhereTwice } from '#domain/clockTwice';
import { durationClock } from '#domain/duration';
import { type Cell, type CellKind, isMoney, type Report, type ReportColumn } from '#domain/report';

/** What a spreadsheet could take for the beginning of a formula, in any width in which it is written. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@|%＝＋－＠−]|^[\t\r\n]/u;

/** Ends each row (RFC 4180). */
const END = '\r\n';

/** Marks the file as UTF-8 for programs that ask for it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A row of CSV. Text that could be a formula stands behind an apostrophe, so that opening the file runs nothing. */
export function csvRow(cells: readonly { text: string; isNumber: boolean }[]): string {
  return `${cells.map(({ text, isNumber }) => quoted(isNumber ? text : harmless(text))).join()}${END}`;
}

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The first row of a report's file. */
export function reportCsvHead(columns: readonly ReportColumn[]): string {
  return BYTE_ORDER_MARK + csvRow(columns.map(({ name }) => ({ text: name, isNumber: false })));
}

/**
 * Rows of a report as CSV: amounts as plain numbers with two decimals, days as 2026-11-23, instants as the district's
 * clocks show them, with the zone in an hour that comes twice, spans of time as hours and minutes.
 */
export function reportCsvRows(columns: readonly ReportColumn[], rows: Report['rows'], timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  const clock: Clock = (instant) => format.format(instant) + zoneWhereTwice(instant, timeZone);
  return rows.map((row) => csvRow(columns.map(({ kind }, at) => cellOf(row[at] ?? null, kind, clock)))).join('');
}

type Clock = (instant: number) => string;

function cellOf(cell: Cell, kind: CellKind, clock: Clock): { text: string; isNumber: boolean } {
  if (cell === null) return { text: '', isNumber: false };
  if (typeof cell === 'string') return { text: cell, isNumber: false };
  if (kind === 'duration') return { text: durationClock(cell), isNumber: true };
  if (isMoney(kind)) return { text: decimal(cell), isNumber: true };
  return { text: kind === 'instant' ? clock(cell) : String(cell), isNumber: true };
}

/** Cents as a number that programs read: `-4.25`. */
function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
