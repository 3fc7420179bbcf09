import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { identity } from '#db/station/identity';
import { openToRead } from '#db/station/open';
import { flagsOf, run, stop } from '#main/program';
import { exportJournal } from './exportJournal.ts';
import { notToBeWritten } from './placeOfExport.ts';

const HOW = 'Use: npm run export -- --data FOLDER FILE, with the data folder of a station.';

const { values, positionals } = flagsOf({ options: { data: { type: 'string' } }, allowPositionals: true }, HOW);
const [file, ...more] = positionals;
if (values.data === undefined || file === undefined || more.length > 0) stop(HOW);
const { data } = values;

void run(() => exported(data, file), { place: data });

async function exported(folder: string, to: string): Promise<void> {
  const database = join(folder, 'station.db');
  if (!existsSync(database)) stop(`There is no station in ${folder}. ${HOW}`);
  const not = notToBeWritten(to, folder);
  if (not !== null) stop(not);
  const db = openToRead(database);
  try {
    if (!identity(db)) stop(`The station in ${folder} was never enrolled, so it has no journal yet.`);
    const { entries, head } = await exportJournal(db, to, Date.now());
    const counted = `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
    process.stdout.write(`${counted} written to ${to}${head === null ? '' : `, head ${head}`}.\n`);
  } finally {
    db.$client.close();
  }
}
