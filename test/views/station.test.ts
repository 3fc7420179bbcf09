import { isTrainingSeries } from '#domain/series';
import { createApp } from '#main/app';
import { FAKE_ENROLMENT_TOKEN } from '../support/fakeWire.ts';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';
const ACCOUNTS = [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])];

let station: TestStation;
afterEach(() => station.close());

async function opened(options: Partial<Parameters<typeof createStation>[0]> = {}): Promise<Caller> {
  station = await createStation({ accounts: ACCOUNTS, ...options });
  return station.signedIn('m.ortiz');
}

test('a training station says so and shows its PINs', async () => {
  const ortiz = await opened({ series: 'T1', training: true });
  const seen = await ortiz.ask('station', {});
  expect(seen).toMatchObject({ state: 'ready', training: true, seriesLabel: 'T1' });
  expect(seen.people.map((person) => person.pin)).toEqual(seen.people.map((person) => PINS.get(person.person)));
});

test('a station that takes money shows no PIN, whatever it was started with', async () => {
  const ortiz = await opened({ host: () => ({ trainingPins: PINS }) });
  const seen = await ortiz.ask('station', {});
  expect(isTrainingSeries(seen.series)).toBe(false);
  expect(seen).toMatchObject({ training: false });
  expect(seen.people.map((person) => person.pin)).toEqual(seen.people.map(() => null));
});

test('it tells who is here, whose drawers are open, the last receipt and the last close, and no amount in a drawer', async () => {
  const ortiz = await opened();
  expect(await ortiz.ask('station', {})).toMatchObject({
    drawer: null,
    openDrawers: [],
    closedThrough: null,
    lastClose: null,
    lastReceipt: null,
  });
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 5 } });
  const taken = await ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: HALE, cents: 8_641 }],
    tenders: [{ kind: 'cash', cents: 8_641 }],
  });
  const seen = await ortiz.ask('station', {});
  expect(seen).toMatchObject({
    person: { person: 'm.ortiz', role: 'cashier' },
    drawer: { drawer, receipts: 1, state: 'open' },
    lastReceipt: { label: taken.label, issuedAt: taken.recordedAt },
  });
  expect(seen.people.find((person) => person.person === 'm.ortiz')?.drawer).toBe(drawer);
  for (const hidden of ['8641', '18641'])
    expect(JSON.stringify({ ...seen, now: 0, lastReceipt: null, sync: null })).not.toContain(hidden);
  await ortiz.tell('startCount', { drawer });
  await ortiz.tell('submitCount', {
    drawer,
    count: {
      cash: { 5000: 2, 2000: 2, 1000: 4, 500: 1, 100: 1, 25: 1, 10: 1, 5: 1, 1: 1 },
      checks: [],
      moneyOrders: [],
      cardTotalCents: 0,
    },
  });
  const { countNumber } = await ortiz.ask('comparison', { drawer });
  await ortiz.tell('closeDrawer', { drawer, countNumber });
  expect(await ortiz.ask('station', {})).toMatchObject({
    drawer: null,
    openDrawers: [],
    lastClose: { drawer, cashierName: 'Marisol Ortiz', closedAt: station.clock.now() },
  });
});

test('the day is the district’s, not that of the machine or of Greenwich', async () => {
  const ortiz = await opened();
  // 23:59 and 0:01 at Quarry Bay; at Greenwich it is the next day already.
  station.clock.advance(Date.UTC(2026, 10, 24, 7, 59) - station.clock.now());
  expect((await ortiz.ask('station', {})).today).toBe('2026-11-23');
  station.clock.advance(2 * 60_000);
  expect((await ortiz.ask('station', {})).today).toBe('2026-11-24');
});

test('whoever was let go is not among the people, and cannot sign in; a new name is shown', async () => {
  await opened();
  const storePerson = (active: number, name: string) =>
    station.look.$client
      .prepare('UPDATE people SET active = ?, name = ? WHERE person = ?')
      .run(active, name, 'l.haddad');
  storePerson(0, 'Layla Haddad');
  expect((await station.caller().ask('station', {})).people.map((person) => person.person)).not.toContain('l.haddad');
  expect(await station.caller().refused('signIn', { person: 'l.haddad', pin: PINS.get('l.haddad') })).toBe(
    'person_unknown',
  );
  storePerson(1, 'Layla Haddad-Ray');
  expect((await station.signedIn('l.haddad')).door).toBeDefined();
});

test('before its enrolment it waits, and refuses everything that needs a district', async () => {
  await opened();
  await station.app.close();
  const folder = `${station.folder}/other`;
  await import('node:fs').then(({ mkdirSync }) => mkdirSync(folder));
  const app = createApp({ ...station.host, dataFolder: folder });
  const door = app.connect();
  const codeOf = async (name: string, input: unknown) => {
    const answer = await door.call(name, input);
    return answer.ok || !('refusal' in answer) ? JSON.stringify(answer) : answer.refusal.code;
  };
  expect(await door.call('station', {})).toMatchObject({
    ok: true,
    value: { state: 'waiting', series: '', district: '', people: [], limits: null },
  });
  expect(await codeOf('signIn', { person: 'm.ortiz', pin: '4172' })).toBe('station_not_ready');
  const enrolment = { ledger: 'https://ledger.invalid', token: FAKE_ENROLMENT_TOKEN };
  expect(await door.call('enrolStation', enrolment)).toMatchObject({ ok: true, value: { series: 'W3', epoch: 1 } });
  await app.close();
  await station.restart();
});
