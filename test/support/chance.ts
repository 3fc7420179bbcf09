import { createHash } from 'node:crypto';

/** Chance that a seed decides: the same seed, the same ids, bytes and choices. */
export type Chance = {
  /** A UUID. */
  id(): string;
  bytes(count: number): Uint8Array;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  /** Whether what happens once in so many times happens now. */
  oneIn(times: number): boolean;
  pick<T>(from: readonly T[]): T;
};

export function createChance(seed: string): Chance {
  let drawn = 0;
  const bytes = (count: number): Uint8Array =>
    createHash('shake256', { outputLength: count }).update(`${seed}:${drawn++}`).digest();
  const below = (end: number) => Buffer.from(bytes(6)).readUIntBE(0, 6) % end;
  return {
    id() {
      const hex = Buffer.from(bytes(16)).toString('hex');
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `8${hex.slice(17, 20)}`,
        hex.slice(20, 32),
      ].join('-');
    },
    bytes,
    below,
    oneIn: (times) => below(times) === 0,
    pick<T>(from: readonly T[]): T {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('there is nothing to pick from');
      return picked;
    },
  };
}
