import { DENOMINATIONS, PIECES_MAX, type Pieces, worthOf } from '#domain/denominations';
import type { Cents } from '#domain/money';

/** What is typed of one denomination: loose pieces, and whole straps or rolls. */
export type TypedRow = { loose: string; bundled: string };
/** By worth in cents. */
export type TypedPieces = Readonly<Record<string, TypedRow>>;

/** Notes come in straps of 100; coins in the rolls that banks take. */
export type Bundle = { name: 'strap' | 'roll'; of: number };

const ROLLS: Record<number, number> = { 50: 20, 25: 40, 10: 50, 5: 40, 1: 50 };
/** Seldom seen, so shown only when asked for. */
const RARE: readonly number[] = [200, 50];

export function bundleOf(worth: number): Bundle {
  return worth >= 100 ? { name: 'strap', of: 100 } : { name: 'roll', of: ROLLS[worth] ?? 50 };
}

export function denominationsShown(withRare: boolean): number[] {
  return DENOMINATIONS.filter((worth) => withRare || !RARE.includes(worth));
}

const BLANK: TypedRow = { loose: '', bundled: '' };

export function rowOf(typed: TypedPieces, worth: number): TypedRow {
  return typed[String(worth)] ?? BLANK;
}

/** Keeps the very text that was typed: what is no number of pieces is shown as such, never read as another number. */
export function withTyped(typed: TypedPieces, worth: number, column: keyof TypedRow, text: string): TypedPieces {
  return { ...typed, [String(worth)]: { ...rowOf(typed, worth), [column]: text } };
}

/** A cell that counts for nothing until it is mended, and why. */
export type WrongCell = { worth: number; column: keyof TypedRow; text: string; why: 'no_count' | 'too_many' };

/** What a row comes to: its pieces, or the cell that keeps it from being counted. */
type Read = { pieces: number; wrong: WrongCell | null };

const COLUMNS: readonly (keyof TypedRow)[] = ['loose', 'bundled'];

function read(typed: TypedPieces, worth: number): Read {
  const row = rowOf(typed, worth);
  let pieces = 0;
  for (const column of COLUMNS) {
    const text = row[column].trim();
    const wrong = (why: WrongCell['why']): Read => ({ pieces: 0, wrong: { worth, column, text, why } });
    if (!/^\d*$/.test(text)) return wrong('no_count');
    pieces += Number(text) * (column === 'bundled' ? bundleOf(worth).of : 1);
    if (pieces > PIECES_MAX) return wrong('too_many');
  }
  return { pieces, wrong: null };
}

/** How many pieces a row comes to; none while one of its cells is wrong. */
export function piecesIn(typed: TypedPieces, worth: number): number {
  return read(typed, worth).pieces;
}

/** The cell of a row that has to be mended: no whole number, or more pieces than any tray holds. */
export function wrongIn(typed: TypedPieces, worth: number): WrongCell | null {
  return read(typed, worth).wrong;
}

/** Whether that very cell has to be mended, whatever stands beside it. */
export function isWrongCell(typed: TypedPieces, worth: number, column: keyof TypedRow): boolean {
  return wrongIn({ [String(worth)]: { ...BLANK, [column]: rowOf(typed, worth)[column] } }, worth) !== null;
}

/** The first cell that has to be mended before one may go on, the largest denomination first. */
export function firstWrong(typed: TypedPieces): WrongCell | null {
  for (const worth of DENOMINATIONS) {
    const wrong = wrongIn(typed, worth);
    if (wrong) return wrong;
  }
  return null;
}

/** What was typed as the contract takes it: no zeros. The very rows that the table shows. */
export function piecesOf(typed: TypedPieces): Pieces {
  const pieces: Pieces = {};
  for (const worth of DENOMINATIONS) {
    const count = piecesIn(typed, worth);
    if (count > 0) pieces[String(worth)] = count;
  }
  return pieces;
}

export function worthTyped(typed: TypedPieces): Cents {
  return worthOf(piecesOf(typed));
}

export function isUntouched(typed: TypedPieces): boolean {
  return Object.values(typed).every((row) => (row.loose + row.bundled).trim() === '');
}

/** The name under which the focus finds a cell. */
export function cellOf(worth: number, column: keyof TypedRow): string {
  return `${column}-${worth}`;
}

/**
 * Where the hand goes from a cell: above or below in the same column; null beyond the table. Out of a wrong cell there
 * is no way down: a count is typed without looking.
 */
export function cellAfter(
  typed: TypedPieces,
  shown: readonly number[],
  { worth, column, by }: { worth: number; column: keyof TypedRow; by: 1 | -1 },
): string | null {
  if (by > 0 && wrongIn(typed, worth)?.column === column) return cellOf(worth, column);
  const next = shown[shown.indexOf(worth) + by];
  return next === undefined ? null : cellOf(next, column);
}
