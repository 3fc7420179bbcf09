import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChance } from '#test/support/chance';
import { tcpPrinter } from '#test/support/tcpPrinter';
import { counterWorld } from './counterWorld.ts';
import { type Death, deathAtMoment, deathsAtSteps, deathsInMigrations, stepsOfCommands } from './deaths.ts';
import { makeStationFolder } from './folders.ts';
import { type Around, type Lives, livesOf } from './lives.ts';
import { dieInMigration } from './migrationDeaths.ts';
import { oracleIn } from './oracle.ts';

/** What a run of the rig came to. */
export type CrashFigures = {
  trials: number;
  /** Trials that ended as they were meant to: by SIGKILL at a step or moment. */
  deaths: number;
  /** Different steps of commands and migrations among them. */
  steps: number;
  answered: number;
  lost: number;
  doubled: number;
  violations: number;
};

/** Deaths in one folder, before a new one is begun. */
const DEATHS_IN_FOLDER = 25;
const DEATHS_OF_CONTROL = 4;

type About = {
  trials: number;
  seed: string;
  around?: Around;
  dyingAt?: (step: string) => boolean;
  isControl?: boolean;
};

/**
 * Kills so many stations, each at a step of a command, in a migration or at any moment, and checks what is left.
 * @param about.dyingAt the steps of commands to die at; every one unless told otherwise
 * @param about.isControl something must be found: it ends as soon as something is
 * @param tell is told each fault, in words
 */
export async function crashTrials(about: About, tell: (fault: string) => void): Promise<CrashFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-crash-'));
  const lives = livesOf(about.around);
  const figures = { trials: about.trials, deaths: 0, steps: 0, answered: 0, lost: 0, doubled: 0, violations: 0 };
  const seen = new Set<string>();
  const add = ({ oracle, died }: { oracle: Pick<ReturnType<typeof oracleIn>, 'faults' | 'known'>; died: number }) => {
    figures.deaths += died;
    figures.answered += [...oracle.known.values()].filter(({ answer }) => answer?.ok).length;
    figures.lost += new Set(oracle.faults.lost).size;
    figures.doubled += new Set(oracle.faults.doubled).size;
    figures.violations += new Set(oracle.faults.other).size;
    for (const fault of new Set(Object.values(oracle.faults).flat())) tell(fault);
  };
  try {
    const inFolder = about.isControl ? DEATHS_OF_CONTROL : DEATHS_IN_FOLDER;
    const deaths = await deathsOf(about, lives, join(folder, 'steps'));
    const inMigrations = deaths.filter((death) => death.at === 'migration');
    const atWork = deaths.filter((death) => death.at !== 'migration');
    const oracle = oracleIn(join(folder, 'migrations.jsonl'));
    let died = 0;
    for (const death of inMigrations) {
      const step = await dieInMigration(lives, join(folder, 'migrating'), death, oracle.faults);
      if (step !== null) died += 1;
      if (step !== null) seen.add(`migration ${death.number} ${death.step}`);
    }
    add({ oracle, died });
    oracle.close();
    for (let first = 0; first < atWork.length; first += inFolder) {
      const world = join(folder, `world-${first}`);
      add(await dieInFolder(lives, world, atWork.slice(first, first + inFolder), seen));
      rmSync(world, { recursive: true });
      if (about.isControl && figures.lost + figures.doubled + figures.violations > 0) break;
    }
  } finally {
    lives.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { ...figures, steps: seen.size };
}

/** Three of five deaths are at steps of commands, one in a migration, one at any moment: none of the first twice before all were. */
async function deathsOf(about: About, lives: Lives, folder: string): Promise<Death[]> {
  const chance = createChance(`crash ${about.seed}`);
  await makeStationFolder(folder);
  const printer = await tcpPrinter();
  const steps = await stepsOfCommands(lives, folder, printer.port).finally(() => printer.close());
  const atSteps = deathsAtSteps(steps, about.dyingAt ?? (() => true), chance);
  const inMigrations = deathsInMigrations(chance);
  if (about.isControl) return atSteps.slice(0, about.trials);
  return Array.from({ length: about.trials }, (_, place): Death => {
    const of = place % 10;
    const turn = Math.floor(place / 10);
    if (of === 9) return inMigrations[turn % inMigrations.length] ?? deathAtMoment(chance);
    if (of >= 7) return deathAtMoment(chance);
    return atSteps[(turn * 7 + of) % atSteps.length] ?? deathAtMoment(chance);
  });
}

async function dieInFolder(lives: Lives, folder: string, deaths: readonly Death[], seen: Set<string>) {
  mkdirSync(folder, { recursive: true });
  await makeStationFolder(join(folder, 'station'));
  const world = await counterWorld(folder, lives);
  let died = 0;
  for (const death of deaths) {
    if (death.at === 'migration') continue;
    if (!(await world.die(death))) continue;
    died += 1;
    if (death.at === 'step') seen.add(`${death.command} ${death.step}`);
  }
  await world.endInPeace();
  await world.close();
  return { oracle: world.oracle, died };
}
