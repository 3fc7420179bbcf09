import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLANTED, type PlantedBug } from '../crash/planted.ts';
import { PLANTED_IN_TESTS, type PlantedInTests } from './plantedInTests.ts';

/*
 * Plants every bug of the list, one after another, and runs what must see it. A rig that cannot fail proves nothing: one
 * that passes with a bug in it is told.
 */

const ROOT = join(import.meta.dirname, '..', '..');
/** Seeds in which the simulation must come upon a bug. */
const SEEDS = '300';
const COPIED = ['main', 'db', 'printing', 'renderer', 'test', 'package.json', 'tsconfig.json', 'dist'];
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

export type Caught = { planted: number; caught: number };

/** @param say tells of each bug whether it was caught */
export async function runPlanted(say: (line: string) => void): Promise<Caught> {
  const caught: Caught = { planted: 0, caught: 0 };
  const tell = (name: string, by: string, isCaught: boolean) => {
    caught.planted += 1;
    if (isCaught) caught.caught += 1;
    say(`${isCaught ? 'caught' : 'NOT CAUGHT'} by ${by}: ${name}`);
  };
  for (const bug of PLANTED_IN_TESTS) tell(bug.name, 'tests', await seenByTests(bug));
  for (const bug of PLANTED) {
    if (bug.rig === 'simulation') tell(bug.name, 'simulation', await seenBySimulation(bug));
  }
  return caught;
}

/** Runs seeds with the bug planted until one fails: a loss, a doubling or a violation, and nothing else. */
async function seenBySimulation({ name }: PlantedBug): Promise<boolean> {
  const flags = ['--import', './test/crash/plant.ts', 'test/simulation/simulate.ts'];
  const { out } = await run([...flags, '--seeds', SEEDS, '--first', '--shrink', '0'], ROOT, {
    COUNTERFOIL_PLANTED: name,
  });
  const told = JSON.parse(out.trimEnd().split('\n').at(-1) || '{}') as Record<string, number>;
  return (told.lost ?? 0) + (told.doubled ?? 0) + (told.violations ?? 0) > 0;
}

/** Runs its tests in a copy of the sources with the bug in it. Caught is what makes a test fail, not what cannot run. */
async function seenByTests({ name, tests, changes }: PlantedInTests): Promise<boolean> {
  const copy = mkdtempSync(join(tmpdir(), 'counterfoil-planted-'));
  try {
    for (const one of COPIED) cpSync(join(ROOT, one), join(copy, one), { recursive: true, dereference: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    for (const { file, find, put } of changes) {
      const source = readFileSync(join(copy, file), 'utf8');
      if (source.split(find).length !== 2) throw new Error(`${file} does not have once what ${name} changes: ${find}`);
      writeFileSync(
        join(copy, file),
        source.replace(find, () => put),
      );
    }
    const file = join(copy, 'told.json');
    await run([...JEST, '--forceExit', '--json', `--outputFile=${file}`, ...tests], copy, {});
    const { numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    return (numFailedTests ?? 0) > 0 && numRuntimeErrorTestSuites === 0;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function run(flags: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<{ out: string }> {
  return new Promise((resolve) => {
    const about = { cwd, env: { ...process.env, ...env }, maxBuffer: 64_000_000 };
    execFile(process.execPath, flags, about, (_, out) => resolve({ out }));
  });
}
