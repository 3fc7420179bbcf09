import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { PARTS, type Part } from './parts.ts';
import { emptyRow, type Row, runOnce } from './runOnce.ts';
import { tableOf } from './tableOf.ts';

/*
 * npm run proof -- --minutes 30 [--seed 1]
 *
 * Every rig for its share of the time, each run with another seed, and every planted bug. Ends with a table; exit code 1
 * where anything was lost, doubled or broken, a planted bug was not caught, or a rig could not run.
 */

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' } },
});
const whole = Number(values.minutes) * 60_000;
const say = (line: string) => void process.stderr.write(`${line}\n`);
const rows: Row[] = [];
for (const part of PARTS) rows.push(await forItsTime(part));
process.stdout.write(`${tableOf(rows, { at: new Date(), processors: cpus().map(({ model }) => model) })}\n`);
process.exitCode = rows.every((row) => row.lost + row.doubled + row.violations === 0 && row.fault === null) ? 0 : 1;

/** Runs a rig again and again with other seeds until its share of the time is over; at least once. */
async function forItsTime(part: Part): Promise<Row> {
  const began = performance.now();
  let row = emptyRow(part);
  for (let turn = 0; turn === 0 || (performance.now() - began < whole * part.share && row.fault === null); turn++) {
    row = await runOnce(part, Number(values.seed) + turn, row, say);
    say(
      `${part.name}: ${row.units} ${part.unit}, lost ${row.lost}, doubled ${row.doubled}, violations ${row.violations}`,
    );
    if (part.isWhole) break;
  }
  return { ...row, seconds: Math.round((performance.now() - began) / 1_000) };
}
