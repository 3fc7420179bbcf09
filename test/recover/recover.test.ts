import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '#contract/answer';
import type { Output } from '#contract/contract';
import { openStation } from '#db/station/open';
import { createApp } from '#main/app';
import type { Host } from '#main/host';
import { askEnrolmentToken, readDayReport } from '#main/ledger/client';
import { confirmed } from '#main/recover/confirm';
import { mustBeFree, recoverStation } from '#main/recover/recoverStation';
import { fileSecrets } from '#main/secrets';
import { troubleInWords } from '#main/trouble';
import { type DistrictAtWork, districtAtWork } from '../support/districtAtWork.ts';
import { assertInvariants, assertRebuilt } from '../support/invariants.ts';
import { accountRow, accountsCsv, chargesCsv, districtFile, FIRST } from '../support/ledger.ts';
import { PEOPLE, WHITEBEAR } from '../support/officeDay.ts';
import { PINS } from '../support/quarryBay.ts';
import type { Caller, LedgerEdge, TestStation } from '../support/station.ts';
import { atWallTime } from '../support/wallClock.ts';

/* A workstation is gone, and its second copy is left: it goes on elsewhere, against a real ledger. */

let district: DistrictAtWork;
let station: TestStation<LedgerEdge>;
let ortiz: Caller;
let drawer: string;
let folder: string;
let twin: string;
const left = ['W1', 'W2', 'W3', 'W4', 'W5'];
let series = '';

beforeAll(async () => {
  district = await districtAtWork({
    file: districtFile('quarry-bay', { people: PEOPLE }),
    accounts: accountsCsv(accountRow(FIRST)),
    charges: chargesCsv(),
    series: [...left],
    start: atWallTime('08:00', Date.parse('2026-11-23'), '2026-11-23'),
    alarm: /^entries in quarantine$/,
  });
  for (const one of district.stations.values()) one.station.ledger.line = 'down';
});
afterAll(() => district.close());

beforeEach(async () => {
  series = left.shift() ?? '';
  station = district.stations.get(series)?.station as TestStation<LedgerEdge>;
  twin = join(station.folder, 'twin.jsonl');
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-recover-'));
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
  await take();
  station.ledger.line = 'up';
  await settled();
  station.ledger.line = 'down';
});
afterEach(() => rmSync(folder, { recursive: true }));

async function take(): Promise<string> {
  const copies = { kind: 'fee' as const, code: 'copies', quantity: 1, cents: 25, told: [] };
  return (await ortiz.tell('takePayment', { drawer, lines: [copies], tenders: [{ kind: 'cash', cents: 25 }] })).label;
}

async function settled(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { sync } = await station.caller().ask('station', {});
    if (sync.unsent === 0 && sync.state === 'online') return;
    await station.wait(1);
    await sleep(20);
  }
  throw new Error('the station did not settle');
}

