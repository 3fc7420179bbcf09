import { atPeace, type Outcome } from './atPeace.ts';
import { NotDone } from './counter.ts';
import { chanceOf, type Plan, type Step } from './plan.ts';
import { STEPS } from './steps.ts';
import { beginWorld, digestOf, endWorld, type World } from './world.ts';

/** What came of a plan. */
export type Ran = Outcome & {
  receipts: number;
  crashes: number;
  /** Why it stopped, and at which step; null where all held. */
  violation: { step: Step | null; why: string } | null;
  digest: string;
  trace: string[];
};

/** Runs a plan from its first step to its peaceful end, or to the first thing that is not as it must be. */
export async function runPlan(plan: Plan): Promise<Ran> {
  const world = await beginWorld(plan);
  const violation = await lived(world);
  const { oracle, crashes, trace } = world;
  await endWorld(world);
  const { lost, doubled } = violation.outcome;
  return {
    ...{ lost, doubled, crashes, trace, receipts: oracle.papers.length },
    ...{ violation: violation.bad, digest: digestOf(trace) },
  };
}

async function lived(world: World): Promise<{ bad: Ran['violation']; outcome: Outcome }> {
  let step: Step | null = null;
  const nothing: Outcome = { lost: [], doubled: [] };
  try {
    for (step of world.plan.steps) {
      world.chance = chanceOf(world.plan, step);
      await doneOrNotReady(STEPS[step.what](world));
      await world.calm();
      const [fault] = [...world.faults, ...world.centre.faults].filter((one) => !isExpected(world, one));
      if (fault !== undefined) return { bad: { step, why: fault }, outcome: nothing };
    }
    step = null;
    return { bad: null, outcome: await atPeace(world) };
  } catch (error) {
    return {
      bad: { step, why: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      outcome: nothing,
    };
  }
}

/** A station whose database was made again knows nobody until the ledger has told it of its people. */
async function doneOrNotReady(step: Promise<void>): Promise<void> {
  await step.catch((error: unknown) => {
    if (!(error instanceof NotDone) || error.code !== 'station_not_ready') throw error;
  });
}

/** A ledger that was restored finds the first run after that out of turn. */
function isExpected({ isRestored }: World, fault: string): boolean {
  return isRestored && fault.startsWith('entries in quarantine');
}
