import { randomUUID } from 'node:crypto';
import { balanceOf, entryAt } from '#db/station/journal';
import { account, PINS } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
let ortiz: Caller;
/** The office issued two floats to M. Ortiz and one to L. Haddad before the station last asked. */
const FLOATS = [
  { handoff: 'L-F0011', person: 'm.ortiz', issuedBy: 'j.whitebear' },
  { handoff: 'L-F0007', person: 'm.ortiz', issuedBy: 'j.whitebear' },
  { handoff: 'L-F0008', person: 'l.haddad', issuedBy: 'i.solheim' },
];
const FLOAT = { 2000: 5, 1000: 10 };
const TODAY = '2026-11-23';

beforeEach(async () => {
  station = await createStation({ accounts: [account('40-11872-03', 'Hale, Dorothea', [])], floats: FLOATS });
  ortiz = await station.signedIn('m.ortiz');
});
afterEach(() => station.close());

test('a drawer opens with a counted float, and its batch with it', async () => {
  const opened = await ortiz.tell('openDrawer', { businessDay: TODAY, float: FLOAT });
  expect(opened).toMatchObject({
    drawer: 'W3-D0001',
    batch: 'W3-B0001',
    cashierName: 'Marisol Ortiz',
    state: 'open',
    receipts: 0,
  });
  expect(balanceOf(station.look, 'drawer:W3-D0001:cash')).toBe(20_000);
  expect(balanceOf(station.look, 'transit:W3-D0001-float')).toBe(-20_000);
});

test('the same command opens one drawer', async () => {
  const input = { commandId: randomUUID(), businessDay: TODAY, float: FLOAT };
  const [first, second] = [await ortiz.ask('openDrawer', input), await ortiz.ask('openDrawer', input)];
  expect(second).toEqual(first);
  expect(await ortiz.refused('openDrawer', { ...input, float: {} })).toBe('command_reused');
});

test('two people have two drawers; one person never has two', async () => {
  await ortiz.tell('openDrawer', { businessDay: TODAY, float: FLOAT });
  expect(await ortiz.refused('openDrawer', { commandId: randomUUID(), businessDay: TODAY, float: FLOAT })).toBe(
    'drawer_already_open',
  );
  const haddad = await station.signedIn('l.haddad');
  expect((await haddad.tell('openDrawer', { businessDay: TODAY, float: {} })).drawer).toBe('W3-D0002');
  expect((await ortiz.ask('station', {})).openDrawers.map((drawer) => drawer.drawer)).toEqual(['W3-D0001', 'W3-D0002']);
});

test('another day than today needs a supervisor who saw it; a far one is refused', async () => {
  const input = { businessDay: '2026-11-22', float: FLOAT };
  const { mark, needsApproval } = await ortiz.ask('openingMark', input);
  expect(needsApproval).toBe(true);
  expect(await ortiz.refused('openDrawer', { commandId: randomUUID(), ...input })).toBe('approval_needed');
  const { approval } = await ortiz.ask('approve', { mark, person: 'i.solheim', pin: PINS.get('i.solheim') ?? '' });
  expect(
    await ortiz.refused('openDrawer', { commandId: randomUUID(), ...input, businessDay: '2026-11-21', approval }),
  ).toBe('approval_changed');
  expect((await ortiz.tell('openDrawer', { ...input, approval })).businessDay).toBe('2026-11-22');
  const haddad = await station.signedIn('l.haddad');
  expect(await haddad.refused('openDrawer', { commandId: randomUUID(), businessDay: '2026-10-01', float: {} })).toBe(
    'business_day_out_of_range',
  );
});

test('today is the district’s day, not the machine’s (F70)', async () => {
  // 20:00 at Quarry Bay is already the next day in UTC.
  station.clock.advance(12 * 3_600_000);
  expect((await ortiz.ask('station', {})).today).toBe(TODAY);
  await ortiz.tell('openDrawer', { businessDay: TODAY, float: FLOAT });
});

test('a float beyond the limit is refused', async () => {
  expect(await ortiz.refused('openDrawer', { commandId: randomUUID(), businessDay: TODAY, float: { 10000: 21 } })).toBe(
    'float_too_large',
  );
});

test('people without a tray are refused', async () => {
  const park = await station.signedIn('s.park');
  expect(await park.refused('openDrawer', { commandId: randomUUID(), businessDay: TODAY, float: {} })).toBe(
    'not_permitted',
  );
});

test('an approval opens one drawer, not every drawer of that day', async () => {
  const input = { businessDay: '2026-11-22', float: FLOAT };
  const { mark } = await ortiz.ask('openingMark', input);
  const { approval } = await ortiz.ask('approve', { mark, person: 'i.solheim', pin: PINS.get('i.solheim') ?? '' });
  const { drawer } = await ortiz.tell('openDrawer', { ...input, approval });
  await ortiz.tell('startCount', { drawer });
  await ortiz.tell('submitCount', { drawer, count: { cash: FLOAT, checks: [], moneyOrders: [], cardTotalCents: 0 } });
  await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
  expect(await ortiz.refused('openDrawer', { commandId: randomUUID(), ...input, approval })).toBe('approval_used');
});

test('no drawer opens for a day that the office has closed, also while the network is down', async () => {
  const day = await createStation({ accounts: [], closedThrough: ['2026-11-22'] });
  const haddad = await day.signedIn('l.haddad');
  await day.settled();
  day.ledger.line = 'down';
  expect(await haddad.refused('openDrawer', { commandId: randomUUID(), businessDay: '2026-11-22', float: FLOAT })).toBe(
    'day_closed',
  );
  await haddad.tell('openDrawer', { businessDay: TODAY, float: FLOAT });
  await day.close();
});

