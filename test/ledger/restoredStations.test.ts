import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '#contract/answer';
import type { Output } from '#contract/contract';
import { openStation } from '#db/station/open';
import { type App, createApp } from '#main/app';
import { askEnrolmentToken, readDayReport } from '#main/ledger/client';
import { fileSecrets } from '#main/secrets';
import { type DistrictAtWork, districtAtWork } from '../support/districtAtWork.ts';
import { accountRow, accountsCsv, chargesCsv, districtFile, FIRST } from '../support/ledger.ts';
import { PEOPLE } from '../support/officeDay.ts';
import { enrolSpeaker } from '../support/speaker.ts';
import type { Caller, LedgerEdge, TestStation } from '../support/station.ts';
import { atWallTime } from '../support/wallClock.ts';

/*
 * Stations that are put back from a copy, run twice or were replaced, against a real ledger: each is noticed at its first
 * contact, takes no money from then on, and what it had recorded and not sent lies in quarantine.
 */

const SERIES = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6'];
let district: DistrictAtWork;
let station: TestStation<LedgerEdge>;
let series = '';
let drawer: string;
let ortiz: Caller;
let backup: string;
const left = [...SERIES];

beforeAll(async () => {
  district = await districtAtWork({
    file: districtFile('quarry-bay', { people: PEOPLE }),
    accounts: accountsCsv(accountRow(FIRST)),
    charges: chargesCsv(),
    series: SERIES,
    start: atWallTime('08:00', Date.parse('2026-11-23'), '2026-11-23'),
    alarm: /^entries in quarantine$/,
  });
  // None is to know of another's drawer: everybody here is one cashier.
  for (const one of district.stations.values()) one.station.ledger.line = 'down';
});
afterAll(() => district.close());

beforeEach(async () => {
  series = left.shift() ?? '';
  station = district.stations.get(series)?.station as TestStation<LedgerEdge>;
  backup = mkdtempSync(join(tmpdir(), 'counterfoil-copy-'));
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
  await take();
  station.ledger.line = 'up';
  await settled();
});
afterEach(async () => {
  station.ledger.line = 'down';
  rmSync(backup, { recursive: true });
});

async function take(): Promise<string> {
  const copies = { kind: 'fee' as const, code: 'copies', quantity: 1, cents: 25, told: [] };
  return (await ortiz.tell('takePayment', { drawer, lines: [copies], tenders: [{ kind: 'cash', cents: 25 }] })).label;
}

async function sells(receipts: number): Promise<void> {
  for (let times = 0; times < receipts; times++) await take();
}

/** Waits until everything is sent, by the clock on the wall as well: what packs a run is no timer of the test's clock. */
async function settled(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { sync } = await station.caller().ask('station', {});
    if (sync.unsent === 0 && sync.state === 'online') return;
    await aSecond();
  }
  throw new Error('the station did not settle');
}

async function aSecond(): Promise<void> {
  await station.wait(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Copies the folder while nothing runs in it. */
async function copied(): Promise<void> {
  await station.app.close();
  cpSync(station.folder, backup, { recursive: true });
  station.app = createApp(station.host);
  ortiz = await station.signedIn('m.ortiz');
}

/** Puts the copy back in place of what is there, and starts. */
async function putBack(): Promise<void> {
  await station.app.close();
  station.look.$client.close();
  rmSync(station.folder, { recursive: true });
  cpSync(backup, station.folder, { recursive: true });
  station.app = createApp(station.host);
  station.look = openStation(join(station.folder, 'station.db'));
  ortiz = await station.signedIn('m.ortiz');
}

/** The copy as it runs on another machine, by the same line. */
function onAnotherMachine(): App {
  return createApp({ ...station.host, dataFolder: backup, secrets: fileSecrets(backup, null) });
}

async function stoppedAt(app: App, seconds = 15): Promise<string | null> {
  const door = app.connect();
  for (let passed = 0; passed < seconds; passed++) {
    const answer = (await door.call('station', {})) as Answer<Output<'station'>>;
    if (!answer.ok) throw new Error('the station does not say how it stands');
    if (answer.value.sync.stopped) return answer.value.sync.stopped.why;
    await aSecond();
  }
  return null;
}

async function quarantined(): Promise<number> {
  for (let times = 0; times < 5; times++) await aSecond();
  const { quarantine } = await readDayReport(district.office, { day: '2026-11-23' });
  return quarantine.filter((stray) => stray.station.startsWith(series)).length;
}

const opening = () => ({ commandId: station.host.newId(), businessDay: '2026-11-23', float: {} });

test('an older folder that is put back is noticed at its first contact, and takes no money (F24)', async () => {
  await copied();
  await sells(3);
  await settled();
  await putBack();
  expect(await stoppedAt(station.app)).toBe('restored');
  expect(await ortiz.refused('openDrawer', opening())).toBe('station_stopped');
  expect(await quarantined()).toBe(0);
  // It stays so.
  await station.restart();
  expect(await stoppedAt(station.app, 1)).toBe('restored');
});

test('one that sold offline after it was put back has its branch in quarantine, and no number is issued twice (F20 F24)', async () => {
  await copied();
  await sells(2);
  await settled();
  station.ledger.line = 'down';
  await putBack();
  await sells(3);
  station.ledger.line = 'up';
  expect(await stoppedAt(station.app, 40)).toBe('restored');
  expect(await quarantined()).toBe(3);
});

test('one that lost nothing that was sent is noticed as well: it lost what it was told (F24)', async () => {
  await copied();
  // It only asked for news meanwhile.
  await station.wait(45);
  await settled();
  await putBack();
  expect(await stoppedAt(station.app)).toBe('restored');
});

test('a folder that runs on two machines: whichever speaks second stops (F21 F22 F23 F25)', async () => {
  await copied();
  await settled();
  await sells(1);
  await settled();
  const copy = onAnotherMachine();
  expect(await stoppedAt(copy)).toBe('restored');
  expect(await stoppedAt(station.app, 12)).toBeNull();
  await sells(1);
  await settled();
  await copy.close();
});

test('a copy that speaks first stops the one that it was made of, at its next word (F20 F21 F25)', async () => {
  await settled();
  station.ledger.line = 'down';
  await copied();
  await sells(2);
  station.ledger.line = 'up';
  // The first to speak with the newest token is heard; nobody can know that it is the copy.
  await station.app.close();
  const copy = onAnotherMachine();
  expect(await stoppedAt(copy, 12)).toBeNull();
  station.app = createApp(station.host);
  ortiz = await station.signedIn('m.ortiz');
  expect(await stoppedAt(station.app)).toBe('restored');
  expect(await quarantined()).toBe(2);
  await copy.close();
});

test('a station whose series was enrolled anew is told so, and what it had not sent lies in quarantine (F20)', async () => {
  station.ledger.line = 'down';
  await sells(2);
  const { token } = await askEnrolmentToken(district.office, { series });
  await enrolSpeaker(district.office.ledger, token);
  station.ledger.line = 'up';
  expect(await stoppedAt(station.app, 40)).toBe('replaced');
  expect(await ortiz.refused('openDrawer', opening())).toBe('station_stopped');
  expect(await quarantined()).toBe(2);
});
