import { userInfo } from 'node:os';
import { flagsOf, run, stop } from '#main/program';
import { sendLoad } from '../client.ts';
import { loadInWords } from '../loadInWords.ts';
import { officeOf, TRUST_FLAGS } from './say.ts';

const USAGE =
  'npm run ledger:load -- --to URL --token T [--withdraw-missing] [--new-district] [--bars FILE] [--bars-funds FILE] district.json accounts.csv charges.csv';

const { values, positionals } = flagsOf(
  {
    options: {
      to: { type: 'string' },
      ...TRUST_FLAGS,
      token: { type: 'string' },
      bars: { type: 'string' },
      'bars-funds': { type: 'string' },
      'new-district': { type: 'boolean', default: false },
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
    bars: pathOf(values.bars),
    barsFunds: pathOf(values['bars-funds']),
    by: userInfo().username,
    withdrawMissing: values['withdraw-missing'] === true,
    newDistrict: values['new-district'] === true,
  });
  process.stdout.write(`${loadInWords(reply).join('\n')}\n`);
});

function pathOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
