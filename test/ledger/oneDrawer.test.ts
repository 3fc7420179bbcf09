import { ACCOUNTS } from '../support/dayCallers.ts';
import { type DistrictAtWork, districtAtWork } from '../support/districtAtWork.ts';
import {
  accountRow,
  accountsCsv,
  chargeRow,
  chargesCsv,
  contextOf,
  createTestStation,
  districtFile,
  onEachStore,
  type TestContext,
} from '../support/ledger.ts';
import { type OfficeDay, officeDay, PEOPLE, TWO_HUNDRED } from '../support/officeDay.ts';
import { atWallTime } from '../support/wallClock.ts';
import { week } from '../support/week.ts';
import { at } from '../support/weekVerbs.ts';

/* One person has one drawer at a time, whichever stations there are. */

const MONDAY = '2026-11-23';

onEachStore('one drawer for one person', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  const FLOAT = { to: 'm.ortiz', station: 'W3', pieces: TWO_HUNDRED };
  const drawersTold = async (station: Awaited<ReturnType<typeof createTestStation>>) =>
    (await station.feed()).flatMap((row) => (row.kind === 'drawer' ? [row.drawer] : []));

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
  });

  test('bug: two floats issued to one person for two stations opened two drawers at once', async () => {
    await createTestStation(context, { district: day.station.district, series: 'W4' });
    await day.whitebear.tell('issueFloat', FLOAT);
    expect(await day.whitebear.refused('issueFloat', { ...FLOAT, station: 'W4' })).toBe('float_waits');
    day.station.journal.openDrawer(TWO_HUNDRED, 'L-F0001');
    await day.station.send();
    await expect(day.whitebear.tell('issueFloat', { ...FLOAT, station: 'W4' })).rejects.toMatchObject({
      code: 'float_drawer_open',
      facts: { person: 'Marisol Ortiz', drawer: 'W3-D0001', station: 'W3' },
    });
    day.station.journal.closeDrawer();
    await day.station.send();
    expect((await day.whitebear.tell('issueFloat', { ...FLOAT, station: 'W4' })).handoff).toBe('L-F0002');
  });

  test('the other stations are told whose drawer is open, and that it is closed', async () => {
    const other = await createTestStation(context, { district: day.station.district, series: 'W4' });
    const open = { drawer: 'W3-D0001', station: 'W3', person: 'm.ortiz', isOpen: true };
    day.station.journal.openDrawer(TWO_HUNDRED);
    await day.station.send();
    expect(await drawersTold(day.station)).toEqual([]);
    expect(await drawersTold(other)).toEqual([open]);
    day.station.journal.closeDrawer();
    await day.station.send();
    expect(await drawersTold(other)).toEqual([open, { ...open, isOpen: false }]);
    // What opened and closed while the station had no line is no news to anybody.
    day.station.journal.openDrawer(TWO_HUNDRED);
    day.station.journal.closeDrawer();
    await day.station.send();
    expect(await drawersTold(other)).toHaveLength(2);
  });

  test('a drawer that nobody can close any more, its station being enrolled anew, keeps nobody from another', async () => {
    const other = await createTestStation(context, { district: day.station.district, series: 'W4' });
    day.station.journal.openDrawer(TWO_HUNDRED);
    await day.station.send();
    await createTestStation(context, { district: day.station.district });
    expect((await drawersTold(other)).map(({ isOpen }) => isOpen)).toEqual([true, false]);
    expect((await day.whitebear.tell('issueFloat', { ...FLOAT, station: 'W4' })).handoff).toBe('L-F0001');
    other.journal.pass(60_000);
    other.journal.openDrawer(TWO_HUNDRED, 'L-F0001');
    await other.send();
    expect((await day.solheim.ask('day', {})).atOnce).toEqual([]);
  });

  test('two that were open at once are named on the day and when it closes, and nothing is refused', async () => {
    const other = await createTestStation(context, { district: day.station.district, series: 'W4' });
    await day.closedDrawer();
    other.journal.openDrawer(TWO_HUNDRED);
    await other.send();
    const both = { drawer: 'W3-D0001', station: 'W3', other: 'W4-D0001', otherStation: 'W4' };
    expect((await day.solheim.ask('day', {})).atOnce).toEqual([{ personName: 'Marisol Ortiz', ...both }]);
    expect((await day.solheim.ask('day', { day: '2026-11-24' })).atOnce).toEqual([]);
    const { looseEnds } = await day.whitebear.ask('dayClose', { day: MONDAY });
    expect(looseEnds.find(({ why }) => why === 'drawers_at_once')).toMatchObject({
      ...{ station: 'W3', drawers: ['W3-D0001', 'W4-D0001'], cashierName: 'Marisol Ortiz', businessDay: MONDAY },
    });
    const onW5 = { district: day.station.district, series: 'W5', day: '2026-11-24' as const };
    const ofW5 = await createTestStation(context, onW5);
    ofW5.journal.openDrawer(TWO_HUNDRED);
    await ofW5.send();
    const alone = await day.whitebear.ask('dayClose', { day: MONDAY, station: 'W4' });
    expect(alone.looseEnds.filter(({ why }) => why === 'drawers_at_once').map(({ drawers }) => drawers)).toEqual([
      ['W3-D0001', 'W4-D0001'],
      ['W4-D0001', 'W5-D0001'],
    ]);
    // Nobody closed the day before's: it is beside the next day's, too.
    const { atOnce } = await day.solheim.ask('day', { day: '2026-11-24' });
    expect(atOnce.map(({ drawer, other }) => [drawer, other])).toEqual([['W4-D0001', 'W5-D0001']]);
  });
});

