import { exportedByFirst } from '../support/exportedByFirst.ts';
import { contextOf, createTestStation, onEachStore, type TestContext } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { type OfficeDay, officeDay, SIXTY, SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';

const HOUR = 3_600_000;
const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const [CHANGE_FUND, CASH] = ['1118000', '1113000'];

onEachStore('floats in what goes out to finance', (on) => {
  let context: TestContext;
  let day: OfficeDay;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
  });

  const close = async (on: string) => {
    const about = { day: on, reason: 'Not all is approved' };
    const { mark } = await day.whitebear.ask('dayClose', about);
    await day.whitebear.tell('closeDay', { ...about, mark }, yesOf(SOLHEIM, mark));
  };
  const exported = (through: string) => day.finance.tell('exportGl', { through, layout: 'batch' });
  const linesAt = async (number: number, bars: string) => {
    const { lines } = await day.auditor.ask('glLines', { number });
    return lines.filter((line) => line.bars === bars);
  };
  /** Debits − credits at a place of the chart, over these exports. */
  const standing = async (exports: readonly number[], bars: string) => {
    let total = 0;
    for (const number of exports)
      for (const { side, cents } of await linesAt(number, bars)) total += side === 'debit' ? cents : -cents;
    return total;
  };
  const entriesOf = async (number: number, line = 0) =>
    (await day.auditor.ask('glLine', { number, line })).entries.map(({ kind, cents }) => [kind, cents]);
  const count = (...handoffs: string[]) =>
    day.whitebear.tell('countHandoffs', { parts: handoffs.map((handoff) => ({ handoff, pieces: TWO_HUNDRED })) });

  test('bug: a float bore no batch when it went out, and one when it came back', async () => {
    await day.closedDrawer();
    await day.countAll('W3-D0001');
    await close(MONDAY);
    await exported(MONDAY);
    const [fund, ...more] = await linesAt(1, CHANGE_FUND);
    expect([fund, more]).toEqual([expect.objectContaining({ batch: '', side: 'debit', cents: 100_000 }), []]);
    expect(await entriesOf(1, fund?.line)).toEqual([['change_fund_changed', 100_000]]);
    expect(await linesAt(1, CASH)).toMatchObject([{ batch: 'W3-B0001', side: 'debit', cents: 14_640 }]);
  });

  test('what is gone of one, by its close or as two people settle it, is of its batch and leads there and back', async () => {
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    // All but 150.00 of it was lost, of which another 20.00 are on the way to the safe.
    journal.closeDrawer(-5_000);
    await day.station.send();
    await count('W3-D0001-float');
    const counted = { handoff: 'W3-D0001-float-return', pieces: { 1000: 13 } };
    await day.whitebear.tell('countHandoffs', { parts: [counted] });
    const found = { counted, reason: 'Counted twice' };
    const { mark } = await day.finance.ask('resolution', found);
    await day.finance.tell('resolveHandoff', found, yesOf(SOLHEIM, mark));
    await close(MONDAY);
    await exported(MONDAY);
    const [given, gone] = await linesAt(1, CHANGE_FUND);
    expect(given).toMatchObject({ batch: '', side: 'debit', cents: 100_000 });
    expect(gone).toMatchObject({ batch: 'W3-B0001', side: 'credit', cents: 7_000 });
    expect(await entriesOf(1, gone?.line)).toEqual([
      ['handoff_resolved', 2_000],
      ['drawer_closed', 5_000],
    ]);
    expect((await day.auditor.ask('traced', { label: 'W3-B0001' })).lines).toContainEqual(gone);
    const { entries } = await day.auditor.ask('glLine', { number: 1, line: gone?.line ?? 0 });
    expect(entries.map(({ handoff }) => handoff?.handoff ?? null)).toEqual([counted.handoff, null]);
    expect(await linesAt(1, CASH)).toEqual([]);
  });

  test('what was out when an export went by a formula before comes back from where that export has it', async () => {
    const { district } = day.station;
    const [evening, next] = [
      await createTestStation(context, { district, series: 'W4' }),
      await createTestStation(context, { district, series: 'W5', day: TUESDAY }),
    ];
    // On Monday evening a float and change are on their way, one drawer is open, and one's float is not counted.
    await day.whitebear.tell('issueFloat', { to: 'm.ortiz', station: 'W5', pieces: TWO_HUNDRED });
    const change = { pieces: { 2000: 5 }, reference: 'Skagit Bank' };
    const { mark } = await day.whitebear.ask('orderMark', change);
    await day.whitebear.tell('orderChange', change, yesOf(SOLHEIM, mark));
    await day.closedDrawer();
    evening.journal.openDrawer(TWO_HUNDRED);
    await evening.send();
    await count('W4-D0001-float');
    await close(MONDAY);
    await exportedByFirst(context, district, MONDAY);
    expect(await standing([1], CHANGE_FUND)).toBe(50_000);
    // On Tuesday all of it comes back.
    context.at.now += 24 * HOUR;
    next.journal.openDrawer(TWO_HUNDRED, 'L-F0001');
    for (const one of [next, evening]) {
      one.journal.closeDrawer();
      await one.send();
    }
    await day.countAll('W3-D0001', SIXTY);
    await count('W4-D0001-float-return', 'W5-D0001-float-return');
    const back = { order: 'L-G0001', pieces: { 100: 100 } };
    const receiving = await day.finance.ask('receivingMark', back);
    await day.finance.tell('receiveChange', back, yesOf(SOLHEIM, receiving.mark));
    await close(TUESDAY);
    await exported(TUESDAY);
    expect([await standing([1, 2], CHANGE_FUND), await standing([1, 2], CASH)]).toEqual([100_000, 14_640]);
  });
});
