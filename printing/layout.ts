import { assert, never } from '#domain/assert';
import { columnsOf, plain, wrapped } from './columns.ts';
import type { Slip, SlipRow, Weight } from './slip.ts';

/** A row as it stands on paper. `large` letters are twice as wide and as high, so half as many fit. */
export type PaperRow =
  | { row: 'text'; text: string; weight: Weight }
  | { row: 'large'; text: string }
  | { row: 'qr'; content: string };

/** Narrower paper than this cannot hold an amount beside a word. */
const WIDTH_MIN = 24;
/** How far words stand in under what names them. */
const STEP = 2;

/**
 * Sets a slip in rows of at most `width` columns: the one place where alignment is made, for all kinds of paper.
 * @param show how the paper writes a text, for paper that lacks letters; it must not give more columns than it says
 */
export function layOut(slip: Slip, width: number, show: (text: string) => string = (text) => text): PaperRow[] {
  assert(width >= WIDTH_MIN, `a slip needs ${WIDTH_MIN} columns, not ${width}`);
  const say = (text: string) => show(plain(text)).trimEnd();
  const banners = slip.banners.flatMap((banner) => largeRows(say(banner), width));
  return [
    ...banners,
    ...(banners.length > 0 ? [blank] : []),
    ...slip.rows.flatMap((row) => rowsOf(row, width, say)),
    ...(slip.qr === null ? [] : [blank, { row: 'qr' as const, content: slip.qr }]),
    ...(banners.length > 0 ? [blank] : []),
    ...banners,
  ];
}

/** Text in the middle of a row; a space more on the right when it cannot be in the middle. */
export function centered(text: string, width: number): string {
  return `${' '.repeat(Math.floor((width - columnsOf(text)) / 2))}${text}`;
}

const blank: PaperRow = { row: 'text', text: '', weight: 'normal' };

function rowsOf(row: SlipRow, width: number, say: (text: string) => string): PaperRow[] {
  switch (row.row) {
    case 'blank':
      return [blank];
    case 'rule':
      return [{ row: 'text', text: '-'.repeat(width), weight: 'normal' }];
    case 'text':
      return textRows(say(row.text), row, width);
    case 'pair':
      return pairRows(say(row.left), say(row.right), row, width);
    case 'signature':
      return [
        blank,
        blank,
        { row: 'text', text: '_'.repeat(width), weight: 'normal' },
        ...textRows(say(row.who), {}, width),
      ];
    default:
      return never(row);
  }
}

type Manner = { align?: 'left' | 'center'; weight?: Weight; indent?: number };

function textRows(text: string, manner: Manner, width: number): PaperRow[] {
  const indent = indentOf(manner, width);
  const weight = manner.weight ?? 'normal';
  return wrapped(text, width - indent).map((part) => ({
    row: 'text',
    text: manner.align === 'center' ? centered(part.trim(), width) : `${' '.repeat(indent)}${part}`,
    weight,
  }));
}

/**
 * The right stands at the right edge of the last row of the left; too long for half a row, it takes a row of its own.
 * What not even one row holds is words and no figure: it is set below as words are, a step in from the left.
 */
function pairRows(left: string, right: string, manner: Manner, width: number): PaperRow[] {
  const indent = indentOf(manner, width);
  const weight = manner.weight ?? 'normal';
  const space = ' '.repeat(indent);
  const room = width - indent - columnsOf(right) - 1;
  if (room < (width - indent) / 3 && columnsOf(left) > room) {
    return [
      ...wrapped(left, width - indent).map((part): PaperRow => ({ row: 'text', text: space + part, weight })),
      ...(columnsOf(right) > width - indent
        ? textRows(right, { weight, indent: indent + STEP }, width)
        : [{ row: 'text' as const, text: toTheRight(right, width), weight }]),
    ];
  }
  const parts = wrapped(left, room);
  const last = parts.pop() ?? '';
  return [
    ...parts.map((part): PaperRow => ({ row: 'text', text: space + part, weight })),
    { row: 'text', text: `${space}${last}${toTheRight(right, width - indent - columnsOf(last))}`, weight },
  ];
}

function toTheRight(text: string, width: number): string {
  return `${' '.repeat(width - columnsOf(text))}${text}`;
}

function largeRows(text: string, width: number): PaperRow[] {
  const half = Math.floor(width / 2);
  return wrapped(text, half).map((part) => ({ row: 'large', text: centered(part.trim(), half) }));
}

function indentOf(manner: Manner, width: number): number {
  return Math.min(manner.indent ?? 0, Math.floor(width / 4));
}
