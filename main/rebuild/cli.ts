import type { DifferingRow } from '#db/station/rebuild/compare';
import { flagsOf, run, stop } from '#main/program';
import { rebuildStation } from './rebuildStation.ts';

const HOW = 'Use: npm run rebuild -- --data FOLDER [--replace], with the data folder of a station.';

const { values } = flagsOf(
  { options: { data: { type: 'string' }, replace: { type: 'boolean', default: false } } },
  HOW,
);
if (values.data === undefined) stop(HOW);
const folder = values.data;

void run(async () => tell(folder, values.replace === true), { place: folder });

function tell(data: string, replace: boolean): void {
  const { found, file, setAside } = rebuildStation(data, { replace, now: Date.now() });
  const { entries, tables, rows, differing, first } = found;
  const lines = [
    `${counted(entries, 'entry', 'entries')} of the journal make ${counted(rows, 'row', 'rows')} in ${tables} tables.`,
    differing === 0
      ? 'The database has the same, row by row.'
      : `${counted(differing, 'row', 'rows')} differ. The first of them:`,
    ...first.map(rowSaid),
    setAside === null
      ? `The rebuilt database is ${file}. With --replace it takes the place of the other.`
      : `The rebuilt database is in its place. The one before is kept as ${setAside}.`,
    JSON.stringify({ entries, tables, rows, differing }),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (differing > 0) process.exitCode = 1;
}

function rowSaid({ table, in: where, row }: DifferingRow): string {
  return `  ${table}: only the ${where} has ${JSON.stringify(row)}`;
}

function counted(number: number, one: string, more: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : more}`;
}
