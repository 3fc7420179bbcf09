import { parseArgs } from 'node:util';
import { planting } from './planting.ts';
import { powerCuts } from './powerCuts.ts';

/*
 * `npm run powercut -- --states N [--seed S]`: what commands write is recorded, and the disk re-opened as a power cut may
 * have left it at each point. As controls the same with a database that does not wait for the disk must lose something.
 * One JSON line; exit code 1 where anything was lost, doubled or broken, or a control was not caught.
 */

/** States of each control: far fewer find it. */
const STATES_OF_CONTROL = 300;

const { values } = parseArgs({
  options: { states: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const began = performance.now();
const { seed } = values;
const figures = await powerCuts({ states: Number(values.states), seed }, (fault) => process.stderr.write(`${fault}\n`));
const controls = { normal: await control('synchronous=NORMAL'), off: await control('synchronous=OFF') };
const seconds = Math.round((performance.now() - began) / 1_000);
process.stdout.write(`${JSON.stringify({ ...figures, controls, seconds })}\n`);
const isGood = figures.lost + figures.doubled + figures.violations === 0;
process.exitCode = isGood && Object.values(controls).every((seen) => seen === 'caught') ? 0 : 1;

async function control(bug: string): Promise<'caught' | 'missed'> {
  const { lost } = await powerCuts(
    { states: STATES_OF_CONTROL, seed, around: planting(bug), isControl: true },
    () => {},
  );
  return lost > 0 ? 'caught' : 'missed';
}
