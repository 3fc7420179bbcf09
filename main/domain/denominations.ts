import * as z from 'zod';
import { type Cents, cents, sum, times } from './money.ts';

/** The worth of each US note and coin that a drawer holds, in cents, largest first. */
export const DENOMINATIONS = [10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25, 10, 5, 1] as const;

/** More pieces of one kind than any tray holds: a slip of the finger, not a count. */
export const PIECES_MAX = 100_000;

/** Pieces by worth in cents, such as `{ "2000": 31, "25": 40 }`. What is left out is none. */
export const Pieces = z
  .partialRecord(z.enum(DENOMINATIONS.map(String)), z.int().min(0).max(PIECES_MAX))
  .describe('pieces by worth in cents, such as {"2000": 31, "25": 40}');
export type Pieces = z.infer<typeof Pieces>;

/** What so many pieces are worth together. */
export function worthOf(pieces: Pieces): Cents {
  return sum(DENOMINATIONS.map((worth) => times(cents(worth), pieces[String(worth)] ?? 0)));
}

/** The fewest pieces that make an amount: a cashier's breakdown of the change. Two-dollar notes and halves are not handed out. */
export function breakdown(amount: Cents): Pieces {
  const pieces: Pieces = {};
  let left: number = amount;
  for (const worth of DENOMINATIONS) {
    if (worth === 200 || worth === 50) continue;
    const count = Math.floor(left / worth);
    if (count > 0) pieces[String(worth)] = count;
    left -= count * worth;
  }
  return pieces;
}
