import { readAmount } from '#domain/amountEntry';
import type { CountedCheck } from '#domain/balancing';
import { type Cents, sum } from '#domain/money';
import { wrongAmount } from '../../amounts.ts';
import { piles } from '../../messages/piles.ts';

/** A check of the first pass: number and amount, read off the paper. */
export type Seen = { checkNumber: string; cents: Cents };

/** How the two passes over one pile stand. The second is amounts alone, in any order. */
export type Passes = {
  /** For each check of the first pass: whether the second has met it. */
  met: boolean[];
  /** For each amount of the second pass: whether the first has one left for it. */
  known: boolean[];
  toEnter: number;
  toSettle: number;
};

/** Holds the passes against each other, one paper against one: two alike need two alike. */
export function comparePasses(first: readonly Seen[], second: readonly Cents[]): Passes {
  const met = first.map(() => false);
  const known = second.map((cents) => {
    const at = first.findIndex((check, place) => !met[place] && check.cents === cents);
    if (at >= 0) met[at] = true;
    return at >= 0;
  });
  const toSettle = known.filter((is) => !is).length;
  return { met, known, toEnter: met.filter((is) => !is).length, toSettle };
}

/** Two papers of the first pass with the same number and amount, by their places; the last such two, or null. */
export function alikeIn(first: readonly Seen[]): { places: [number, number]; paper: Seen } | null {
  const seen = new Map<string, number>();
  let alike: ReturnType<typeof alikeIn> = null;
  for (const [at, paper] of first.entries()) {
    const key = `${paper.checkNumber} ${paper.cents}`;
    const before = seen.get(key);
    if (before !== undefined) alike = { places: [before, at], paper };
    seen.set(key, at);
  }
  return alike;
}

export function totalOf(first: readonly Seen[]): Cents {
  return sum(first.map((check) => check.cents));
}

export function countedChecks(first: readonly Seen[]): CountedCheck[] {
  return first.map(({ checkNumber, cents }) => ({ checkNumber, cents }));
}

/** What an amount typed of a paper comes to: nothing yet, cents above zero, or why it is none, in a sentence. */
export type ReadPaper = { cents: Cents | null; wrong: string | null };

/** Reads the amount of a paper. A paper over nothing is none. */
export function readPaper(text: string): ReadPaper {
  const entry = readAmount(text);
  if (entry.state !== 'amount') return { cents: null, wrong: wrongAmount(entry) };
  return entry.amount > 0 ? { cents: entry.amount, wrong: null } : { cents: null, wrong: piles.nothing };
}
