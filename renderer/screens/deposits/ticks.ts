import { readAmount } from '#domain/amountEntry';
import type { DepositCheck } from '#domain/deposit';

/** Papers are known by their place in the list: two may be alike. */
export type Ticks = {
  /** What is typed to find one: its number, or its amount. */
  look: string;
  /** The place that the hand is on; null until it moved: then the first that is not ticked off. */
  at: number | null;
  ticked: readonly number[];
};

export const NO_TICKS: Ticks = { look: '', at: null, ticked: [] };

/** A paper with its place in the whole list. */
export type Placed = { paper: DepositCheck; place: number };

/** The paper that Enter ticks off: the one in hand, else the first that is left. */
export function inHand({ at, ticked }: Ticks, shown: readonly Placed[]): Placed | undefined {
  const there = new Set(ticked);
  return shown.find(({ place }) => place === at) ?? shown.find(({ place }) => !there.has(place));
}

/** Ticks off one, or takes its tick away. */
export function toggled(ticks: Ticks, place: number): Ticks {
  const ticked = ticks.ticked.includes(place) ? ticks.ticked.filter((one) => one !== place) : [...ticks.ticked, place];
  return { look: '', at: null, ticked };
}

/** The hand on the paper above or under it. */
export function movedIn(ticks: Ticks, shown: readonly Placed[], by: 1 | -1): Ticks {
  const from = shown.findIndex(({ place }) => place === inHand(ticks, shown)?.place);
  const to = shown[Math.min(Math.max(from + by, 0), shown.length - 1)];
  return { ...ticks, at: to?.place ?? null };
}

/** What Enter does: ticks off what was typed, or the one in hand; `none`: nothing fits; `done`: all are ticked off. */
export function accepted(ticks: Ticks, shown: readonly Placed[]): { ticks: Ticks } | 'none' | 'done' {
  const look = ticks.look.trim();
  if (look === '') {
    const paper = inHand(ticks, shown);
    return paper ? { ticks: toggled(ticks, paper.place) } : 'done';
  }
  const there = new Set(ticks.ticked);
  const left = shown.filter(({ place }) => !there.has(place));
  const found = left.find(({ paper }) => bare(paper.checkNumber) === bare(look)) ?? left.find(hasAmount(look));
  return found ? { ticks: toggled(ticks, found.place) } : 'none';
}

/** Zeros before a number are not always typed. */
function bare(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}

function hasAmount(text: string): (one: Placed) => boolean {
  const entry = readAmount(text);
  return ({ paper }) => entry.state === 'amount' && paper.cents === entry.amount;
}
