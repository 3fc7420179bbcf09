import type { LetterTable } from './letter.ts';

/**
 * How wide each column stands, in all the room there is: as its widest cell needs. Amounts never break; where there is
 * too little room, the widest columns of words give some; what is left over goes to words, the last amounts at the edge.
 * @param widthOf how wide a cell of that text is, with the space around it
 */
export function columnWidths(
  { columns, rows, totals }: LetterTable,
  room: number,
  widthOf: (text: string, isStrong: boolean) => number,
): number[] {
  const natural = columns.map(({ name }, at) =>
    Math.max(
      widthOf(name, true),
      widthOf(totals?.[at] ?? '', true),
      ...rows.map((row) => widthOf(row[at] ?? '', false)),
    ),
  );
  const words = columns.flatMap(({ right }, at) => (right ? [] : [at]));
  const spare = room - natural.reduce((total, width) => total + width, 0);
  if (words.length === 0) return natural.map((width) => width + spare / natural.length);
  if (spare >= 0) return natural.map((width, at) => (words.includes(at) ? width + spare / words.length : width));
  const most = fittingMost(
    words.map((at) => natural[at] ?? 0),
    spare,
  );
  return natural.map((width, at) => (words.includes(at) ? Math.min(width, most) : width));
}

/** No column of words is narrower than that, however little room there is. */
const WORDS_MIN = 40;

/** The most that a column of words may take, so that all of them give what is missing. */
function fittingMost(widths: readonly number[], missing: number): number {
  const room = widths.reduce((total, width) => total + width, 0) + missing;
  const sorted = widths.toSorted((one, other) => one - other);
  let left = room;
  for (const [at, width] of sorted.entries()) {
    const share = left / (sorted.length - at);
    if (width > share) return Math.max(share, WORDS_MIN);
    left -= width;
  }
  return Math.max(...widths);
}
