import { parseArgs } from 'node:util';
import { clockJumps } from './clockJumps.ts';
import { damage } from './damage.ts';
import { diskFaults } from './diskFaults.ts';
import { networkFaults } from './networkFaults.ts';

/*
 * `npm run faults -- KIND [--trials N] [--seed S]`: one kind of fault against real stations. One JSON line; exit code 1
 * where anything was lost, doubled or broken.
 */

type Counted = { lost: number; doubled: number; violations: number };
type Rig = (about: { trials: number; seed: string }, tell: (fault: string) => void) => Promise<Counted>;

const KINDS: Record<string, Rig> = { disk: diskFaults, network: networkFaults, clock: clockJumps, damage };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { trials: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const [kind = ''] = positionals;
const rig = KINDS[kind];
if (!rig) {
  process.stderr.write(`There are no faults called “${kind}”. There are ${Object.keys(KINDS).join(', ')}.\n`);
  process.exit(2);
}
const began = performance.now();
const about = { trials: Number(values.trials), seed: values.seed };
const figures = await rig(about, (fault) => process.stderr.write(`${fault}\n`));
const seconds = Math.round((performance.now() - began) / 1_000);
process.stdout.write(`${JSON.stringify({ faults: kind, ...figures, seconds })}\n`);
process.exitCode = figures.lost + figures.doubled + figures.violations === 0 ? 0 : 1;
