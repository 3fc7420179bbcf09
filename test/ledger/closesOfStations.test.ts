import { contextOf, createTestStation, onEachStore, type TestContext } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { closedDrawer, type OfficeDay, officeDay, SOLHEIM } from '../support/officeDay.ts';

const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const HOUR = 3_600_000;

onEachStore('the close of a day, station by station', (on) => {
  let context: TestContext;
  let day: OfficeDay;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
  });

  const reason = 'For a test';
  const shown = (on_: string, over: object = {}) => day.whitebear.ask('dayClose', { day: on_, reason, ...over });
  const close = async (on_: string) => {
    const { mark } = await shown(on_);
    await day.whitebear.tell('closeDay', { day: on_, mark, reason }, yesOf(SOLHEIM, mark));
  };

  test('bug: a station that closed its day was not told, and opened another drawer for that day', async () => {
    const other = await createTestStation(context, { district: day.station.district, series: 'W4' });
    await day.closedDrawer();
    const { mark } = await shown(MONDAY, { station: 'W3' });
    const asked = { day: MONDAY, station: 'W3', mark, reason };
    await day.whitebear.tell('closeStationDay', asked, yesOf(SOLHEIM, mark));
    const closesOf = async (station: typeof other) =>
      (await station.feed()).flatMap((row) => (row.kind === 'closed' ? [row.closed.through] : []));
    expect([await closesOf(day.station), await closesOf(other)]).toEqual([[MONDAY], []]);
    await close(MONDAY);
    expect([await closesOf(day.station), await closesOf(other)]).toEqual([[MONDAY, MONDAY], [MONDAY]]);
  });

  test('bug: receipts that were here before an earlier day closed were counted in no close of theirs', async () => {
    await day.closedDrawer();
    const early = await createTestStation(context, { district: day.station.district, series: 'W4', day: TUESDAY });
    await closedDrawer(early);
    await close(MONDAY);
    context.at.now += 24 * HOUR;
    const receipts = async () => (await shown(TUESDAY)).seals.map((row) => [row.station, row.receipts]);
    expect(await receipts()).toEqual([
      ['W3', 0],
      ['W4', 2],
    ]);
    await closedDrawer(early);
    expect(await receipts()).toContainEqual(['W4', 4]);
  });
});
