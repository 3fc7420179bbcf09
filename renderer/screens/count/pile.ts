import type { Count } from '#domain/balancing';
import type { Cents } from '#domain/money';
import { comparePasses, type ReadPaper, readPaper, type Seen } from './checks.ts';

/** The piles of paper that are counted, as the count calls them. */
export const PILES = ['checks', 'moneyOrders'] as const satisfies readonly (keyof Count)[];
export type PileKind = (typeof PILES)[number];

/**
 * One pile as it is counted: twice, and the paper being entered in each pass. `left` is the amount that the hand was
 * last taken off: only then is it said what is wrong with it.
 */
export type Pile = { first: Seen[]; second: Cents[]; entry: PileEntry; left: PileAmount | null };
export type PileEntry = { number: string; first: string; second: string };
/** The amount of the paper being entered, of the first pass or the second. */
export type PileAmount = 'first' | 'second';
/** Where the hand is in a pile: at the number or the amount of the first pass, at the second, or done with it. */
export type PileSpot = 'number' | 'first' | 'second';

export type PileAction =
  | { did: 'typedEntry'; pile: PileKind; field: keyof PileEntry; text: string }
  | { did: 'leftAmount'; pile: PileKind; field: PileAmount }
  | { did: 'enteredNumber'; pile: PileKind }
  | { did: 'enteredAmount'; pile: PileKind; pass: 1 | 2 }
  | { did: 'tookBack'; pile: PileKind; pass: 1 | 2; place: number };

export const BLANK_PILE: Pile = { first: [], second: [], entry: { number: '', first: '', second: '' }, left: null };

/** The pile after what was done in it, and where the hand goes: a spot of it, or `null` on to what follows. */
export function pileReducer(pile: Pile, action: PileAction): { pile: Pile; spot: PileSpot | null } {
  switch (action.did) {
    case 'typedEntry': {
      const text = action.field === 'number' ? action.text.replace(/[^\d.]/g, '').slice(0, 15) : action.text;
      const left = pile.left === action.field ? null : pile.left;
      return { pile: { ...pile, left, entry: { ...pile.entry, [action.field]: text } }, spot: action.field };
    }
    case 'leftAmount':
      return { pile: { ...pile, left: action.field }, spot: action.field };
    case 'enteredNumber':
      return enteredNumber(pile);
    case 'enteredAmount':
      return action.pass === 1 ? enteredFirst(pile) : enteredSecond(pile);
    case 'tookBack':
      return action.pass === 1
        ? { pile: { ...pile, first: without(pile.first, action.place) }, spot: 'number' }
        : { pile: { ...pile, second: without(pile.second, action.place) }, spot: 'second' };
  }
}

/** The paper that was entered last, to be taken back; null where there is none. */
export function lastOf({ first, second }: Pile): { pass: 1 | 2; place: number } | null {
  if (second.length > 0) return { pass: 2, place: second.length - 1 };
  return first.length > 0 ? { pass: 1, place: first.length - 1 } : null;
}

/** What is wrong with the amount that the hand was taken off, in a sentence; null when nothing is. */
export function wrongLeft(pile: Pile, field: PileAmount): string | null {
  return pile.left === field ? readEntry(pile, field).wrong : null;
}

/** The amount being entered that cannot be right, whether it was said or not. */
export function wrongEntry(pile: Pile): PileAmount | null {
  if (readEntry(pile, 'first').wrong) return 'first';
  return readEntry(pile, 'second').wrong ? 'second' : null;
}

function readEntry({ entry }: Pile, field: PileAmount): ReadPaper {
  return readPaper(entry[field]);
}

function afterFirst(pile: Pile): PileSpot | null {
  return isSettled(pile) ? null : 'second';
}

function isSettled({ first, second }: Pile): boolean {
  const { toEnter, toSettle } = comparePasses(first, second);
  return toEnter + toSettle === 0;
}

/** An empty number ends the first pass; the second begins when there is something to check. */
function enteredNumber(pile: Pile): ReturnType<typeof pileReducer> {
  const { number } = pile.entry;
  if (number === '') return { pile, spot: afterFirst(pile) };
  if (!isAmount(number)) return { pile, spot: 'first' };
  return { pile: { ...pile, entry: { ...pile.entry, number: '', first: number } }, spot: 'number' };
}

/** Whether it was an amount that was typed for the number: no number has a point. It goes where it belongs. */
function isAmount(number: string): boolean {
  return number.includes('.');
}

function enteredFirst(pile: Pile): ReturnType<typeof pileReducer> {
  const { number } = pile.entry;
  const { cents, wrong } = readEntry(pile, 'first');
  if (wrong) return { pile: { ...pile, left: 'first' }, spot: 'first' };
  if (number === '' || isAmount(number)) return { pile, spot: 'number' };
  if (cents === null) return { pile, spot: 'first' };
  const entry = { ...pile.entry, number: '', first: '' };
  return { pile: { ...pile, first: [...pile.first, { checkNumber: number, cents }], entry }, spot: 'number' };
}

function enteredSecond(pile: Pile): ReturnType<typeof pileReducer> {
  const { cents, wrong } = readEntry(pile, 'second');
  if (wrong) return { pile: { ...pile, left: 'second' }, spot: 'second' };
  if (cents === null) return { pile, spot: null };
  const next = { ...pile, second: [...pile.second, cents], entry: { ...pile.entry, second: '' } };
  return { pile: next, spot: isSettled(next) ? null : 'second' };
}

function without<T>(rows: readonly T[], at: number): T[] {
  return rows.filter((_, place) => place !== at);
}
