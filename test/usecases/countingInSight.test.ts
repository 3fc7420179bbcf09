import { lastEntry } from '../support/lastEntry.ts';
import { POLICY } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
let ortiz: Caller;
let haddad: Caller;
let drawer: string;

async function begun(blind: boolean): Promise<void> {
  station = await createStation({ accounts: [], policy: { ...POLICY, counting: { blind } } });
  ortiz = await station.signedIn('m.ortiz');
  haddad = await station.signedIn('l.haddad');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
}
afterEach(() => station.close());

const count = { cash: { 2000: 10 }, checks: [], moneyOrders: [], cardTotalCents: 0 };

test('a district that counts with open eyes shows what is expected, and the journal says so', async () => {
  await begun(false);
  expect(await ortiz.refused('expected', { drawer })).toBe('drawer_not_counting');
  await ortiz.tell('startCount', { drawer });
  expect(await ortiz.refused('expected', { drawer: 'W3-D0009' })).toBe('drawer_unknown');
  expect(await haddad.refused('expected', { drawer })).toBe('drawer_not_yours');
  const { tenders } = await ortiz.ask('expected', { drawer });
  expect(tenders.map(({ tender, cents }) => [tender, cents])).toEqual([
    ['cash', 20_000],
    ...['check', 'money-order', 'card'].map((tender) => [tender, 0]),
  ]);
  await ortiz.tell('submitCount', { drawer, count });
  expect(lastEntry(station, 'drawer_counted').entry.payload).toMatchObject({ countNumber: 1, isBlind: false });
  // A second person's count is blind in any district.
  await haddad.tell('submitCount', { drawer, count });
  expect(lastEntry(station, 'drawer_counted').entry.payload).not.toHaveProperty('isBlind');
  expect(await haddad.refused('expected', { drawer })).toBe('drawer_not_yours');
});

test('any other counts blind (F47)', async () => {
  await begun(true);
  await ortiz.tell('startCount', { drawer });
  expect(await ortiz.refused('expected', { drawer })).toBe('count_blind');
  expect(await ortiz.ask('station', {})).toMatchObject({ countsBlind: true });
  await ortiz.tell('submitCount', { drawer, count });
  expect(lastEntry(station, 'drawer_counted').entry.payload).not.toHaveProperty('isBlind');
});
