/** One rig, its share of the time, and how one run of it is called with a seed. */
export type Part = {
  name: string;
  /** What it counts, as its JSON line names it. */
  unit: 'seeds' | 'trials' | 'states' | 'planted';
  share: number;
  /** One run is all there is to do. */
  isWhole?: true;
  flags(seed: number): string[];
};

const SEEDS = 10;

/** Shares add up to less than one: what is planted is run whole, whatever time it takes. */
export const PARTS: readonly Part[] = [
  {
    ...{ name: 'simulation', unit: 'seeds', share: 0.35 },
    flags: (seed) => ['test/simulation/simulate.ts', '--seeds', String(SEEDS), '--from', String(seed * SEEDS)],
  },
  {
    ...{ name: 'crash', unit: 'trials', share: 0.15 },
    flags: (seed) => ['test/crash/crash.ts', '--trials', '60', '--seed', String(seed)],
  },
  {
    ...{ name: 'power cut', unit: 'states', share: 0.15 },
    flags: (seed) => ['test/crash/powercut.ts', '--states', '1500', '--seed', String(seed)],
  },
  {
    ...{ name: 'failing disk', unit: 'trials', share: 0.1 },
    flags: (seed) => ['test/crash/faults.ts', 'disk', '--trials', '40', '--seed', String(seed)],
  },
  {
    ...{ name: 'network, service and PostgreSQL', unit: 'trials', share: 0.1 },
    flags: (seed) => ['test/crash/faults.ts', 'network', '--trials', '10', '--seed', String(seed)],
  },
  {
    ...{ name: 'planted bugs', unit: 'planted', share: 0, isWhole: true },
    flags: () => ['test/simulation/simulate.ts', '--planted'],
  },
];
