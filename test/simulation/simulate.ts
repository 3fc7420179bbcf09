import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { withoutThreads } from './withoutThreads.ts';

/*
 * npm run simulate -- --seeds 100 --from 1
 *
 * Districts by chance: stations, a ledger, a line that loses and repeats, programs that die; and an oracle that knows every
 * paper and every coin. One JSON line; a failing seed is told on standard error with its first bad event and the smallest
 * plan that still fails.
 */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
    shrink: { type: 'string', default: '60' },
    first: { type: 'boolean', default: false },
    planted: { type: 'boolean', default: false },
  },
});

if (values.planted) {
  const { runPlanted } = await import('../planted/runPlanted.ts');
  const told = await runPlanted((line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(told)}\n`);
  process.exit(told.caught === told.planted ? 0 : 1);
}
withoutThreads();
const { planOf } = await import('./plan.ts');
const { runPlan } = await import('./runPlan.ts');
const { shrunk } = await import('./shrink.ts');

const say = (line: string) => void process.stderr.write(`${line}\n`);
const sum = { seeds: 0, receipts: 0, crashes: 0, lost: 0, doubled: 0, violations: 0 };
const digest = createHash('sha256');
const from = Number(values.from);
for (let seed = from; seed < from + Number(values.seeds); seed++) {
  await one(seed);
  if (values.first && sum.lost + sum.doubled + sum.violations > 0) break;
}
process.stdout.write(`${JSON.stringify({ ...sum, digest: digest.digest('hex') })}\n`);
process.exit(sum.lost + sum.doubled + sum.violations > 0 ? 1 : 0);

async function one(seed: number): Promise<void> {
  const plan = planOf(seed);
  const ran = await runPlan(plan);
  sum.seeds += 1;
  sum.receipts += ran.receipts;
  sum.crashes += ran.crashes;
  sum.lost += ran.lost.length;
  sum.doubled += ran.doubled.length;
  digest.update(ran.digest);
  if (values.trace) say(ran.trace.join('\n'));
  if (ran.violation) sum.violations += 1;
  if (ran.violation || ran.lost.length + ran.doubled.length > 0) await tellFailure(seed, plan, ran);
}

async function tellFailure(
  seed: number,
  plan: ReturnType<typeof planOf>,
  { violation, lost, doubled, trace }: Awaited<ReturnType<typeof runPlan>>,
): Promise<void> {
  const bad = violation
    ? `${violation.step ? `step ${violation.step.number} ${violation.step.what}` : 'at peace'}: ${violation.why}`
    : '';
  say(
    `seed ${seed}: ${[bad, ...lost.map((one) => `lost ${one}`), ...doubled.map((one) => `doubled ${one}`)].join('; ')}`,
  );
  say(`  after ${trace.slice(-8).join(', ')}`);
  const fails = async (smaller: typeof plan) => {
    const again = await runPlan(smaller);
    return again.violation !== null || again.lost.length + again.doubled.length > 0;
  };
  if (Number(values.shrink) === 0) return;
  const small = await shrunk(plan, fails, Number(values.shrink));
  say(
    `  still fails with ${small.stations} stations and ${small.steps.map(({ number, what }) => `${number} ${what}`).join(', ')}`,
  );
}
