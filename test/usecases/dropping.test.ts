import { randomUUID } from 'node:crypto';
import { Policy } from '#domain/district';
import { day } from '../support/day.ts';
import { expectGoodJournal } from '../support/goodJournal.ts';
import { lastEntry } from '../support/lastEntry.ts';
import { account, POLICY } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { balances, cash, countAndClose } from '../support/undoing.ts';

/* Cash that goes from a drawer to the safe during the day. */

test('a day with drops: they lower what the drawer must hold, and it closes even on the rest', () =>
  day(
    `
    08:00  open    D1 Ortiz  float 200.00                  ok
    08:10  take    R1        Hale 86.40    cash 100.00     change 13.60
    08:20  drop    D1        286.41                        refused drawer_too_low
    08:21  drop    D1        0.00                          refused nothing_counted
    08:22  drop    D1        80.00                         W3-D0001-drop-1
    08:23  holds   D1                                      cash 206.40
    08:30  open    D2 Haddad  float 50.00                  ok
    08:31  drop    D2        20.00                         W3-D0002-drop-1
    09:00  offline                                         offline, all sent
    09:01  drop    D1        6.40                          W3-D0001-drop-2
    09:02  drop    D1        200.01                        refused drawer_too_low
    12:00  park    D1                                      parked
    12:01  drop    D1        5.00                          refused drawer_parked
    12:30  unpark  D1                                      open
    17:00  count   D1                                      counting
    17:01  drop    D1        5.00                          refused drawer_counting
    17:02  count   D1        cash 200.00                   even
    17:03  drop    D1        5.00                          refused drawer_counted
    17:04  close   D1                                      Z1 of 86.40
    17:05  drop    D1        5.00                          refused drawer_closed
  `,
    async ({ station }) => {
      await expectGoodJournal(station);
    },
  ));

