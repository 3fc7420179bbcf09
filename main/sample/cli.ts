import { parseArgs } from 'node:util';
import { BusinessDay } from '#domain/businessDay';
import { SAMPLE_DAY, writeSample } from './writeSample.ts';

const USAGE = 'npm run sample -- [--accounts 5000] [--seed 1] [--to ./sample] [--day 2026-11-23]';
const ACCOUNTS_MAX = 1_000_000;

/** Writes a made-up district's files, for training, tests and benchmarks. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      accounts: { type: 'string', default: '5000' },
      seed: { type: 'string', default: '1' },
      to: { type: 'string', default: './sample' },
      day: { type: 'string', default: SAMPLE_DAY },
    },
  });
  const accounts = wholeNumber('accounts', values.accounts, ACCOUNTS_MAX);
  const seed = wholeNumber('seed', values.seed, 2 ** 32 - 1);
  if (!BusinessDay.safeParse(values.day).success)
    throw new Error(`--day ${values.day} is no day. Write it as 2026-11-23.`);
  const files = await writeSample({ folder: values.to, accounts, seed, day: values.day });
  console.log(`${accounts} ${accounts === 1 ? 'account' : 'accounts'} of the Quarry Bay Sewer District, seed ${seed}:`);
  for (const file of Object.values(files)) console.log(`  ${file}`);
}

function wholeNumber(name: string, text: string, max: number): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > max) {
    throw new Error(`--${name} must be a whole number from 0 to ${max}, not ${text}.`);
  }
  return Number(text);
}

main().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\nUse: ${USAGE}`);
  process.exitCode = 1;
});
