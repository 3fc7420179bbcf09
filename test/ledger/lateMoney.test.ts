import { contextOf, onEachStore, type TestContext } from '../support/ledger.ts';
import { TWO_HUNDRED } from '../support/officeDay.ts';
import { DAY, type ReportsDay, reportsDay } from '../support/reportsDay.ts';

const HOUR_MS = 3_600_000;

onEachStore('money that is late and in no deposit', (on) => {
  let context: TestContext;
  let day: ReportsDay;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await reportsDay(context);
  });

  const rows = async (from = DAY, to = '2026-12-31') => (await day.told('late_deposits', { from, to })).rows;
  const today = async () => (await day.solheim.ask('day', {})).lateBatches;

  test('bug: batches in no deposit long past their time were in no list, and the day said that none was late', async () => {
    await day.closedDrawer();
    expect([await rows(), await today()]).toEqual([[], null]);
    context.at.now += 82 * 24 * HOUR_MS;
    const [row] = await rows();
    const [first, due, , late] = row?.slice(3).map(Number) ?? [];
    expect(row).toEqual(['not deposited', 'W3-B0001', DAY, first, due, null, late, '']);
    expect(late).toBe(context.at.now - Number(due));
    expect(Number(due) - Number(first)).toBe(24 * HOUR_MS);
    expect(await today()).toEqual({ batches: 1, dueAt: due });
    // What was late before the first day is late on it too; what came after the last one is no part of it.
    expect(await rows('2027-01-01', '2027-02-28')).toEqual([row]);
    expect(await rows('2026-11-01', '2026-11-22')).toEqual([]);
    expect((await day.solheim.ask('day', { day: DAY })).lateBatches).toBeNull();
  });

  test('is told once: of an open drawer too, and no more by its batch once a deposit holds it', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await day.approve('W3-B0001');
    const check = { batch: 'W3-B0001', tender: 'check' as const, checkNumber: '1010', cents: 8_640 };
    const bag = { bag: 'QB 0081 4473', seal: 'S-991' };
    const asked = { bankAccount: 'operating', batches: ['W3-B0001'], pieces: { 2000: 3 }, checks: [check], ...bag };
    await day.whitebear.tell('prepareDeposit', asked);
    day.station.journal.openDrawer(TWO_HUNDRED);
    day.station.journal.pay([{ kind: 'suspense', parcel: '0418', cents: 500 }]);
    await day.station.send();
    context.at.now += 40 * HOUR_MS;
    expect((await rows()).map(([deposit, batch]) => [deposit, batch])).toEqual([
      ['not deposited', 'W3-B0002'],
      ['L-P0001', null],
    ]);
    expect(await today()).toMatchObject({ batches: 1 });
    await day.whitebear.tell('withdrawDeposit', { deposit: 'L-P0001', reason: 'the wrong bag' });
    expect((await rows()).map(([, batch]) => batch).toSorted()).toEqual(['W3-B0001', 'W3-B0002']);
  });
});