/** A spare machine, by the clock on the wall as far as it waits. */
function spare(): Host {
  return {
    ...station.host,
    dataFolder: folder,
    secrets: fileSecrets(folder, null),
    fetch: (input, init) => fetch(input, init),
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

const tokenFor = async (of: string) => (await askEnrolmentToken(district.office, { series: of })).token;
const lost = (token: string) => ({ twin, ledger: district.office.ledger, token });
const recovering = (token: string) => recoverStation(spare(), lost(token));

async function quarantined(): Promise<number> {
  const { quarantine } = await readDayReport(district.office, { day: '2026-11-23' });
  return quarantine.filter((stray) => stray.station.startsWith(series)).length;
}

test('a workstation that is gone goes on out of its second copy, and what had not been sent waits for two people', async () => {
  await take();
  await take();
  const before = readFileSync(twin);
  expect(await recovering(await tokenFor(series))).toEqual({ series, epoch: 2, entries: 4 });
  const confirmedBy = await confirmed(spare(), async () => ({ person: WHITEBEAR, pin: PINS.get(WHITEBEAR) ?? '' }));
  expect(confirmedBy.role).toBe('supervisor');
  for (let tries = 0; (await quarantined()) === 0 && tries < 100; tries++) await sleep(50);
  expect(await quarantined()).toBe(2);
  expect(readFileSync(twin)).toEqual(before);

  const app = createApp(spare());
  const door = app.connect();
  const value = async <T>(asked: Promise<unknown>): Promise<T> => {
    const answer = (await asked) as Answer<T>;
    if (!answer.ok) throw new Error('refusal' in answer ? answer.refusal.code : answer.failure);
    return answer.value;
  };
  await value(door.call('signIn', { person: 'm.ortiz', pin: PINS.get('m.ortiz') }));
  const opening = { commandId: station.host.newId(), businessDay: '2026-11-23', float: {} };
  const anew = await value<Output<'openDrawer'>>(door.call('openDrawer', opening));
  const copies = { kind: 'fee' as const, code: 'copies', quantity: 1, cents: 25, told: [] };
  const payment = { commandId: station.host.newId(), drawer: anew.drawer, lines: [copies] };
  const paid = door.call('takePayment', { ...payment, tenders: [{ kind: 'cash', cents: 25 }] });
  expect((await value<Output<'takePayment'>>(paid)).label).toBe(`${series}.2-000001`);
  const found = await value(door.call('receipts', { text: `${series}-000003` }));
  expect(JSON.stringify(found)).toContain(`${series}-000003`);
  await app.close();
  const look = openStation(join(folder, 'station.db'));
  assertInvariants(look);
  assertRebuilt(look);
  look.$client.close();
});

test('broken off behind the enrolment, the same again goes on with the token that was spent', async () => {
  const token = await tokenFor(series);
  const first = await recovering(token);
  const spent = openStation(join(folder, 'station.db'));
  spent.$client.exec('UPDATE station SET epoch = 1; DELETE FROM contact');
  spent.$client.close();
  expect(await recovering(token)).toEqual(first);
});

test('a token of another station is refused before it is spent, and who is there goes on', async () => {
  await expect(recovering(await tokenFor('W9'))).rejects.toThrow(
    `The token is for station W9, and what is to go on is ${series}. Issue a token for ${series}.`,
  );
  await expect(recovering(await tokenFor('W9'))).rejects.toMatchObject({ code: 'enrolment_other_series' });
  await expect(recovering(`nowhere.${'x'.repeat(40)}.${'y'.repeat(43)}`)).rejects.toThrow();
  station.ledger.line = 'up';
  await take();
  await settled();
});

test('a damaged second copy, one of nobody, none, and a folder that is taken are told in words; and only a supervisor confirms', async () => {
  const token = await tokenFor(series);
  const words = (of: () => unknown) => {
    try {
      of();
    } catch (error) {
      return troubleInWords(error);
    }
    return 'nothing is wrong';
  };
  expect(words(() => mustBeFree(station.folder, lost(token)))).toMatch(
    /There is a station in .* already\. Give --data a new folder/,
  );
  expect(words(() => mustBeFree(folder, { ...lost(token), twin: join(folder, 'none') }))).toMatch(
    /none is not there\. Name the twin\.jsonl/,
  );
  expect(words(() => mustBeFree(folder, lost('short')))).not.toBe('nothing is wrong');
  const damaged = join(folder, 'damaged.jsonl');
  writeFileSync(damaged, readFileSync(twin, 'utf8').replace('copies', 'c0pies'));
  await expect(recoverStation(spare(), { ...lost(token), twin: damaged })).rejects.toThrow(
    /is damaged behind entry 1\. Nothing was enrolled/,
  );
  rmSync(folder, { recursive: true });
  await recovering(token);
  const asked = async () => ({ person: 'm.ortiz', pin: PINS.get('m.ortiz') ?? '' });
  await expect(confirmed(spare(), asked)).rejects.toThrow(/^No supervisor confirmed it/);
});

test('a second copy that is damaged is refused as often as it is tried, and a better one is taken in its place', async () => {
  await take();
  const token = await tokenFor(series);
  const damaged = join(folder, 'damaged.jsonl');
  const lines = readFileSync(twin, 'utf8').split('\n');
  writeFileSync(damaged, [...lines.slice(0, 2), lines[2]?.replace('copies', 'c0pies'), ...lines.slice(3)].join('\n'));
  for (const _ of [1, 2])
    await expect(recoverStation(spare(), { ...lost(token), twin: damaged })).rejects.toThrow(
      /is damaged behind entry 1\. Nothing was enrolled/,
    );
  expect(await recovering(token)).toEqual({ series, epoch: 2, entries: 3 });
});
