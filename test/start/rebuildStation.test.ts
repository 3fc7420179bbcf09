import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStation, openToRead } from '#db/station/open';
import { rebuildStation } from '#main/rebuild/rebuildStation';
import { takeHold } from '#main/start/hold';
import { COMMANDS, HALE } from '../support/everyCommand.ts';
import { account, charge } from '../support/quarryBay.ts';
import { createStation } from '../support/station.ts';
import { everyRow } from '../support/tables.ts';

/* npm run rebuild, in the data folder of a station that voided a receipt and does not run. */

let folder: string;
let file: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-rebuild-'));
  file = join(folder, 'station.db');
  const station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
  });
  const ortiz = await station.signedIn('m.ortiz');
  await ortiz.tell('voidReceipt', await COMMANDS.voidReceipt({ station, ortiz }));
  await station.lastSlip();
  station.look.$client.exec(`VACUUM INTO '${file}'`);
  await station.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

function rowsOf(path: string): Record<string, unknown[]> {
  const db = openToRead(path);
  try {
    return everyRow(db);
  } finally {
    db.$client.close();
  }
}

/** Forgets what the receipt paid, as a bug or a hand in the database would. */
function forgetApplications(): void {
  const db = openStation(file);
  db.$client.exec('DROP TRIGGER applications_refuse_delete; DELETE FROM applications WHERE cents > 0');
  db.$client.close();
}

test('the same comes out beside it, and the station’s own database is left alone', () => {
  const before = rowsOf(file);
  const { found, file: rebuilt, setAside } = rebuildStation(folder, { replace: false, now: 0 });
  expect(found).toMatchObject({ entries: 3, differing: 0 });
  expect([rebuilt, setAside]).toEqual([join(folder, 'station.rebuilt.db'), null]);
  expect(rowsOf(rebuilt)).toEqual(before);
  expect(rowsOf(file)).toEqual(before);
  // Once more: what the first left is no hindrance.
  expect(rebuildStation(folder, { replace: false, now: 0 }).found.differing).toBe(0);
});

test('puts back what was lost, and keeps the old one aside for good', () => {
  const whole = rowsOf(file);
  forgetApplications();
  const lacking = rowsOf(file);
  const { found, setAside } = rebuildStation(folder, { replace: true, now: Date.UTC(2026, 10, 23, 8) });
  expect(readdirSync(folder).filter((name) => name.startsWith('station'))).toEqual(['station.db']);
  expect(found).toMatchObject({ differing: 2, first: [{ table: 'applications', in: 'journal' }, {}] });
  expect(setAside).toBe(join(folder, 'set-aside', '2026-11-23T080000.000Z-station.db'));
  expect(rowsOf(file)).toEqual(whole);
  expect(rowsOf(setAside as string)).toEqual(lacking);
  expect(rebuildStation(folder, { replace: false, now: 0 }).found.differing).toBe(0);
});

test('is refused while the station runs, where there is none, and where it was never enrolled', () => {
  const hold = takeHold(folder);
  expect(() => rebuildStation(folder, { replace: true, now: 0 })).toThrow(/^The station in .* runs\. Close it/);
  hold?.release();
  const empty = join(folder, 'empty');
  expect(() => rebuildStation(empty, { replace: true, now: 0 })).toThrow(/^There is no station in /);
  expect(existsSync(empty)).toBe(false);
  rmSync(file);
  openStation(file).$client.close();
  expect(() => rebuildStation(folder, { replace: true, now: 0 })).toThrow(/was never enrolled/);
});

test('the program says it in words and in one line, and ends with 1 where rows differ', () => {
  const program = (...flags: string[]) =>
    spawnSync(process.execPath, ['main/start/launch.mjs', 'rebuild', ...flags], { encoding: 'utf8' });
  const good = program('--data', folder);
  expect([good.status, good.stdout.trimEnd().split('\n').slice(1)]).toEqual([
    0,
    [
      'The database has the same, row by row.',
      `The rebuilt database is ${join(folder, 'station.rebuilt.db')}. With --replace it takes the place of the other.`,
      expect.stringMatching(/^\{"entries":3,"tables":20,"rows":\d+,"differing":0\}$/),
    ],
  ]);
  forgetApplications();
  const bad = program('--data', folder, '--replace');
  expect([bad.status, bad.stdout]).toEqual([
    1,
    expect.stringMatching(
      /^3 entries of .*\n2 rows differ\. The first of them:\n {2}applications: only the journal has \{"application":1,.*\n.*\nThe rebuilt database is in its place\. The one before is kept as .*\n\{.*"differing":2\}\n$/,
    ),
  ]);
  expect(program('--data', folder).status).toBe(0);
  expect([program().status, program().stderr]).toEqual([1, expect.stringMatching(/^Use: npm run rebuild/)]);
  const nowhere = program('--data', join(folder, 'nowhere'));
  expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringMatching(/^There is no station in /)]);
}, 240_000);
