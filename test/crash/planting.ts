import type { Around } from './lives.ts';

/** A station in which one bug of `planted.ts` is planted. */
export function planting(bug: string): Required<Pick<Around, 'nodeFlags' | 'env'>> {
  return { nodeFlags: ['--import', './test/crash/plant.ts'], env: { COUNTERFOIL_PLANTED: bug } };
}
