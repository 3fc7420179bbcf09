import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStation, openToRead, writing } from '#db/station/open';
import { record } from '#db/station/record';
import { entries } from '#db/station/schema';
import { exportJournal } from '#main/export/exportJournal';
import { account } from '../support/quarryBay.ts';
import { createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
let folder: string;
let file: string;

beforeEach(async () => {
  station = await createStation({ accounts: [account('40-11872-03', 'Hale, Dorothea', [])] });
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-export-'));
  file = join(folder, 'journal.jsonl');
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await station.close();
});

const lines = () =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Writes many entries at once, past the use-cases. */
function appended(count: number): void {
  const at = { now: station.clock.now(), actor: { person: 'm.ortiz' }, newSalt: () => '0'.repeat(32) };
  const from = { district: 'quarry-bay', series: 'W3', epoch: 1 };
  writing(station.look, (tx) => {
    for (let place = 0; place < count; place++)
      record(
        tx,
        {
          kind: 'tender_refused',
          businessDay: '2026-11-23',
          payload: { drawer: 'W3-D0001', refused: { tender: 'cash', why: 'other', cents: null }, steps: [] },
          ...(place % 2 ? { personal: { words: 'Ž' } } : {}),
        },
        { ...at, station: from, commandId: station.host.newId() },
      );
  });
}

test('a whole journal is written letter by letter, in order, also one of many parts, from a handle that only reads', async () => {
  appended(2_501);
  const reader = openToRead(join(station.folder, 'station.db'));
  const { entries: count, head } = await exportJournal(reader, file, 0);
  reader.$client.close();
  const [first, ...rest] = lines();
  expect(first).toEqual({
    counterfoil: 'journal',
    version: 1,
    district: 'quarry-bay',
    series: 'W3',
    exportedAt: '1970-01-01T00:00:00.000Z',
    entries: 2_501,
  });
  const journal = station.look
    .select({ text: entries.text, hash: entries.hash, personal: entries.personal })
    .from(entries)
    .orderBy(entries.position)
    .all();
  expect(rest).toEqual(
    journal.map((row) => ({ ...row, personal: row.personal === null ? null : JSON.parse(row.personal) })),
  );
  expect([count, head]).toEqual([2_501, journal.at(-1)?.hash]);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('what is added meanwhile waits for the next export', async () => {
  appended(1_500);
  const exporting = exportJournal(station.look, file, 0);
  appended(10);
  expect((await exporting).entries).toBe(1_500);
  expect(lines()).toHaveLength(1_501);
});

test('an empty journal is a first line and no head', async () => {
  expect(await exportJournal(station.look, file, 0)).toEqual({ entries: 0, head: null });
  expect(lines()).toHaveLength(1);
});

test('where it cannot be written it says so, leaves nothing, and an older file stays as it was', async () => {
  appended(10);
  await expect(exportJournal(station.look, join(folder, 'nowhere', 'journal.jsonl'), 0)).rejects.toThrow(/ENOENT/);
  writeFileSync(file, 'older');
  mkdirSync(`${file}.part`);
  await expect(exportJournal(station.look, file, 0)).rejects.toThrow(/EISDIR/);
  expect(readFileSync(file, 'utf8')).toBe('older');
  rmSync(`${file}.part`, { recursive: true });
  mkdirSync(join(folder, 'taken'));
  await expect(exportJournal(station.look, join(folder, 'taken'), 0)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readdirSync(folder).sort()).toEqual(['journal.jsonl', 'taken']);
});

test('a station that was never enrolled has none', async () => {
  const other = openStation(join(folder, 'station.db'));
  await expect(exportJournal(other, file, 0)).rejects.toThrow(/never enrolled/);
  other.$client.close();
  expect(existsSync(file)).toBe(false);
});
