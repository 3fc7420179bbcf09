import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** Seeds within which the simulation must come upon a bug. */
const SEEDS = '300';

/** Runs seeds with a planted bug until one fails: by a loss, a doubling or a violation, and by nothing else. */
export function seenBySimulation(flagsOfNode: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const flags = ['test/simulation/simulate.ts', '--seeds', SEEDS, '--first', '--shrink', '0'];
  return new Promise((resolve, reject) => {
    const about = { cwd: ROOT, env: { ...process.env, ...env }, maxBuffer: 64_000_000 };
    execFile(process.execPath, [...flagsOfNode, ...flags], about, (_, out, wrong) => {
      if (out === '') return reject(new Error(`the simulation did not run: ${wrong}`));
      const { lost, doubled, violations } = JSON.parse(out) as Record<'lost' | 'doubled' | 'violations', number>;
      resolve(lost + doubled + violations > 0);
    });
  });
}