describe('a person and two stations that do not hear of one another', () => {
  let district: DistrictAtWork;
  beforeAll(async () => {
    district = await districtAtWork({
      file: districtFile('quarry-bay', { people: PEOPLE }),
      accounts: accountsCsv(accountRow(ACCOUNTS.Hale, 'Hale')),
      charges: chargesCsv(chargeRow(ACCOUNTS.Hale, '86.40')),
      series: ['W1', 'W2', 'W4'],
      start: atWallTime('07:00', Date.parse(MONDAY), MONDAY),
    });
  });
  afterAll(() => district.close());

  const THE_DAY = `
    2026-11-23
    07:30  office  fund     500.00  Resolution 2026-14                    safe 500.00
    08:00  W1      open     A1 Haddad  float 200.00                       ok
    08:01  W4      offline                                                offline, all sent
    08:05  W2      open     B1 Haddad  float 100.00                       refused drawer_open_elsewhere
    08:06  office  issue    100.00  Haddad W2                             refused float_drawer_open
    08:10  W1      offline                                                offline, all sent
    12:00  W1      count    A1  cash 200.00                               even
    12:05  W1      close    A1                                            Z1 of 0.00
    12:10  W2      open     B1 Haddad  float 100.00                       refused drawer_open_elsewhere
    12:15  W1      online                                                 online, all sent
    12:20  W2      open     B1 Haddad  float 100.00                       ok
    12:25  W1      open     A2 Kowalczyk  float 200.00                    ok
    12:40  W4      online                                                 online, all sent
    12:41  W4      offline                                                offline, all sent
    13:00  W4      open     C1 Kowalczyk  float 100.00                    refused drawer_open_elsewhere
    13:01  W1      count    A2  cash 200.00                               even
    13:02  W1      close    A2                                            Z2 of 0.00
    13:03  office  issue    100.00  Haddad W2                             refused float_drawer_open
    13:04  W4      online                                                 online, all sent
    13:05  W4      offline                                                offline, all sent
    13:06  W1      offline                                                offline, all sent
    13:10  W1      open     A3 Kowalczyk  float 200.00                    ok
    13:15  W4      open     C1 Kowalczyk  float 100.00                    ok
    14:00  W1      online                                                 online, all sent
    14:01  W4      online                                                 online, all sent
  `;

  test('a second drawer is refused as far as a station has heard, and named where neither had', async () => {
    const office = await week(district, THE_DAY);
    const { atOnce } = await (await at(office, 'Whitebear')).ask('day', {});
    expect(atOnce).toEqual([
      {
        personName: PEOPLE.find(({ person }) => person.endsWith('kowalczyk'))?.name ?? '',
        ...{ drawer: 'W1-D0003', station: 'W1', other: 'W4-D0001', otherStation: 'W4' },
      },
    ]);
  });
});
