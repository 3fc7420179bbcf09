import { flagsOf, run } from '#main/program';
import { readDayReport } from '../client.ts';
import { reportInWords } from '../reportInWords.ts';
import { officeOf, TRUST_FLAGS } from './say.ts';

const USAGE = 'npm run ledger:report -- --to URL --token T [--day YYYY-MM-DD] [--district MARK]';

const { values } = flagsOf(
  {
    options: {
      to: { type: 'string' },
      ...TRUST_FLAGS,
      token: { type: 'string' },
      day: { type: 'string' },
      district: { type: 'string' },
    },
  },
  USAGE,
);

void run(async () => {
  const { day, district } = values;
  const about = { ...(day === undefined ? {} : { day }), ...(district === undefined ? {} : { district }) };
  const report = await readDayReport(officeOf(values, USAGE), about);
  process.stdout.write(`${reportInWords(report).join('\n')}\n`);
});
