import { notToBeWritten } from '#main/export/placeOfExport';
import { flagsOf, run, stop } from '#main/program';
import { fetchJournal } from '../fetchJournal.ts';
import { fetchScans } from '../fetchScans.ts';
import { officeOf, TRUST_FLAGS } from './say.ts';

const USAGE = 'npm run ledger:export -- --to URL --token T [--series L] [--district MARK] [--scans FOLDER] FILE';

const { values, positionals } = flagsOf(
  {
    options: {
      to: { type: 'string' },
      ...TRUST_FLAGS,
      token: { type: 'string' },
      series: { type: 'string', default: 'L' },
      district: { type: 'string' },
      scans: { type: 'string' },
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
  const office = officeOf(values, USAGE);
  const of = district === undefined ? {} : { district };
  const entries = await fetchJournal(office, { series: String(series), ...of }, file);
  process.stdout.write(`${entries} ${entries === 1 ? 'entry' : 'entries'} written to ${file}.\n`);
  if (values.scans === undefined) return;
  const { written, awaited } = await fetchScans(office, { journal: file, ...of }, values.scans);
  const scans = written === 1 ? 'scanned receipt' : 'scanned receipts';
  process.stdout.write(`${written} ${scans} written to ${values.scans}.\n`);
  if (awaited.length > 0) process.stdout.write(`Not up from the station yet: ${awaited.join(', ')}.\n`);
});
