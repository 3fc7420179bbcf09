import { userInfo } from 'node:os';
import { flagsOf, run, stop } from '#main/program';
import { sendLoad } from '../client.ts';
import { loadInWords } from '../loadInWords.ts';
import { officeOf } from './say.ts';

const USAGE = 'npm run ledger:load -- --to URL --token T [--withdraw-missing] district.json accounts.csv charges.csv';

const { values, positionals } = flagsOf(
  {
    options: {
      to: { type: 'string' },
      token: { type: 'string' },
      'withdraw-missing': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  },
  USAGE,
);

void run(async () => {
  const [district, accounts, charges, ...more] = positionals;
  if (!district || !accounts || !charges || more.length > 0) stop(`Name the three files.\n${USAGE}`);
  const reply = await sendLoad(officeOf(values, USAGE), {
    district,
    accounts,
    charges,
    by: userInfo().username,
    withdrawMissing: values['withdraw-missing'] === true,
  });
  process.stdout.write(`${loadInWords(reply).join('\n')}\n`);
});
