import { parseArgs } from 'node:util';
import { crashTrials } from './crashTrials.ts';

/*
 * `npm run crash -- --trials N [--seed S]`: real stations killed with SIGKILL at every named step of every command, in each
 * migration and at any moment. One JSON line; exit code 1 where anything was lost, doubled or broken.
 */

const { values } = parseArgs({
  options: { trials: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const began = performance.now();
const figures = await crashTrials({ trials: Number(values.trials), seed: values.seed }, (fault) =>
  process.stderr.write(`${fault}\n`),
);
const seconds = Math.round((performance.now() - began) / 1_000);
process.stdout.write(`${JSON.stringify({ ...figures, seconds })}\n`);
process.exitCode = figures.lost + figures.doubled + figures.violations === 0 ? 0 : 1;
