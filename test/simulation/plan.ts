import { type Chance, createChance } from '../support/chance.ts';

/** What may happen in one step, and how often beside the others where a seed has it at all. */
const USUAL = {
  take: 30,
  void: 4,
  correct: 3,
  refund: 3,
  drop: 2,
  reprint: 2,
  close: 6,
  count: 6,
  approve: 4,
  deposit: 2,
  look: 3,
  again: 4,
  time: 12,
  message: 24,
  line: 6,
  late: 3,
  crash: 3,
  crashMidway: 3,
  damage: 2,
  service: 3,
  backUp: 2,
  restore: 1,
  clock: 2,
} as const;

export type What = keyof typeof USUAL;

/** One step: what, and its number, which decides all of its chance. Without a step the others stay as they are. */
export type Step = { number: number; what: What };

/** All that a seed decides beforehand. */
export type Plan = { seed: number; stations: number; services: 1 | 2; steps: Step[] };

const STEPS = 120;
/** What a day cannot do without. */
const ALWAYS: ReadonlySet<What> = new Set(['take', 'time', 'message']);

/**
 * What a seed does: each has a few kinds of step and faults of all there are, some of them often, so that no fault
 * always hides behind another.
 */
export function planOf(seed: number): Plan {
  const chance = createChance(`plan ${seed}`);
  const weights = (Object.entries(USUAL) as [What, number][]).map(([what, usual]): [What, number] => [
    what,
    usual * (ALWAYS.has(what) ? 1 : chance.pick([0, 1, 1, 3])),
  ]);
  return {
    seed,
    stations: 1 + chance.below(chance.pick([2, 3, 8])),
    services: chance.oneIn(2) ? 2 : 1,
    steps: Array.from({ length: STEPS }, (_, number) => ({ number, what: drawn(weights, chance) })),
  };
}

function drawn(weights: readonly [What, number][], chance: Chance): What {
  let left = chance.below(weights.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [what, weight] of weights) {
    left -= weight;
    if (left < 0) return what;
  }
  throw new Error('nothing was drawn');
}

/** The chance of one step of a seed. */
export function chanceOf({ seed }: Plan, { number, what }: Step): Chance {
  return createChance(`${seed} ${number} ${what}`);
}
