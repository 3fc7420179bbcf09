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

export function withTyped(typed: TypedPieces, worth: number, column: keyof TypedRow, text: string): TypedPieces {
  const digits = text.replace(/\D/g, '').slice(0, 6);
  return { ...typed, [String(worth)]: { ...rowOf(typed, worth), [column]: digits } };
}

/** How many pieces a row comes to. */
export function piecesIn(typed: TypedPieces, worth: number): number {
  const row = rowOf(typed, worth);
  return Number(row.loose || 0) + Number(row.bundled || 0) * bundleOf(worth).of;
}

/** What was typed as the contract takes it: no zeros. */
export function piecesOf(typed: TypedPieces): Pieces {
  const pieces: Pieces = {};
  for (const worth of DENOMINATIONS) {
    const count = Math.min(piecesIn(typed, worth), PIECES_MAX);
    if (count > 0) pieces[String(worth)] = count;
  }
  return pieces;
}

/** The first denomination of which more was typed than any tray holds. */
export function tooMany(typed: TypedPieces): number | null {
  return DENOMINATIONS.find((worth) => piecesIn(typed, worth) > PIECES_MAX) ?? null;
}

export function worthTyped(typed: TypedPieces): Cents {
  return worthOf(piecesOf(typed));
}

export function isUntouched(typed: TypedPieces): boolean {
  return Object.values(typed).every((row) => row.loose === '' && row.bundled === '');
}

/** The name under which the focus finds a cell. */
export function cellOf(worth: number, column: keyof TypedRow): string {
  return `${column}-${worth}`;
}

/** The cell above or below in the same column; null beyond the table. */
export function cellBeside(shown: readonly number[], worth: number, column: keyof TypedRow, by: 1 | -1): string | null {
  const next = shown[shown.indexOf(worth) + by];
  return next === undefined ? null : cellOf(next, column);
}
