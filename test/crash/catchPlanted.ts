import type { StationCommand } from '#contract/contract';
import { seenBySimulation } from '../simulation/seenBySimulation.ts';
import { crashTrials } from './crashTrials.ts';
import { diskFaults } from './diskFaults.ts';
import type { PlantedBug } from './planted.ts';
import { planting } from './planting.ts';
import { powerCuts } from './powerCuts.ts';

/** No rig needs more to see what it can see. */
const STATES_MAX = 300;
const TRIALS_MAX = 40;
/** Where an answer is out, and where paper is: what was not durable then shows. */
const TELLING = /^told$|^after bytes went out$/;

const PAYMENTS = ['takePayment'] as const;
const SOME: StationCommand[] = ['takePayment', 'dropCash', 'refundReceipt'];

/** Runs the rig that can see a planted bug until it has seen it. Answers whether it did. */
export async function isCaught(bug: PlantedBug, seed: string): Promise<boolean> {
  const about = { seed, around: planting(bug.name), isControl: true };
  switch (bug.rig) {
    case 'powercut':
      return (await powerCuts({ ...about, states: STATES_MAX, commands: SOME }, () => {})).lost > 0;
    case 'crash': {
      const dyingAt = (step: string) => TELLING.test(step);
      const { lost, doubled, violations } = await crashTrials({ ...about, trials: TRIALS_MAX, dyingAt }, () => {});
      return lost + doubled + violations > 0;
    }
    case 'simulation': {
      const { nodeFlags, env } = planting(bug.name);
      return seenBySimulation(nodeFlags, env);
    }
    case 'disk': {
      const { lost, doubled, violations } = await diskFaults(
        { ...about, trials: TRIALS_MAX, only: PAYMENTS },
        () => {},
      );
      return lost + doubled + violations > 0;
    }
  }
}
