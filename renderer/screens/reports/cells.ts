import { dayOf } from '#domain/businessDay';
import { cents } from '#domain/money';
import { type Cell, type CellKind, overOrShort, type Report, type ReportColumn, type ReportPlot } from '#domain/report';
import { amount, clock, count, mediumDay, shortDay } from '../../format.ts';

/** A cell as the page writes it; nothing where there is nothing to tell. */
export function cellWords(cell: Cell, { kind }: ReportColumn, zone: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return kind === 'day' ? mediumDay(cell) : cell;
  switch (kind) {
    case 'cents':
      return amount(cell);
    case 'over_short':
      return overOrShort(cents(cell));
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
  const at = columns.findIndex(({ opens }) => opens !== undefined);
  const [opens, label] = [columns[at]?.opens, row?.[at]];
  // A gap names numbers and no receipt.
  return opens && typeof label === 'string' && /^\S+$/.test(label) && !isGap(row) ? { opens, label } : null;
}

/** Numbers without a receipt: nothing stands in the row but which they are and what is known of them. */
export function isGap(row: readonly Cell[] | undefined): boolean {
  return row !== undefined && row.length > 3 && row.slice(1).filter((cell) => cell !== null).length === 1;
}

/** How wide each kind of column stands at least, so that nothing moves while rows come and go; words get what is left. */
const WIDTHS: Record<CellKind, number> = {
  ...{ label: 104, day: 112, instant: 120, text: 112 },
  ...{ count: 64, cents: 104, over_short: 128 },
};

/** A name over a column may need more than its cells: some 7 px for a letter, and the space around. */
const LETTER_PX = 7;
const AROUND_PX = 16;

export function widthOf({ name, kind }: ReportColumn): number {
  return Math.max(WIDTHS[kind], name.length * LETTER_PX + AROUND_PX);
}

/** One bar of a plot: cents or whatever its column counts. */
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
      return [{ name: cellWords(row[plot.names] ?? null, names, zone), value, words: cellWords(value, values, zone) }];
    })
    .slice(-BARS_MAX);
}

/** The axis of a plot: it begins and ends at whole steps, and 0 is always one of its ticks, for bars stand or hang from there. */
export type Axis = { domain: [number, number]; ticks: number[] };

/** Steps of an axis, about so many. */
const STEPS = 5;

/** @param values whole numbers: counts, or cents */
export function axisOf(values: readonly number[]): Axis {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = roundStep((most - least) / STEPS);
  const [first, last] = [Math.floor(least / step), Math.max(Math.ceil(most / step), least < 0 ? 0 : 1)];
  const ticks = Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step);
  return { domain: [first * step, last * step], ticks };
}

/** The next of 1, 2, 5, 10, 20, 50 … from a number on. */
function roundStep(from: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(from, 1)));
  return power * ([1, 2, 5].find((times) => times * power >= from) ?? 10);
}
