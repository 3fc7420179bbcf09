import { feedPage } from '#main/ledger/feedPage';
import { sampleDistrict } from '#main/sample/district';
import { FeedPage } from '#main/sync/wire';
import {
  accountRow,
  accountsCsv,
  chargesCsv,
  contextOf,
  createTestStation,
  districtFile,
  FIRST,
  loadText,
  newDistrictMark,
  onEachStore,
  type TestStation,
} from '#test/support/ledger';
import { atTheOffice, type OfficePerson } from '#test/support/office';

const { people } = sampleDistrict('2026-11-23', 'key', Buffer.alloc(32, 7).toString('base64'));

onEachStore('what the office has counted', (on) => {
  let station: TestStation;
  let other: TestStation;
  let whitebear: OfficePerson;
  beforeEach(async () => {
    const context = contextOf(on.db);
    const district = newDistrictMark();
    await loadText(context, {
      district: JSON.stringify(districtFile(district, { people })),
      accounts: accountsCsv(accountRow(FIRST)),
      charges: chargesCsv(),
    });
    station = await createTestStation(context, { district });
    other = await createTestStation(context, { district, series: 'W4' });
    whitebear = atTheOffice(context, station.key, 'j.whitebear');
    station.journal.openDrawer({ 2000: 10 });
    station.journal.closeDrawer();
    await station.send();
  });

  const page = async (of: TestStation, after: string) =>
    FeedPage.parse(await feedPage(contextOf(on.db), of.key, after));

  test('comes down by name to the station that has the other half, and to no other', async () => {
    const [before, elsewhere] = [(await page(station, '')).cursor, (await page(other, '')).cursor];
    await whitebear.tell('countHandoffs', { parts: [{ handoff: 'W3-D0001-float-return', pieces: { 2000: 10 } }] });
    const { rows, cursor, complete } = await page(station, before);
    const counted = { handoff: 'W3-D0001-float-return' };
    expect(rows).toEqual([{ kind: 'counted', version: expect.any(Number), counted }]);
    expect(complete).toBe(true);
    expect((await page(station, cursor)).rows).toEqual([]);
    expect((await page(other, elsewhere)).rows).toEqual([]);
    expect((await page(other, '')).rows.some(({ kind }) => kind === 'counted')).toBe(false);
  });

  test('goes on between two handoffs of one count', async () => {
    station.journal.openDrawer({ 2000: 10 });
    station.journal.closeDrawer();
    await station.send();
    const names = ['W3-D0001-float-return', 'W3-D0002-float-return'];
    await whitebear.tell('countHandoffs', { parts: names.map((handoff) => ({ handoff, pieces: { 2000: 10 } })) });
    const { rows } = await page(station, '');
    const told = rows.flatMap((row) => (row.kind === 'counted' ? [[row.version, row.counted.handoff]] : []));
    expect(told.map(([, handoff]) => handoff)).toEqual(names);
    const version = told[0]?.[0];
    const after = await page(station, `${version}:counted:${names[0]}`);
    expect(after.rows).toEqual([{ kind: 'counted', version, counted: { handoff: names[1] } }]);
    // A bare number stands for everything of that version.
    expect((await page(station, `${version}`)).rows).toEqual([]);
  });
});
