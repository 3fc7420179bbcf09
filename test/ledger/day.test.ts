import { compare } from '#domain/balancing';
import { cents } from '#domain/money';
import { contextOf, createTestStation, onEachStore, type TestContext } from '../support/ledger.ts';
import { atTheOffice } from '../support/office.ts';
import { closedDrawer, type OfficeDay, officeDay, SOLHEIM, TWO_HUNDRED, WHITEBEAR } from '../support/officeDay.ts';

onEachStore('the day', (on) => {
  let context: TestContext;
  let day: OfficeDay;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
  });

  const seen = (by = day.solheim, on_?: string) => by.ask('day', on_ === undefined ? {} : { day: on_ });
  const NOTHING = { cash: 0, check: 0, 'money-order': 0, card: 0 };
  const taken = (rows: readonly { tender: string; cents: number }[]) =>
    Object.fromEntries(rows.map((row) => [row.tender, row.cents]));

  test('without business is empty, and a cashier does not see it', async () => {
    expect(await seen()).toMatchObject({
      ...{ day: '2026-11-23', previous: null, next: null, drawers: [], waiting: [], deposits: [], hours: [] },
      ...{ stations: { enrolled: 1, silent: ['W3'] }, totals: { receipts: 0, takenCents: 0 }, lateThisMonth: 0 },
    });
    expect(await day.ortiz.refused('day', {})).toBe('not_permitted');
  });

  test('hides what a drawer took until it is closed and all that it handed over is counted (F47)', async () => {
    day.station.journal.openDrawer(TWO_HUNDRED);
    await day.station.send();
    expect(await seen()).toMatchObject({
      drawers: [{ batch: 'W3-B0001', station: 'W3', state: 'open', receipts: 0, told: null }],
      totals: { receipts: 0, takenCents: 0 },
      waiting: [{ what: 'count', label: 'W3-D0001', cents: null }],
      stations: { silent: [] },
    });
    const other = await createTestStation(context, { district: day.station.district, series: 'W4' });
    await closedDrawer(other, -425);
    const { drawers, totals, waiting } = await seen();
    expect(drawers.map(({ batch, receipts, told }) => [batch, receipts, told])).toEqual([
      ['W3-B0001', 0, null],
      ['W4-B0001', 2, null],
    ]);
    expect(totals).toMatchObject({ receipts: 0, takenCents: 0 });
    expect(waiting.map(({ what, label }) => `${what} ${label}`).sort()).toEqual(['count W3-D0001', 'count W4-D0001']);
    await day.countAll('W4-D0001', { 2000: 2, 1000: 1, 500: 1, 25: 3 });
    const after = await seen();
    expect(after.drawers[1]?.told).toEqual({
      ...{ taken: expect.anything(), takenCents: 14_640, differences: [{ tender: 'cash', cents: -425 }] },
    });
    expect(taken(after.drawers[1]?.told?.taken ?? [])).toEqual({ ...NOTHING, cash: 6_000, check: 8_640 });
    expect(after.totals).toMatchObject({ receipts: 2, takenCents: 14_640 });
  });

  test('tells each person what waits for her, and nothing to who had a part or changes nothing', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001', { 2000: 2 });
    const waits = async (by = day.solheim) => (await seen(by)).waiting.map((row) => [row.what, row.label, row.cents]);
    expect(await waits()).toEqual([['settle', 'W3-D0001-cash', -2_000]]);
    expect(await waits(day.auditor)).toEqual([]);
    const found = { counted: { handoff: 'W3-D0001-cash', pieces: { 2000: 3 } }, reason: 'It lay under the tray' };
    const { mark } = await day.finance.ask('resolution', found);
    await day.finance.tell('resolveHandoff', found, { id: crypto.randomUUID(), approver: SOLHEIM, mark, ageMs: 1_000 });
    const approve = [['approve', 'W3-B0001', 14_640]];
    expect(await waits()).toEqual(approve);
    // She counted what was handed over, and finance settled it; who only agreed to that may approve.
    expect([await waits(day.whitebear), await waits(day.finance)]).toEqual([[], []]);
    await day.approve('W3-B0001');
    // bug: whoever counts it blind next was told what must be found.
    expect(await waits()).toEqual([['deposit', 'W3-B0001', null]]);
    // What lies in a bag that nobody counted a second time waits for that alone.
    const check = { batch: 'W3-B0001', tender: 'check' as const, checkNumber: '1010', cents: 8_640 };
    const bag = { bag: 'QB 0081 4473', seal: 'S-991' };
    const asked = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: { 2000: 3 }, checks: [check], ...bag };
    await day.whitebear.tell('prepareDeposit', asked);
    expect(await waits()).toEqual([['witness', 'L-P0001', null]]);
    expect(await waits(day.whitebear)).toEqual([]);
    await day.whitebear.tell('withdrawDeposit', { deposit: 'L-P0001', reason: 'the wrong bag' });
    expect(await waits(day.finance)).toEqual([['deposit', 'W3-B0001', null]]);
    await day.load({ ...day.policy, counting: { blind: false } });
    expect(await waits(day.finance)).toEqual([['deposit', 'W3-B0001', 14_640]]);
  });

  test('a surprise count is a part in the drawer: who made it does not approve its batch', async () => {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const count = { cash: TWO_HUNDRED, checks: [], moneyOrders: [], cardTotalCents: 0 };
    const held = { cashCents: cents(20_000), checks: [], moneyOrders: [], cardCents: cents(0), cards: 0 };
    journal.append({
      kind: 'drawer_checked',
      payload: {
        ...{ drawer: 'W3-D0001', number: 1, label: 'W3-K0001' },
        count,
        comparison: compare(held, count),
      },
      postings: [],
      actor: WHITEBEAR,
    });
    journal.closeDrawer();
    await day.station.send();
    await day.whitebear.tell('countHandoffs', {
      parts: ['float', 'float-return'].map((kind) => ({ handoff: `W3-D0001-${kind}`, pieces: TWO_HUNDRED })),
    });
    const { mark } = await day.whitebear.ask('batch', { batch: 'W3-B0001' });
    const asked = { batch: 'W3-B0001', mark: mark ?? '' };
    expect((await seen(day.whitebear)).waiting).toEqual([]);
    expect(await day.whitebear.refused('approveBatch', asked)).toBe('batch_yours');
    expect((await seen()).waiting).toMatchObject([{ what: 'approve', label: 'W3-B0001' }]);
    await day.solheim.tell('approveBatch', asked);
  });

  test('holds its receipts by the hour beside the usual day of that name', async () => {
    await day.closedDrawer();
    for (const [series, on_] of [
      ['W5', '2026-11-16'],
      ['W6', '2026-11-09'],
      ['W7', '2026-11-20'],
      ['W8', '2026-11-30'],
    ] as const)
      await closedDrawer(await createTestStation(context, { district: day.station.district, series, day: on_ }));
    const now = await seen();
    expect(now).toMatchObject({ previous: '2026-11-20', next: '2026-11-30' });
    // Mondays alone: two receipts each at 9 in the morning; Friday’s and next Monday’s are no part of it.
    expect(now.hours).toEqual([{ hour: 9, receipts: 2, usual: 2 }]);
    const first = await seen(day.solheim, '2026-11-09');
    expect(first.hours).toEqual([{ hour: 9, receipts: 2, usual: null }]);
    expect(first).toMatchObject({ previous: null, next: '2026-11-16' });
  });

  test.each([
    ['2026-03-08', 10],
    ['2026-11-01', 9],
  ])('tells the hour on the wall on the day on which the clocks change, %s', async (on_, hour) => {
    const station = await createTestStation(context, { district: day.station.district, series: 'W5', day: on_ });
    await closedDrawer(station);
    expect((await seen(day.solheim, on_)).hours).toEqual([{ hour, receipts: 2, usual: null }]);
  });

  test('lists deposits that are not on their way, the next due first, and the late ones of the month', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const check = { batch: 'W3-B0001', tender: 'check' as const, checkNumber: '1010', cents: 8_640 };
    const bag = { bag: 'QB 0081 4473', seal: 'S-991' };
    const asked = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: { 2000: 3 }, checks: [check], ...bag };
    await day.whitebear.tell('prepareDeposit', asked);
    expect(await seen()).toMatchObject({ deposits: [{ deposit: 'L-P0001', isLate: false }], lateThisMonth: 0 });
    context.at.now += 25 * 3_600_000;
    expect(await seen()).toMatchObject({
      ...{ day: '2026-11-24', previous: '2026-11-23', lateThisMonth: 1 },
      deposits: [{ deposit: 'L-P0001', isOfDay: false, isLate: true, handedAt: null, lateReason: null }],
    });
  });

  test('bug: an old day listed what waits today, and not the deposits of its own money', async () => {
    const haddad = atTheOffice(context, day.station.key, 'l.haddad');
    const [cash, none] = [{ pieces: { 2000: 3 } }, { items: 0, cents: 0 }];
    const deposited = async (number: number) => {
      await day.closedDrawer();
      await day.countAll(`W3-D000${number}`);
      await day.approve(`W3-B000${number}`);
      const batch = `W3-B000${number}`;
      const check = { batch, tender: 'check' as const, checkNumber: number === 1 ? '1010' : '1030', cents: 8_640 };
      const bag = { bag: `QB 0081 447${number}`, seal: `S-99${number}` };
      const asked = { bankAccount: 'operating', batches: [batch], ...cash, checks: [check], ...bag };
      const { deposit } = await day.whitebear.tell('prepareDeposit', asked);
      await haddad.tell('witnessDeposit', { deposit, ...cash, checks: { items: 1, cents: 8_640 }, moneyOrders: none });
      return deposit;
    };
    const late = await deposited(1);
    context.at.now += 25 * 3_600_000;
    await day.finance.tell('handToCourier', { deposit: late, carrier: { courier: 'Northwest Armored' } });
    const handedAt = context.at.now;
    const waiting = await deposited(2);
    const shown = async (on_?: string) => {
      const { deposits, lateThisMonth } = await seen(day.solheim, on_);
      return [lateThisMonth, deposits.map(({ deposit, isOfDay, isLate }) => [deposit, isOfDay, isLate])];
    };
    expect(await shown('2026-11-22')).toEqual([null, []]);
    expect(await shown('2026-11-23')).toEqual([
      null,
      [
        [waiting, true, true],
        [late, true, true],
      ],
    ]);
    expect((await seen(day.solheim, '2026-11-23')).deposits[1]).toMatchObject({ deposit: late, handedAt });
    // bug: a drawer that was deposited stood there with the time at which it was approved.
    expect((await seen(day.solheim, '2026-11-23')).drawers).toMatchObject([
      { state: 'deposited', at: null },
      { state: 'deposited', at: null },
    ]);
    // bug: one that the bank had confirmed was as good as on its way.
    const states = async () => (await seen(day.solheim)).deposits.map(({ state }) => state);
    expect(await states()).toEqual(['made', 'handed']);
    const slip = { deposit: late, reference: '7', day: '2026-11-24', cents: 14_640 };
    await day.finance.tell('confirmDeposit', slip);
    expect(await states()).toEqual(['made', 'confirmed']);
    expect(await shown()).toEqual([
      2,
      [
        [waiting, false, true],
        [late, false, true],
      ],
    ]);
  });
});
