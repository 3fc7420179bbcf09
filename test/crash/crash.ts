import { parseArgs } from 'node:util';
import { postgresPrograms } from '#test/support/postgres';
import { crashTrials } from './crashTrials.ts';
import { networkFaults } from './networkFaults.ts';

/*
 * `npm run crash -- --trials N [--seed S]`: real stations killed with SIGKILL at every named step of every command, in each
 * migration and at any moment; where PostgreSQL is installed, some beside a real ledger that dies, too. One JSON line; exit code 1 where anything was lost, doubled or broken.
 */

/** One more trial at a ledger for so many without one. */
const LEDGER_SHARE = 20;

const { values } = parseArgs({
  options: { trials: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const began = performance.now();
const tell = (fault: string) => void process.stderr.write(`${fault}\n`);
const figures = await crashTrials({ trials: Number(values.trials), seed: values.seed }, tell);
/** A share of the deaths is at a station that talks to a real ledger, over a line that fails as well. */
const atLedger =
  postgresPrograms() === null
    ? null
    : await networkFaults(
        { trials: Math.ceil(Number(values.trials) / LEDGER_SHARE), seed: values.seed, deaths: true },
        tell,
      );
const sum = (of: 'trials' | 'answered' | 'lost' | 'doubled' | 'violations') => figures[of] + (atLedger?.[of] ?? 0);
const all = { trials: sum('trials'), answered: sum('answered'), lost: sum('lost'), doubled: sum('doubled') };
const violations = sum('violations');
const seconds = Math.round((performance.now() - began) / 1_000);
process.stdout.write(`${JSON.stringify({ ...figures, ...all, violations, atLedger, seconds })}\n`);
process.exitCode = all.lost + all.doubled + violations === 0 ? 0 : 1;