test('a day that the station closed by itself stays closed when the office closes an earlier one', async () => {
  const day = await createStation({ accounts: [], closedThrough: [TODAY, '2026-11-22'] });
  const haddad = await day.signedIn('l.haddad');
  await day.settled();
  expect(await haddad.refused('openDrawer', { commandId: randomUUID(), businessDay: TODAY, float: FLOAT })).toBe(
    'day_closed',
  );
  await day.close();
});

test('bug: nobody opens a drawer while hers is open at another station, as far as this one has heard', async () => {
  const elsewhere = { drawer: 'W4-D0007', station: 'W4', person: 'm.ortiz' };
  const day = await createStation({
    accounts: [],
    drawers: [
      { ...elsewhere, drawer: 'W4-D0006', isOpen: true },
      { ...elsewhere, isOpen: true },
      // Of an older one it makes no difference that it closed.
      { ...elsewhere, drawer: 'W4-D0006', isOpen: false },
      { ...elsewhere, person: 'l.haddad', drawer: 'W5-D0001', station: 'W5', isOpen: true },
      { ...elsewhere, person: 'l.haddad', drawer: 'W5-D0001', station: 'W5', isOpen: false },
    ],
  });
  const [marisol, haddad] = [await day.signedIn('m.ortiz'), await day.signedIn('l.haddad')];
  await day.settled();
  day.ledger.line = 'down';
  const input = { commandId: randomUUID(), businessDay: TODAY, float: FLOAT };
  expect(await marisol.door.call('openDrawer', input)).toMatchObject({
    ok: false,
    refusal: { code: 'drawer_open_elsewhere', facts: { drawer: 'W4-D0007', station: 'W4' } },
  });
  expect((await haddad.tell('openDrawer', { businessDay: TODAY, float: FLOAT })).drawer).toBe('W3-D0001');
  await day.close();
});

describe('a float that the office issued ahead', () => {
  const closeEmpty = async (drawer: string) => {
    await ortiz.tell('startCount', { drawer });
    const count = { cash: FLOAT, checks: [], moneyOrders: [], cardTotalCents: 0 };
    await ortiz.tell('submitCount', { drawer, count });
    await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
  };

  test('bug: one that was taken back was offered all the same', async () => {
    const day = await createStation({ accounts: [], floats: FLOATS, takenBack: ['L-F0007', 'L-F0008'] });
    const [marisol, haddad] = [await day.signedIn('m.ortiz'), await day.signedIn('l.haddad')];
    await day.settled();
    expect((await marisol.ask('station', {})).floatWaiting?.handoff).toBe('L-F0011');
    expect((await haddad.ask('station', {})).floatWaiting).toBeNull();
    const input = { commandId: randomUUID(), businessDay: TODAY, float: FLOAT, handoff: 'L-F0007' };
    expect(await marisol.refused('openDrawer', input)).toBe('float_not_yours');
    await day.close();
  });

  test('waits for whom it was issued to, the first first, without a word of how much it is', async () => {
    await station.settled();
    expect((await ortiz.ask('station', {})).floatWaiting).toEqual({
      handoff: 'L-F0007',
      issuedByName: 'Joseph Whitebear',
    });
    const whitebear = await station.signedIn('j.whitebear');
    expect((await whitebear.ask('station', {})).floatWaiting).toBeNull();
    expect((await station.caller().ask('station', {})).floatWaiting).toBeNull();
  });

  test('is taken offline: the drawer names it and comes out of its transit account', async () => {
    await station.settled();
    station.ledger.line = 'down';
    const input = { businessDay: TODAY, float: FLOAT, handoff: 'L-F0007' };
    await ortiz.tell('openDrawer', input);
    expect(balanceOf(station.look, 'transit:L-F0007')).toBe(-20_000);
    expect(balanceOf(station.look, 'transit:W3-D0001-float')).toBe(0);
    expect(entryAt(station.look, 1, 'drawer_opened').entry.payload.handoff).toBe('L-F0007');
    expect((await ortiz.ask('station', {})).floatWaiting).toBeNull();
  });

  test('is taken once, by nobody else, and only where it came down', async () => {
    await station.settled();
    const opening = { businessDay: TODAY, float: FLOAT };
    const refused = (caller: Caller, handoff: string) =>
      caller.refused('openDrawer', { commandId: randomUUID(), ...opening, handoff });
    expect(await refused(ortiz, 'L-F0008')).toBe('float_not_yours');
    expect(await refused(ortiz, 'L-F0009')).toBe('float_not_yours');
    const { drawer } = await ortiz.tell('openDrawer', { ...opening, handoff: 'L-F0007' });
    await closeEmpty(drawer);
    expect(await refused(ortiz, 'L-F0007')).toBe('float_not_yours');
    expect((await ortiz.ask('station', {})).floatWaiting?.handoff).toBe('L-F0011');
  });

  test('may hold nothing: the drawer says so all the same', async () => {
    await station.settled();
    await ortiz.tell('openDrawer', { businessDay: TODAY, float: {}, handoff: 'L-F0007' });
    expect(entryAt(station.look, 1, 'drawer_opened').entry).toMatchObject({
      postings: [],
      payload: { handoff: 'L-F0007', floatCents: 0 },
    });
  });
});
