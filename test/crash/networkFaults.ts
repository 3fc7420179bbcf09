import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Chance, createChance } from '#test/support/chance';
import { drained } from './drained.ts';
import { EVERY_COMMAND } from './everyTurn.ts';
import { LINE_FAULTS, type LineFault } from './faultyLine.ts';
import { type LedgerWorld, ledgerWorld } from './ledgerWorld.ts';
import { type Around, type Lives, livesOf, quietLife } from './lives.ts';
import { type Oracle, oracleIn } from './oracle.ts';

/** What a run of the rig came to. */
export type NetworkFigures = {
  trials: number;
  /** Faults of the line, deaths of the service, stops of the database, deaths of stations. */
  faults: number;
  answered: number;
  /** The longest that a station needed, once the faults stopped, until all was sent and agreed (seconds). */
  drainedIn: number;
  lost: number;
  doubled: number;
  violations: number;
};

/** Bad things of one trial, one after another while its station works. */
const FAULTS_OF_TRIAL = 4;
const COMMANDS_OF_TRIAL = 5;
/** The line changes after so many answers. */
const ANSWERS_BETWEEN = 4;
/** A fault lasts this long at least (ms): a station that talks must have met it. */
const FAULT_MS = 400;
/** A run is stored within so long (ms), about. */
const MIDST_MS = 30;

/**
 * Lets a station work at a real ledger while the line, the service and its database fail; then all faults stop, and the
 * ledger must hold the station's journal letter by letter in bounded time.
 * @param about.deaths stations die, too, at any moment
 * @param tell is told each fault, in words
 */
export async function networkFaults(
  about: { trials: number; seed: string; around?: Around; deaths?: boolean },
  tell: (fault: string) => void,
): Promise<NetworkFigures> {
  const chance = createChance(`network ${about.seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-network-'));
  const lives = livesOf(about.around);
  const world = await ledgerWorld(join(folder, 'ledger'));
  const figures = { trials: 0, faults: 0, answered: 0, drainedIn: 0, lost: 0, doubled: 0, violations: 0 };
  try {
    const station = join(folder, 'station');
    await world.enrol('W3', station);
    const oracle = oracleIn(join(folder, 'oracle.jsonl'));
    for (; figures.trials < about.trials; figures.trials++) {
      const faults = faultsOf(chance);
      figures.faults += faults.length + (about.deaths ? 1 : 0);
      await workThrough(world, lives, { station, oracle, faults, chance, dies: about.deaths === true });
      figures.drainedIn = Math.max(figures.drainedIn, await drained(world, lives, station, oracle));
      if (oracle.faults.lost.length + oracle.faults.doubled.length + oracle.faults.other.length > 0) break;
    }
    figures.answered = [...oracle.known.values()].filter(({ answer }) => answer?.ok).length;
    figures.lost = oracle.faults.lost.length;
    figures.doubled = oracle.faults.doubled.length;
    figures.violations = oracle.faults.other.length;
    for (const fault of Object.values(oracle.faults).flat()) tell(fault);
    oracle.close();
    return figures;
  } finally {
    lives.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Fault = LineFault | 'service killed' | 'database stopped';

function faultsOf(chance: Chance): Fault[] {
  const worst = chance.pick(['service killed', 'database stopped'] as const);
  const others = Array.from({ length: FAULTS_OF_TRIAL - 1 }, () => chance.pick(LINE_FAULTS));
  return chance.oneIn(2) ? [...others, worst] : [worst, ...others];
}

type Work = { station: string; oracle: Oracle; faults: Fault[]; chance: Chance; dies: boolean };

/** The counter knows nothing of it: every command is answered, whatever the line does. */
async function workThrough(world: LedgerWorld, lives: Lives, work: Work): Promise<void> {
  const { station, oracle, faults, chance } = work;
  let answers = 0;
  let turn: Promise<void> = Promise.resolve();
  const left = [...faults];
  const next = () => {
    const fault = left.shift();
    if (fault !== undefined) turn = turn.then(() => happen(world, fault, chance));
  };
  next();
  const commands = Array.from({ length: COMMANDS_OF_TRIAL }, () => chance.pick(EVERY_COMMAND));
  const plan = { ...quietLife(station), again: oracle.toAskAgain(), commands, hasLedger: true, pauseMs: FAULT_MS };
  const killed = work.dies ? { after: chance.below(20), milliseconds: chance.below(1_000) } : undefined;
  const { by, log } = await lives.live(
    plan,
    (said) => {
      oracle.hear(said);
      if (said.says === 'answered') answers += 1;
      if (said.says === 'answered' && answers % ANSWERS_BETWEEN === 0) next();
    },
    killed,
  );
  if (by !== 0 && by !== 'SIGKILL') oracle.faults.other.push(`while the line was bad a life ended by ${by}: ${log}`);
  while (left.length > 0) next();
  await turn;
  world.line.become('none');
}

/** The service and the database go down while something is under way to them. */
async function happen(world: LedgerWorld, fault: Fault, chance: Chance): Promise<void> {
  if (fault !== 'service killed' && fault !== 'database stopped') return world.line.become(fault);
  world.line.become('none');
  await world.line.nextRequest();
  await sleep(chance.below(MIDST_MS));
  if (fault === 'service killed') await world.killService();
  else world.crashDatabase();
}
