import { assert } from '#domain/assert';

/** Chance that repeats itself: the same seed draws the same lots in the same order, on every machine. */
export type Chance = {
  /** A whole number from 0 up to, not including, `below`. */
  whole(below: number): number;
  /** True so many times in a hundred. */
  likely(percent: number): boolean;
  pick<T>(from: readonly T[]): T;
};

/** A seeded generator of 32-bit numbers: a counter stirred by multiplications and shifts. Good for a sample, not for secrets. */
export function seededChance(seed: number): Chance {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) >>> 0;
  const whole = (below: number) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
  return {
    whole,
    likely: (percent) => whole(100) < percent,
    pick: (from) => {
      const picked = from[whole(from.length)];
      assert(picked !== undefined, 'nothing to pick from');
      return picked;
    },
  };
}
