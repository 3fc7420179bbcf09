import { dayOf } from '#domain/businessDay';
import { durationWords } from '#domain/duration';
import { cents } from '#domain/money';
import {
  type Cell,
  type CellKind,
  differenceWords,
  type Report,
  type ReportColumn,
  type ReportPlot,
} from '#domain/report';
import { amount, clock, count, mediumDay, shortDay } from '../../format.ts';

/** A cell as the page writes it; nothing where there is nothing to tell. */
export function cellWords(cell: Cell, { kind }: ReportColumn, zone: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return kind === 'day' ? mediumDay(cell) : cell;
  switch (kind) {
    case 'cents':
      return amount(cell);
    case 'over_short':
    case 'difference':
      return differenceWords(cents(cell));
    case 'duration':
      return durationWords(cell);
    case 'instant':
      return `${shortDay(dayOf(cell, zone))}, ${clock(cell, zone)}`;
    default:
      return count(cell);
  }
}

/** What the row on show names, in the first of its columns that leads to a screen. */
export function namedBy(
  columns: readonly ReportColumn[],
  row: readonly Cell[] | undefined,
): { opens: NonNullable<ReportColumn['opens']>; label: string } | null {
  // A gap names numbers and no receipt.
  if (!row || isGap(row)) return null;
  for (const [at, { opens }] of columns.entries()) {
    const label = row[at];
    if (opens && typeof label === 'string' && /^\S+$/.test(label)) return { opens, label };
  }
  return null;
}

/** Numbers without a receipt: nothing stands in the row but which they are and what is known of them. */
export function isGap(row: readonly Cell[] | undefined): boolean {
  return row !== undefined && row.length > 3 && row.slice(1).filter((cell) => cell !== null).length === 1;
}

/** What letters, the small ones of a head, digits and the capitals of a label take on the average; and the space around. */
const LETTER_PX = 7.4;
const HEAD_PX = 7;
const DIGIT_PX = 8.5;
const LABEL_PX = 9.8;
const AROUND_PX = 16;
/** Short words may have wide letters. */
const SLACK_PX = 8;
/** No column is wider for its words than that: longer ones are cut off, and told whole to whoever points at them. */
const WORDS_MAX_PX = 240;
/** Days and instants are all as long as the longest of them, `Nov 1, 1:30 PDT`. */
const FIXED: Partial<Record<CellKind, number>> = { day: 112, instant: 128 };

/**
 * How wide each column stands at least: as wide as the first page and the totals need, so that nothing moves while rows
 * come and go. A name over a column takes two lines where its cells are narrower.
 */
export function widthsOf({ columns, rows, totals }: Pick<Report, 'columns' | 'rows' | 'totals'>): number[] {
  // What is said of a gap reaches over all columns but the one that names it.
  const told = rows.filter((row) => !isGap(row));
  return columns.map((column, at) => {
    const cells = (at === 0 ? rows : told).map((row) => row[at] ?? null);
    if (at > 0 && totals) cells.push(totals[at] ?? null);
    return Math.ceil(Math.max(headWidth(column.name), FIXED[column.kind] ?? cellsWidth(column, cells)));
  });
}

/** Words keep so much where a table would be wider than its room: the names of people stay whole. */
const WORDS_LEAST_PX = 136;

/**
 * The same where they are wider than the room: the longest words give way, as long as that is enough. Where it is not,
 * nothing is cut, and the table is looked at sideways.
 * @param roomPx 0 as long as it is not known
 */
export function fittedTo(widths: readonly number[], columns: readonly ReportColumn[], roomPx: number): number[] {
  let over = widths.reduce((total, width) => total + width, 0) - roomPx;
  if (roomPx === 0 || over <= 0) return [...widths];
  const fitted = [...widths];
  const ofWords = [...widths.keys()].filter((at) => columns[at]?.kind === 'text');
  for (const at of ofWords.sort((one, other) => (widths[other] ?? 0) - (widths[one] ?? 0))) {
    const given = Math.min(over, Math.max(0, (widths[at] ?? 0) - WORDS_LEAST_PX));
    fitted[at] = (widths[at] ?? 0) - given;
    over -= given;
  }
  return over > 0 ? [...widths] : fitted;
}

function headWidth(name: string): number {
  const longest = Math.max(name.length / 2, ...name.split(' ').map((word) => word.length));
  return longest * HEAD_PX + AROUND_PX;
}

/** What the longest words need, or the greatest and the least of numbers. */
function cellsWidth(column: ReportColumn, cells: readonly Cell[]): number {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  const extremes = numbers.length === 0 ? [] : [greatest(numbers), -greatest(numbers.map((one) => -one))];
  const digits = Math.max(0, ...extremes.map((cell) => cellWords(cell, column, 'UTC').length));
  const words = cells.reduce(
    (most: number, cell) => Math.max(most, typeof cell === 'string' ? wordsWidth(cell) : 0),
    0,
  );
  return Math.max(digits * DIGIT_PX, Math.min(words, WORDS_MAX_PX)) + AROUND_PX;
}

/** A label is all capitals and digits, which are wider than other letters. */
function wordsWidth(words: string): number {
  return /^[A-Z0-9-]+$/.test(words) ? words.length * LABEL_PX : words.length * LETTER_PX + SLACK_PX;
}

/** `Math.max` of a whole page would be a call with thousands of arguments. */
function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one));
}

/** Names without what all of them begin with, up to a dash, so that each finds room under its bar: `W3-D0001` is `D0001`. */
export function shortNames(names: readonly string[]): string[] {
  const [first = ''] = names;
  const begins = first.slice(0, first.lastIndexOf('-') + 1);
  return names.every((name) => name.startsWith(begins)) ? names.map((name) => name.slice(begins.length)) : [...names];
}

const HOUR_MS = 3_600_000;

/** One bar of a plot: cents, hours of a span, or whatever its column counts. */
export type Bar = { name: string; value: number; words: string };

/** Bars at most: more of them would be a smear. */
const BARS_MAX = 120;

/** What a plot draws of the rows, those without a value left out; of too many the last ones. */
export function barsOf(plot: ReportPlot, columns: readonly ReportColumn[], rows: Report['rows'], zone: string): Bar[] {
  const [names, values] = [columns[plot.names], columns[plot.values]];
  if (!names || !values) return [];
  return rows
    .flatMap((row) => {
      const value = row[plot.values];
      if (typeof value !== 'number') return [];
      const drawn = values.kind === 'duration' ? value / HOUR_MS : value;
      const name = cellWords(row[plot.names] ?? null, names, zone);
      return [{ name, value: drawn, words: cellWords(value, values, zone) }];
    })
    .slice(-BARS_MAX);
}

/** The axis of a plot: it begins and ends at whole steps, and 0 is always one of its ticks, for bars stand or hang from there. */
export type Axis = { domain: [number, number]; ticks: number[] };

/** Steps of an axis, about so many. */
const STEPS = 5;
/** So much of a step stays free over the highest bar: one that ends at the edge looks cut off. */
const FREE = 0.1;

/** @param values counts, cents, or hours */
export function axisOf(values: readonly number[]): Axis {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = roundStep((most - least) / STEPS);
  const [first, last] = [
    least === 0 ? 0 : Math.floor(least / step - FREE),
    most === 0 && least < 0 ? 0 : Math.max(Math.ceil(most / step + FREE), 1),
  ];
  const ticks = Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step);
  return { domain: [first * step, last * step], ticks };
}

/** The next of 1, 2, 5, 10, 20, 50 … from a number on. */
function roundStep(from: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(from, 1)));
  return power * ([1, 2, 5].find((times) => times * power >= from) ?? 10);
}
