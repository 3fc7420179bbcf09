import { notToBeWritten } from '#main/export/placeOfExport';
import { flagsOf, run, stop } from '#main/program';
import { fetchJournal } from '../fetchJournal.ts';
import { officeOf } from './say.ts';

const USAGE = 'npm run ledger:export -- --to URL --token T [--series L] [--district MARK] FILE';

const { values, positionals } = flagsOf(
  {
    options: {
      to: { type: 'string' },
      token: { type: 'string' },
      series: { type: 'string', default: 'L' },
      district: { type: 'string' },
    },
    allowPositionals: true,
  },
  USAGE,
);

void run(async () => {
  const [file, ...more] = positionals;
  if (!file || more.length > 0) stop(`Name the file to write.\n${USAGE}`);
  const not = notToBeWritten(file, null);
  if (not !== null) stop(not);
  const { series, district } = values;
  const about = { series: String(series), ...(district === undefined ? {} : { district }) };
  const entries = await fetchJournal(officeOf(values, USAGE), about, file);
  process.stdout.write(`${entries} ${entries === 1 ? 'entry' : 'entries'} written to ${file}.\n`);
});