describe('at one drawer', () => {
  let station: TestStation;
  let ortiz: Caller;
  let drawer: string;
  beforeEach(async () => {
    const limits = { ...POLICY.limits, dropAskedAtCents: 30_000 };
    station = await createStation({
      accounts: [account('40-11872-03', 'Hale, Dorothea', [])],
      policy: { ...POLICY, limits },
    });
    ortiz = await station.signedIn('m.ortiz');
    ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
  });
  afterEach(() => station.close());

  const take = (amount: number) =>
    ortiz.tell('takePayment', {
      drawer,
      lines: [{ kind: 'account', accountNumber: '40-11872-03', cents: amount }],
      tenders: [cash(amount)],
    });

  test('a drop is debited to its own transit account and stays part of the batch', async () => {
    const dropped = await ortiz.tell('dropCash', { drawer, pieces: { 2000: 3, 25: 0 } });
    expect(dropped).toEqual({ handoff: 'W3-D0001-drop-1', number: 1, cents: 6_000 });
    expect(balances(station, 'drawer:W3-D0001:cash', 'transit:W3-D0001-drop-1')).toEqual({
      'drawer:W3-D0001:cash': 14_000,
      'transit:W3-D0001-drop-1': 6_000,
    });
    const { entry } = lastEntry(station, 'cash_dropped');
    expect(entry.payload).toEqual({
      ...{ drawer, batch: 'W3-B0001', number: 1, handoff: 'W3-D0001-drop-1' },
      ...{ pieces: { 2000: 3, 25: 0 }, cents: 6_000 },
    });
  });

  test('bug: what a drawer holds could be found by trying drops: each that is refused is kept, once', async () => {
    const asked = { commandId: randomUUID(), drawer, pieces: { 2000: 10, 1: 1 } };
    expect(await ortiz.refused('dropCash', asked)).toBe('drawer_too_low');
    const { entry } = lastEntry(station, 'drop_refused');
    expect([entry.actor, entry.approver, entry.postings]).toEqual(['m.ortiz', null, []]);
    expect(entry.payload).toEqual({ drawer, batch: 'W3-B0001', pieces: { 2000: 10, 1: 1 }, cents: 20_001 });
    expect(balances(station, 'drawer:W3-D0001:cash')).toEqual({ 'drawer:W3-D0001:cash': 20_000 });
    const { sequence } = entry;
    await station.restart();
    ortiz = await station.signedIn('m.ortiz');
    expect(await ortiz.refused('dropCash', asked)).toBe('drawer_too_low');
    expect(await ortiz.refused('dropCash', { ...asked, pieces: { 2000: 10 } })).toBe('command_reused');
    expect(lastEntry(station, 'drop_refused').entry.sequence).toBe(sequence);
    expect(await ortiz.refused('dropCash', { ...asked, commandId: randomUUID() })).toBe('drawer_too_low');
    expect(lastEntry(station, 'drop_refused').entry.sequence).toBe(sequence + 1);
    // The first that goes through is the first there is.
    expect(await ortiz.tell('dropCash', { drawer, pieces: { 2000: 10 } })).toMatchObject({ number: 1, cents: 20_000 });
    await expectGoodJournal(station);
  });

  test('only who has the drawer drops from it', async () => {
    const drop = { commandId: randomUUID(), drawer, pieces: { 2000: 1 } };
    expect(await (await station.signedIn('l.haddad')).refused('dropCash', drop)).toBe('drawer_not_yours');
    expect(await (await station.signedIn('e.lindqvist')).refused('dropCash', drop)).toBe('not_permitted');
    expect(await ortiz.refused('dropCash', { ...drop, drawer: 'W3-D0099' })).toBe('drawer_unknown');
    expect(await ortiz.refused('dropCash', { ...drop, pieces: { 2000: -1 } })).toBe('bad_input');
    expect(await ortiz.refused('dropCash', { ...drop, pieces: { 2000: 1.5 } })).toBe('bad_input');
  });

  test('that a drop is due is told from the limit on, to who has the drawer alone, and never how much is in it', async () => {
    const due = async (caller: Caller) => (await caller.ask('station', {})).dropDue;
    const haddad = await station.signedIn('l.haddad');
    await take(9_999);
    expect(await due(ortiz)).toBe(false);
    await take(1);
    expect([await due(ortiz), await due(haddad)]).toEqual([true, false]);
    expect(JSON.stringify(await ortiz.ask('station', {}))).not.toMatch(/30000|300\.00/);
    await ortiz.tell('dropCash', { drawer, pieces: { 2000: 5 } });
    expect(await due(ortiz)).toBe(false);
    await take(10_000);
    await ortiz.tell('startCount', { drawer });
    expect(await due(ortiz)).toBe(false);
  });

  test('the slip is in two halves, one of them without amounts, opens the tray, and is the same each time', async () => {
    await ortiz.tell('dropCash', { drawer, pieces: { 2000: 3, 25: 4 } });
    const text = await station.lastSlip();
    expect((await ortiz.ask('paper', {})).slips[0]?.kicked).toBe(true);
    expect(text.match(/Drop 1 of W3-D0001/g)).toHaveLength(2);
    for (const said of [/20\.00 × +3 +60\.00/g, /0\.25 × +4 +1\.00/g, /Total +61\.00/g])
      expect(text.match(said)).toHaveLength(1);
    expect(text.match(/Journal head +[0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}/g)).toHaveLength(2);
    const document = { kind: 'drop' as const, label: 'W3-D0001-drop-1' };
    expect((await ortiz.ask('slip', { document })).rows.join('\n')).toBe(text);
    expect(await ortiz.refused('slip', { document: { ...document, label: 'W3-D0001-drop-2' } })).toBe('slip_unknown');
  });

  test('comparison and Z report tell drops as a part of how the cash came about (F32, F43)', async () => {
    await take(5_000);
    await ortiz.tell('dropCash', { drawer, pieces: { 2000: 2 } });
    await ortiz.tell('dropCash', { drawer, pieces: { 1000: 1 } });
    const counted = { cash: { 2000: 10 }, checks: [], moneyOrders: [], cardTotalCents: 0 };
    const seen = await countAndClose(ortiz, drawer, counted);
    expect(seen.cash).toEqual([
      { by: 'float', cents: 20_000, items: 1 },
      { by: 'receipts', cents: 5_000, items: 1 },
      { by: 'drops', cents: -5_000, items: 2 },
    ]);
    const { rows } = await ortiz.ask('slip', { document: { kind: 'z', label: seen.closed.z } });
    expect(rows.map((row) => row.trim().replace(/ +/g, ' '))).toContain('Drops: 2 −50.00');
  });
});

test('a policy of before the setting was there asks for no drop, and stays readable', () => {
  const { dropAskedAtCents: _, ...limits } = POLICY.limits;
  expect(Policy.parse({ ...POLICY, limits }).limits.dropAskedAtCents).toBe(0);
});
