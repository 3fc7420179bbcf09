import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StationCommand } from '#contract/contract';
import { openStation } from '#db/station/open';
import { type Chance, createChance } from '#test/support/chance';
import { checkStation } from './checkStation.ts';
import { EVERY_COMMAND } from './everyTurn.ts';
import { makeStationFolder } from './folders.ts';
import { type Around, type Lives, livesOf, quietLife } from './lives.ts';
import { oracleIn } from './oracle.ts';

/** What a run of the rig came to. `refused` and `wentOn`: how the commands were answered that met a fault. */
export type DiskFaultFigures = {
  trials: number;
  refused: number;
  wentOn: number;
  lost: number;
  doubled: number;
  violations: number;
};

/** One call of the system that fails: the so-manieth, once or from then on for good. */
type DiskFault = { calls: string; error: 'ENOSPC' | 'EIO' | 'EROFS'; nth: number; forGood: boolean };

const CALLS = ['pwrite64', 'fsync,fdatasync', 'pwrite64,fsync,fdatasync,write,ftruncate'];
/** Calls of one kind that a life makes, about. */
const NTH_MAX = 600;
/** One fault in so many. */
const READ_ONLY = 8;
const COMMANDS_OF_LIFE = 6;

/**
 * Lets calls of the system fail under a station at work (strace's injection), once or for good: it refuses in a plain
 * sentence or goes on, loses nothing that it answered, and works again where the fault was one.
 * @param about.only commands that are told; any, unless told otherwise
 * @param about.isControl something must be found: it ends as soon as something is
 * @param tell is told each fault, in words
 */
export async function diskFaults(
  about: {
    trials: number;
    seed: string;
    around?: Around;
    only?: readonly StationCommand[];
    isControl?: boolean;
  },
  tell: (fault: string) => void,
): Promise<DiskFaultFigures> {
  const chance = createChance(`disk ${about.seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-disk-'));
  const good = livesOf(about.around);
  const figures = { trials: 0, refused: 0, wentOn: 0, lost: 0, doubled: 0, violations: 0 };
  await makeStationFolder(join(folder, 'made'));
  try {
    for (; figures.trials < about.trials; figures.trials++) {
      const fault = faultOf(chance);
      const commands = Array.from({ length: COMMANDS_OF_LIFE }, () => chance.pick(about.only ?? EVERY_COMMAND));
      const { faults, said } = await lifeOnBadDisk({ folder, good, around: about.around ?? {} }, fault, commands);
      figures.refused += said.filter((one) => one === 'it does not work').length;
      figures.wentOn += said.filter((one) => one === 'it works').length;
      figures.lost += faults.lost.length;
      figures.doubled += faults.doubled.length;
      figures.violations += faults.other.length;
      for (const one of Object.values(faults).flat()) tell(`${JSON.stringify(fault)}: ${one}`);
      if (about.isControl && figures.lost + figures.doubled + figures.violations > 0) break;
    }
    return figures;
  } finally {
    good.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function faultOf(chance: Chance): DiskFault {
  // A folder that may only be read.
  if (chance.oneIn(READ_ONLY))
    return { calls: 'openat,unlink', error: 'EROFS', nth: 1 + chance.below(8), forGood: true };
  const error = chance.pick(['ENOSPC', 'EIO'] as const);
  // The first calls, while it opens, are few: half of the faults are among them.
  const nth = 1 + chance.below(chance.oneIn(2) ? NTH_MAX : NTH_MAX / 10);
  return { calls: chance.pick(CALLS), error, nth, forGood: chance.oneIn(2) };
}

async function lifeOnBadDisk(
  { folder, good, around }: { folder: string; good: Lives; around: Around },
  fault: DiskFault,
  told: StationCommand[],
) {
  const station = join(folder, 'station');
  rmSync(station, { recursive: true, force: true });
  cpSync(join(folder, 'made'), station, { recursive: true });
  const oracle = oracleIn(join(folder, 'oracle.jsonl'));
  const said: string[] = [];
  const bad = livesOf({ ...around, program: injecting(station, fault), env: { ...around.env, UV_USE_IO_URING: '0' } });
  const plan = { ...quietLife(station), commands: [...told, 'takePayment' as const], isHardy: true };
  let refusedToStart = false;
  const { by, log } = await bad.live(plan, (one) => {
    said.push(one.says);
    if (one.says === 'refused to start') refusedToStart = true;
    oracle.hear(one);
  });
  if (by !== 0) oracle.faults.other.push(`the station ended by ${by}: ${log}`);
  if (!fault.forGood && !refusedToStart && said.filter((one) => one.startsWith('it ')).at(-1) !== 'it works')
    oracle.faults.other.push('it does not work again after a fault that is over');
  const again = { ...quietLife(station), again: oracle.toAskAgain(), commands: ['takePayment' as const] };
  const after = await good.live(again, oracle.hear);
  if (after.by !== 0) oracle.faults.other.push(`on a sound disk it ended by ${after.by}: ${after.log}`);
  const db = openStation(join(station, 'station.db'));
  checkStation(db, oracle, null);
  db.$client.close();
  oracle.close();
  return { faults: oracle.faults, said };
}

function injecting(folder: string, { calls, error, nth, forGood }: DiskFault): string[] {
  const files = ['station.db', 'station.db-wal', 'twin.jsonl', 'journal-begun'].flatMap((name) => [
    '-P',
    join(folder, name),
  ]);
  const when = forGood ? `${nth}+` : String(nth);
  const strace = ['strace', '-f', '--seccomp-bpf', '-o', '/dev/null', ...files, '-e', `trace=${calls}`];
  return [...strace, '-e', `inject=${calls}:error=${error}:when=${when}`, '-e', 'signal=none'];
}
