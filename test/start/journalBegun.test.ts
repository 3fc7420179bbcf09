import { cpSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#main/app';
import { troubleInWords } from '#main/trouble';
import { createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
let folder: string;
beforeEach(async () => {
  station = await createStation({ accounts: [] });
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-begun-'));
});
afterEach(async () => {
  await station.close();
  rmSync(folder, { recursive: true });
});

/** Starts a station in the folder, and says why it does not. */
async function started(): Promise<string | null> {
  try {
    await createApp({ ...station.host, dataFolder: folder }).close();
    return null;
  } catch (error) {
    return troubleInWords(error);
  }
}

const inFolder = (name: string) => join(folder, name);
const lost = (how: string) =>
  `The journal of the station in ${folder} is lost: its station.db is ${how}. Keep the folder as it is and call for help; a new station needs another folder.`;

test('bug: a station whose database was emptied began another journal in its place', async () => {
  cpSync(station.folder, folder, { recursive: true });
  // With its second copy it would be made again from that.
  rmSync(inFolder('twin.jsonl'));
  truncateSync(inFolder('station.db'));
  expect(await started()).toBe(lost('empty'));
  // What could still be saved was not touched.
  expect(statSync(inFolder('station.db')).size).toBe(0);
  expect(statSync(inFolder('station.db-wal')).size).toBe(statSync(join(station.folder, 'station.db-wal')).size);
  for (const name of ['station.db', 'station.db-wal', 'station.db-shm']) rmSync(inFolder(name));
  expect(await started()).toBe(lost('gone'));
});

test.each(['secrets.json', 'station.db-wal'])(
  'a folder of before the note shows by %s that a journal was',
  async (sign) => {
    writeFileSync(inFolder('station.db'), '');
    writeFileSync(inFolder(sign), '{}');
    expect(await started()).toBe(lost('empty'));
  },
);

test('a first start that was cut off before its first write is made again, and notes nothing', async () => {
  writeFileSync(inFolder('station.db'), '');
  writeFileSync(inFolder('running.lock'), '');
  expect(await started()).toBeNull();
  expect(existsSync(inFolder('journal-begun'))).toBe(false);
  rmSync(inFolder('station.db'));
  expect(await started()).toBeNull();
});

test('a station of before the note leaves one at its next start', async () => {
  cpSync(station.folder, folder, { recursive: true });
  expect(statSync(inFolder('journal-begun')).mode & 0o777).toBe(0o600);
  rmSync(inFolder('journal-begun'));
  expect(await started()).toBeNull();
  expect(existsSync(inFolder('journal-begun'))).toBe(true);
});
