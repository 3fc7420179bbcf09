import { BusinessDay } from '#domain/businessDay';
import { flagsOf, run, stop } from '#main/program';
import { SAMPLE_DAY, writeSample } from './writeSample.ts';

const USAGE = 'Use: npm run sample -- [--accounts 5000] [--seed 1] [--to ./sample] [--day 2026-11-23]';
const ACCOUNTS_MAX = 1_000_000;

const { values } = flagsOf(
  {
    options: {
      accounts: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '1' },
      to: { type: 'string', default: './sample' },
      day: { type: 'string', default: SAMPLE_DAY },
    },
  },
  USAGE,
);
const folder = String(values.to);

void run(sample, { place: folder, said: { place: '--to' } });

/** Writes a made-up district's files, for training, tests and benchmarks. */
async function sample(): Promise<void> {
  const accounts = wholeNumber('accounts', String(values.accounts), ACCOUNTS_MAX);
  const seed = wholeNumber('seed', String(values.seed), 2 ** 32 - 1);
  const day = String(values.day);
  if (!BusinessDay.safeParse(day).success) stop(`--day ${day} is no day. Write it as 2026-11-23.\n${USAGE}`);
  const files = await writeSample({ folder, accounts, seed, day });
  console.log(`${accounts} ${accounts === 1 ? 'account' : 'accounts'} of the Quarry Bay Sewer District, seed ${seed}:`);
  for (const file of Object.values(files)) console.log(`  ${file}`);
}

function wholeNumber(name: string, text: string, max: number): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > max)
    stop(`--${name} must be a whole number from 0 to ${max}, not ${text}.\n${USAGE}`);
  return Number(text);
}
