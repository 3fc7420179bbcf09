import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCaught } from '../crash/catchPlanted.ts';
import { PLANTED } from '../crash/planted.ts';
import { PLANTED_IN_TESTS, type PlantedInTests } from './plantedInTests.ts';

/*
 * Plants every bug of the list, one after another, and runs what must see it. A rig that cannot fail proves nothing: one
 * that passes with a bug in it is told.
 */

const ROOT = join(import.meta.dirname, '..', '..');
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
  for (const bug of PLANTED) tell(bug.name, bug.rig, await isCaught(bug, 'planted'));
  return caught;
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
    await run([...JEST, '--forceExit', '--json', `--outputFile=${file}`, ...tests], copy);
    const { numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8')) as Record<
      string,
      number
    >;
    return (numFailedTests ?? 0) > 0 && numRuntimeErrorTestSuites === 0;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function run(flags: string[], cwd: string): Promise<void> {
  return new Promise((resolve) => {
    execFile(process.execPath, flags, { cwd, maxBuffer: 64_000_000 }, () => resolve());
  });
}
