import { randomUUID } from 'node:crypto';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';

let station: TestStation;
beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)])],
  });
});
afterEach(() => station.close());

async function day(by: Caller, cents: readonly number[], counted: Record<string, number>) {
  const { drawer } = await by.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  for (const amount of cents)
    await by.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account', accountNumber: HALE, cents: amount }],
      tenders: [{ kind: 'cash', cents: amount }],
    });
  await by.tell('startCount', { drawer });
  await by.tell('submitCount', { drawer, count: { cash: counted, checks: [], moneyOrders: [], cardTotalCents: 0 } });
  return by.tell('closeDrawer', { drawer, countNumber: 1 });
}

test('every close is a report with the next number, the latest first, whoever closed', async () => {
  const [ortiz, haddad] = [await station.signedIn('m.ortiz'), await station.signedIn('l.haddad')];
  expect(await ortiz.ask('zReports', {})).toEqual({ reports: [] });
  await day(ortiz, [5_000, 5_000], { 5000: 2 });
  await day(haddad, [10_000], { 10000: 1, 1: 99 });
  await day(ortiz, [], {});
  const seen = async (person: string) => (await (await station.signedIn(person)).ask('zReports', {})).reports;
  const told = (reports: Awaited<ReturnType<typeof seen>>) =>
    reports.map(({ issuedCents, overShortCents }) => [issuedCents, overShortCents]);
  const reports = await seen('s.park');
  expect(reports.map((report) => [report.label, report.drawer, report.cashierName, report.receipts])).toEqual([
    ['W3-Z0003', 'W3-D0003', 'Marisol Ortiz', 0],
    ['W3-Z0002', 'W3-D0002', 'Layla Haddad', 1],
    ['W3-Z0001', 'W3-D0001', 'Marisol Ortiz', 2],
  ]);
  // Nobody is told what another handed over before the office has counted it; of a drawer that had nothing it is none.
  const hidden = [null, null];
  expect(told(reports)).toEqual([[0, 0], hidden, hidden]);
  expect(told(await seen('l.haddad'))).toEqual([[0, 0], [10_000, 99], hidden]);
  expect(told(await seen('m.ortiz'))).toEqual([[0, 0], hidden, [10_000, 0]]);
});

test('the grand total only grows, over all drawers, voids and restarts (F47)', async () => {
  let ortiz = await station.signedIn('m.ortiz');
  expect((await day(ortiz, [5_000], { 5000: 1 })).grandTotalCents).toBe(5_000);
  await station.restart();
  ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  const { label } = await ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: HALE, cents: 700 }],
    tenders: [{ kind: 'cash', cents: 700 }],
  });
  const about = { label, reason: 'wrong_amount' as const, slip: await headOnSlip(ortiz, label) };
  const { mark } = await ortiz.ask('voidProposal', about);
  const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' });
  await ortiz.tell('voidReceipt', { ...about, approval });
  await ortiz.tell('startCount', { drawer });
  await ortiz.tell('submitCount', { drawer, count: { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 } });
  expect((await ortiz.tell('closeDrawer', { drawer, countNumber: 1 })).grandTotalCents).toBe(5_700);
});

describe('what is expected', () => {
  test('bug: any supervisor saw what she was to count at the safe: hidden until a count is in, and then shown only to whom it concerns (F47)', async () => {
    const [ortiz, haddad, whitebear, park, lindqvist] = (await Promise.all(
      ['m.ortiz', 'l.haddad', 'j.whitebear', 's.park', 'e.lindqvist'].map((person) => station.signedIn(person)),
    )) as [Caller, Caller, Caller, Caller, Caller];
    const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
    await ortiz.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account', accountNumber: HALE, cents: 8_641 }],
      tenders: [{ kind: 'cash', cents: 8_641 }],
    });
    const told = (by: Caller) => by.refused('comparison', { drawer });
    for (const by of [ortiz, whitebear]) expect(await told(by)).toBe('drawer_not_counted');
    await ortiz.tell('startCount', { drawer });
    for (const by of [ortiz, whitebear]) expect(await told(by)).toBe('drawer_not_counted');
    expect(await told(haddad)).toBe('drawer_not_yours');
    for (const by of [park, lindqvist]) expect(await told(by)).toBe('not_permitted');
    // No other answer tells it either, while the count is open.
    const said = JSON.stringify([
      await ortiz.ask('station', {}),
      await ortiz.ask('zReports', {}),
      await whitebear.ask('station', {}),
    ]);
    expect(said).not.toMatch(/"expected|:8641\b/);
    await ortiz.tell('submitCount', { drawer, count: { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 } });
    const toldTo = async (by: Caller) => (await by.ask('comparison', { drawer })).comparison.tenders[0];
    expect(await toldTo(ortiz)).toMatchObject({ expectedCents: 8_641 });
    // She may still have to count at the safe what it hands over.
    expect(await told(whitebear)).toBe('drawer_count_again');
    expect(await whitebear.refused('closeDrawer', { commandId: randomUUID(), drawer, countNumber: 1 })).toBe(
      'drawer_count_again',
    );
    await whitebear.tell('submitCount', {
      drawer,
      count: { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 },
    });
    expect(await toldTo(whitebear)).toMatchObject({ expectedCents: 8_641 });
    expect(await told(haddad)).toBe('drawer_not_yours');
  });

  test('of a drawer that does not exist, or is closed, is refused', async () => {
    const ortiz = await station.signedIn('m.ortiz');
    expect(await ortiz.refused('comparison', { drawer: 'W3-D0009' })).toBe('drawer_unknown');
    const { drawer } = await day(ortiz, [], {});
    expect(await ortiz.refused('comparison', { drawer })).toBe('drawer_closed');
  });
});
