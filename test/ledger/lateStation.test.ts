import { ACCOUNTS } from '../support/dayCallers.ts';
import { type DistrictAtWork, districtAtWork } from '../support/districtAtWork.ts';
import { accountRow, accountsCsv, chargeRow, chargesCsv, districtFile } from '../support/ledger.ts';
import { PEOPLE } from '../support/officeDay.ts';
import { atWallTime } from '../support/wallClock.ts';
import { week } from '../support/week.ts';
import { at } from '../support/weekVerbs.ts';

const [MONDAY, TUESDAY] = ['2026-11-23', '2026-11-24'];

let district: DistrictAtWork;
beforeAll(async () => {
  district = await districtAtWork({
    file: districtFile('quarry-bay', { people: PEOPLE }),
    accounts: accountsCsv(accountRow(ACCOUNTS.Hale, 'Hale')),
    charges: chargesCsv(chargeRow(ACCOUNTS.Hale, '86.40')),
    series: ['W1', 'W2'],
    start: atWallTime('07:00', Date.parse(MONDAY), MONDAY),
  });
});
afterAll(() => district.close());

/** Whoever has no line takes money on a day that closes without it. */
const TWO_DAYS = `
  2026-11-23
  07:30  office  fund     500.00  Resolution 2026-14                    safe 500.00
  08:00  W1      open     A1 Kowalczyk  float 200.00                    ok
  08:01  W2      offline                                                offline, all sent
  08:05  W2      open     B1 Haddad  float 100.00                       ok
  09:00  W1      take     a1 A1  copies 4  cash 1.00                    change 0.00
  09:30  W2      take     b1 B1  Hale 20.00  cash 20.00                 change 0.00
  16:45  W2      count    B1  cash 120.00                               even
  16:50  W2      close    B1                                            Z1 of 20.00
  16:55  W1      count    A1  cash 201.00                               even
  17:00  W1      close    A1                                            Z1 of 1.00
  17:10  office  counted  A1  float 200.00, cash 1.00, float-return 200.00  Whitebear  agrees
  17:30  office  closes   2026-11-23  one station has no line           close 1, 2 loose
  17:31  office  exports  2026-11-23  batch                             export 1 of 501.00
  17:40  W1      open     A2 Kowalczyk  float 200.00                    refused day_closed

  2026-11-24
  08:00  W2      online                                                 online, all sent
  08:05  office  exports  2026-11-23  batch                             refused gl_nothing_new
  08:07  office  counted  B1  float 100.00, cash 20.00, float-return 100.00  Whitebear  agrees
  08:10  office  closes   2026-11-24  nobody has approved it yet        close 2, 2 loose
  08:12  office  exports  2026-11-24  batch                             export 2 of 20.00
`;

test('what a station took offline keeps its date and posts to the next open day', async () => {
  const office = await week(district, TWO_DAYS);
  const auditor = await at(office, 'Park');
  const { days } = await auditor.ask('days', {});
  expect(days.map(({ day, receipts, glExport }) => [day, receipts, glExport])).toEqual([
    [TUESDAY, 0, 2],
    [MONDAY, 2, 1],
  ]);
  const { lines } = await auditor.ask('glLines', { number: 2 });
  expect(lines.map(({ day, batch, side, cents }) => [day, batch, side, cents])).toEqual([
    [TUESDAY, 'W2-B0001', 'debit', 2_000],
    [TUESDAY, 'W2-B0001', 'credit', 2_000],
  ]);
  const trace = (label: string) => auditor.ask('traced', { label });
  expect(await trace('W1-000001')).toMatchObject({ closedWith: MONDAY, lines: [{ export: 1 }, { export: 1 }] });
  expect(await trace('W2-000001')).toMatchObject({ closedWith: TUESDAY, lines: [{ export: 2 }, { export: 2 }] });
});
