import { createHash } from 'node:crypto';
import { breakdown } from '#domain/denominations';
import { cents } from '#domain/money';
import { type Chance, createChance } from '../support/chance.ts';
import { createClock, EIGHT_O_CLOCK, type TestClock } from '../support/clock.ts';
import { type Centre, startCentre } from './centre.ts';
import { Counter } from './counter.ts';
import { APPROVES, COUNTS, SERIES } from './district.ts';
import { type Fate, Lines } from './line.ts';
import { createOracle, type Oracle } from './oracle.ts';
import type { Plan } from './plan.ts';
import { patienceBy } from './withoutThreads.ts';

/** A district in a simulation: stations, their lines, the ledger, and the oracle that knows every paper and every coin. */
export type World = {
  plan: Plan;
  clock: TestClock;
  lines: Lines;
  centre: Centre;
  counters: Counter[];
  oracle: Oracle;
  /** The chance of the step that is under way. */
  chance: Chance;
  /** Whether anything goes wrong by itself: not while all begins, nor once the faults have stopped. */
  isAtPeace: boolean;
  /** The ledger was restored from a copy: entries of its stations may come out of turn once, and are kept beside. */
  isRestored: boolean;
  /** How many times a program was killed. */
  crashes: number;
  /** What happened, line by line; its digest is the same whenever the seed is. */
  trace: string[];
  /** What the programs logged as faults of their own. */
  faults: string[];
  tell(line: string): void;
  /** Waits until nothing moves any more but by the clock or by somebody's hand on a line. */
  calm(): Promise<void>;
};

/** How many turns in which nothing moved are enough: more than any chain of promises of ours is long. */
const QUIET_TURNS = 25;
/** More turns than that, and something goes round in a circle. */
const TURNS_MAX = 200_000;

/** Puts up the district of a plan, each station enrolled and with all that comes down. */
export async function beginWorld(plan: Plan): Promise<World> {
  const clock = createClock(EIGHT_O_CLOCK);
  patienceBy(clock);
  const chance = createChance(`${plan.seed} begins`);
  const centre = await startCentre(plan.services, clock.now, createChance(`${plan.seed} centre`));
  let last = 0;
  const lines = new Lines(
    (message) => {
      last = world.chance.below(8);
      return centre.deliver(message, last);
    },
    () => centre.killService(last),
  );
  const world: World = {
    ...{ plan, clock, lines, centre, chance, counters: [], oracle: createOracle() },
    ...{ isAtPeace: true, isRestored: false, crashes: 0, trace: [], faults: [] },
    tell: (line) => void world.trace.push(line),
    calm: () => calm(lines),
  };
  const around = {
    ...{ seed: plan.seed, clock, lines },
    officeFate: () => officeFate(world),
    fault: (what: string) => void world.faults.push(what),
  };
  for (const series of SERIES.slice(0, plan.stations)) world.counters.push(new Counter(series, around));
  for (const counter of world.counters) await enrol(world, counter);
  await fillTheSafe(world);
  world.isAtPeace = false;
  return world;
}

async function enrol(world: World, counter: Counter): Promise<void> {
  const token = await world.centre.enrolmentCode(counter.series);
  await counter.anyone('enrolStation', { ledger: 'https://ledger.invalid', token });
  await ready(world, counter);
}

/** Lets time pass until a station knows its people and its accounts. */
async function ready(world: World, counter: Counter): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds++) {
    await world.calm();
    const { state, sync } = await counter.anyone('station', {});
    if (state === 'ready' && sync.accountsAsOf > 0) return;
    world.clock.advance(1_000);
  }
  throw new Error(`${counter.series} never became ready`);
}

/** Without a change fund the office cannot count a float. */
async function fillTheSafe({ counters: [first] }: World): Promise<void> {
  if (!first) return;
  const fund = { pieces: breakdown(cents(2_000_000)), isGivenBack: false, resolution: 'Resolution 2026-14' };
  const { mark } = await first.ask(COUNTS, 'changeFundMark', fund);
  const approval = await first.approved(COUNTS, mark, APPROVES);
  await first.ask(COUNTS, 'changeFund', { commandId: createChance('fund').id(), ...fund, approval });
}

/** What becomes of a call of the office that somebody makes now. */
function officeFate({ chance, isAtPeace }: World): Fate {
  if (isAtPeace || !chance.oneIn(6)) return 'deliver';
  return chance.pick([
    'lose-request',
    'lose-answer',
    'deliver-twice',
    'server-error',
    'service-dies',
    'service-dies-midway',
  ]);
}

async function calm(lines: Lines): Promise<void> {
  let before = -1;
  let quiet = 0;
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (lines.moves !== before) {
      before = lines.moves;
      quiet = 0;
      continue;
    }
    if (++quiet < QUIET_TURNS) continue;
    const from = lines.held().find((station) => lines.mode(station) === 'open');
    if (from === undefined) return;
    await lines.next(from, 'deliver');
    quiet = 0;
  }
  throw new Error('it never became quiet');
}

/** The digest of what happened. */
export function digestOf(trace: readonly string[]): string {
  return createHash('sha256').update(trace.join('\n')).digest('hex');
}

export async function endWorld({ counters, centre }: World): Promise<void> {
  for (const counter of counters) await counter.close();
  await centre.close();
}
