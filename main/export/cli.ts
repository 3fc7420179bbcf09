import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openToRead } from '#db/station/open';
import { exportJournal } from './exportJournal.ts';

const HOW = 'Use: npm run export -- --data FOLDER FILE, with the data folder of a station.';

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true });
  const [file, ...more] = positionals;
  if (values.data === undefined || file === undefined || more.length > 0) throw new Error(HOW);
  const database = join(values.data, 'station.db');
  if (!existsSync(database)) throw new Error(`There is no station in ${values.data}. ${HOW}`);
  const db = openToRead(database);
  try {
    const { entries, head } = await exportJournal(db, file, Date.now());
    return `${entries} ${entries === 1 ? 'entry' : 'entries'} written to ${file}${head === null ? '' : `, head ${head}`}.`;
  } finally {
    db.$client.close();
  }
}

main().then(
  (said) => process.stdout.write(`${said}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
