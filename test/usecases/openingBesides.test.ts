import { randomUUID } from 'node:crypto';
import { day } from '../support/day.ts';
import { expectGoodJournal } from '../support/goodJournal.ts';
import { lastEntry } from '../support/lastEntry.ts';
import { createStation, type TestStation } from '../support/station.ts';
import { cash, countAndClose, goTo, yesTo } from '../support/undoing.ts';

/* What a drawer opens beside: one that nobody closed, and another float than was returned. */

const FLOAT = { 2000: 10 };

test('a drawer of yesterday that nobody closed must be explained, day after day, until it is closed (F46)', () =>
  day(
    `
    2026-11-23
    08:00  open    D1 Ortiz  float 100.00                            ok
    17:00  open    D2 Haddad  float 50.00                            ok
    2026-11-24
    08:00  open    D3 Kowalczyk  float 50.00                         refused drawers_left_open
    08:01  open    D3 Kowalczyk  float 50.00  because both went ill  ok
    08:02  count   D1        cash 100.00                             even
    08:03  close   D1                                                Z1 of 0.00
    08:04  open    D4 Ortiz  float 100.00                            refused drawers_left_open
    08:05  count   D2        cash 50.00                              even
    08:06  close   D2                                                Z2 of 0.00
    08:07  open    D4 Ortiz  float 100.00                            ok
  `,
    async ({ station }) => {
      await expectGoodJournal(station);
    },
  ));

describe('at a station', () => {
  let station: TestStation;
  beforeEach(async () => {
    station = await createStation({ accounts: [] });
  });
  afterEach(async () => {
    await expectGoodJournal(station);
    await station.close();
  });

  test('the reason and the drawers left open are what is approved, and stay in the entry', async () => {
    const ortiz = await station.signedIn('m.ortiz');
    await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT });
    await goTo(station, '2026-11-24');
    const haddad = await station.signedIn('l.haddad');
    const asked = { businessDay: '2026-11-24', float: FLOAT, reason: 'Ortiz went to hospital' };
    const { left, needsApproval, mark } = await haddad.ask('openingMark', asked);
    expect([left, needsApproval]).toEqual([
      [{ drawer: 'W3-D0001', cashierName: 'Marisol Ortiz', businessDay: '2026-11-23' }],
      true,
    ]);
    const open = (change: object) => ({ commandId: randomUUID(), ...asked, ...change });
    expect(await haddad.refused('openDrawer', open({}))).toBe('approval_needed');
    const approval = await yesTo(haddad, mark);
    expect(await haddad.refused('openDrawer', open({ approval, reason: 'Forgotten' }))).toBe('approval_changed');
    expect(await haddad.refused('openDrawer', open({ approval, float: {} }))).toBe('approval_changed');
    await haddad.tell('openDrawer', { ...asked, approval });
    const { entry, personal } = lastEntry(station, 'drawer_opened');
    expect([entry.payload.left, entry.payload.mark, entry.approver]).toEqual([['W3-D0001'], mark, 'j.whitebear']);
    expect(personal?.words).toBe('Ortiz went to hospital');
  });

  test('a drawer of today, or one closed, is nothing to explain', async () => {
    const ortiz = await station.signedIn('m.ortiz');
    const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT });
    const haddad = await station.signedIn('l.haddad');
    const asked = { businessDay: '2026-11-23', float: {} };
    expect(await haddad.ask('openingMark', asked)).toMatchObject({ left: [], needsApproval: false });
    await countAndClose(ortiz, drawer, { cash: FLOAT, checks: [], moneyOrders: [], cardTotalCents: 0 });
    await goTo(station, '2026-11-24');
    const next = await (await station.signedIn('l.haddad')).ask('openingMark', { ...asked, businessDay: '2026-11-24' });
    expect(next).toMatchObject({ left: [], needsApproval: false });
  });

  test('another float than she returned last is recorded, and told only after the count, until the first receipt (F29)', async () => {
    const ortiz = await station.signedIn('m.ortiz');
    const nothing = { checks: [], moneyOrders: [], cardTotalCents: 0 };
    const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT });
    expect((await ortiz.ask('station', {})).floatDiffers).toBeNull();
    await countAndClose(ortiz, drawer, { cash: FLOAT, ...nothing });
    // Nothing is told of it before: neither by the station nor by what is asked about the opening.
    const asked = { businessDay: '2026-11-23', float: { 2000: 9 } };
    expect(JSON.stringify(await ortiz.ask('openingMark', asked))).not.toContain('20000');
    const second = await ortiz.tell('openDrawer', asked);
    expect(lastEntry(station, 'drawer_opened').entry.payload.returned).toEqual({ drawer, cents: 20_000 });
    expect((await ortiz.ask('station', {})).floatDiffers).toEqual({
      ...{ floatCents: 18_000, returnedCents: 20_000, drawer },
    });
    const fee = { kind: 'fee' as const, code: 'copies', quantity: 4, cents: 100, told: [] };
    await ortiz.tell('takePayment', { drawer: second.drawer, lines: [fee], tenders: [cash(100)] });
    expect((await ortiz.ask('station', {})).floatDiffers).toBeNull();
    await countAndClose(ortiz, second.drawer, { cash: { 2000: 9, 100: 1 }, ...nothing });
    await ortiz.tell('openDrawer', asked);
    expect(lastEntry(station, 'drawer_opened').entry.payload.returned).toBeUndefined();
    // A colleague returned nothing yet: hers is compared with nobody's.
    const haddad = await station.signedIn('l.haddad');
    await haddad.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
    expect(lastEntry(station, 'drawer_opened').entry.payload.returned).toBeUndefined();
  });
});
