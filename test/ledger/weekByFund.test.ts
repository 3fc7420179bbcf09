import { BY_FUND } from '../support/byFund.ts';
import { ACCOUNTS } from '../support/dayCallers.ts';
import { type DistrictAtWork, districtAtWork } from '../support/districtAtWork.ts';
import { accountRow, accountsCsv, CHARGE_HEADER, districtFile } from '../support/ledger.ts';
import { PEOPLE } from '../support/officeDay.ts';
import { atWallTime } from '../support/wallClock.ts';
import { week } from '../support/week.ts';
import { everyAccountIsExplained, everyDepositIsTied, everythingWentOut, placesOf } from '../support/weekHolds.ts';
import { at } from '../support/weekVerbs.ts';

const CHARGES = [
  [ACCOUNTS.Hale, 'service', 'Sep–Oct 2026', '2026-11-30', '86.40', '401', '3435001'],
  [ACCOUNTS.Nguyen, 'service', 'Sep–Oct 2026', '2026-11-30', '86.40', '401', '3435001'],
];

let district: DistrictAtWork;
beforeAll(async () => {
  district = await districtAtWork({
    file: districtFile('quarry-bay', { people: PEOPLE, bankAccounts: BY_FUND }),
    accounts: accountsCsv(...Object.entries(ACCOUNTS).map(([name, number]) => accountRow(number, name))),
    charges: `${[CHARGE_HEADER, ...CHARGES.map((row) => row.join())].join('\n')}\n`,
    series: ['W1', 'W2'],
    start: atWallTime('07:00', Date.parse('2026-11-23'), '2026-11-23'),
  });
});
afterAll(() => district.close());

/** Two stations, two bank accounts: what `misc` is taken for is the capital fund's, charges are the sewer's. */
const TWO_ACCOUNTS = `
  2026-11-23
  07:30  office  fund     1,000.00  Resolution 2026-14                                        safe 1,000.00
  08:00  W1      open     A1 Haddad  float 200.00                                             ok
  08:05  W2      open     B1 Kowalczyk  float 200.00                                          ok
  09:00  W1      take     a1 A1  Hale 86.40, misc 40.00  check 1187 100.00, cash 26.40        change 0.00
  09:10  W1      take     a2 A1  misc 35.00  check 1188 35.00                                 change 0.00
  09:20  W1      take     a3 A1  misc 60.00  cash 100.00                                      change 40.00
  09:30  W1      take     a4 A1  misc 500.00  cash 500.00                                     change 0.00
  09:40  W1      void     a4  wrong account                                                   back 500.00
  10:00  W1      take     a5 A1  misc 20.00  cash 20.00                                       change 0.00
  10:10  W1      correct  a5  line 1 to Hale 20.00                                            W1-C000001
  11:00  W2      take     b1 B1  Nguyen 86.40  cash 86.40                                     change 0.00
  11:10  W2      take     b2 B1  misc 12.00  cash 12.00                                       change 0.00
  16:30  W1      count    A1  cash 306.40, check 1187 100.00, check 1188 35.00                even
  16:35  W1      close    A1                                                                  Z1 of 741.40
  16:40  W2      count    B1  cash 293.40                                                     short 5.00
  16:45  W2      close    B1  wrong change given                                              Z1 of 98.40
  17:00  office  counted  A1  float 200.00, cash 106.40, check 2 135.00, float-return 200.00  Whitebear  agrees
  17:05  office  counted  B1  float 200.00, cash 93.40, float-return 200.00  Whitebear        agrees
  17:10  office  approve  A1  Solheim                                                         approved
  17:15  office  approve  B1  Solheim                                                         approved
  17:20  office  deposit  P1  A1, B1  cash 98.40  QB 0081 4473  Whitebear  to capital         133.40 with 1 checks
  17:25  office  witness  P1  cash 98.40, check 1 35.00  Haddad                               made
  17:30  office  stands   A1                                                                  approved
  17:35  office  deposit  P2  A1, B1  cash 101.40  QB 0081 4474  Whitebear                    201.40 with 1 checks
  17:40  office  witness  P2  cash 101.40, check 1 100.00  Haddad                             made
  17:45  office  stands   A1                                                                  deposited
  17:50  office  hand     P1  Northwest Armored                                               in time
  17:55  office  hand     P2  Northwest Armored                                               in time
  2026-11-24
  09:00  office  confirm  P1  133.40  2026-11-24                                              even
  09:05  office  confirm  P2  201.40  2026-11-24                                              even
  09:10  office  closes   2026-11-23                                                          close 1, 0 loose
  09:15  office  exports  2026-11-23  batch                                                   export 1 of 2,853.00
  09:20  office  stands   B1                                                                  posted
`;

test('two accounts by fund: nothing is lost between them, and receipts, drawers, deposits and bank are tied', async () => {
  const office = await week(district, TWO_ACCOUNTS);
  await everyAccountIsExplained(district, LEFT);
  await everyDepositIsTied(office, TIED);
  await everythingWentOut(district, [1]);
  // What the check paid of the capital fund is in the other account: so much it still has in the pool.
  expect(await placesOf(office, [1])).toMatchObject({
    ...{ '401 1113000': '−13.60', '401 1119000': '+201.40', '402 1113000': '+13.60', '402 1119000': '+133.40' },
  });
  const auditor = await at(office, 'Park');
  const { lines } = await auditor.ask('glLines', { number: 1 });
  const inTransit = lines.find(({ fund, bars }) => fund === '402' && bars === '1119000');
  const { entries } = await auditor.ask('glLine', { number: 1, line: inTransit?.line ?? 0 });
  expect(entries.map(({ kind, label, cents: amount }) => [kind, label, amount])).toEqual([
    ['deposit_witnessed', 'L-P0001', 13_340],
  ]);
  expect((await auditor.ask('traced', { label: 'L-P0001' })).lines).toContainEqual(inTransit);
});

/** The capital fund's 147.00 are its deposit's 133.40, and 13.60 of a check that paid both funds and cannot be split. */
const LEFT = {
  ...{ 'change-fund': '−1,000.00', safe: '+1,000.00', 'over-short': '+5.00', 'unapplied:40-11872-03': '−20.00' },
  ...{ 'deposit:L-P0001': '+133.40', 'deposit:L-P0002': '+201.40' },
  ...{ 'gl:401:1220000': '−172.80', 'gl:402:3790000': '−147.00' },
};

/**
 * Of each tender what receipts, drawers, office and deposit say; the bank; and each break. What is by fund tells its own
 * share, the rest both accounts' batches, and what they are short.
 */
const TIED = {
  P1: ['cash 98.40 98.40 98.40 98.40', 'check 35.00 35.00 35.00 35.00', 'bank 133.40'],
  P2: [
    ...['cash 204.80 199.80 101.40 101.40', 'check 135.00 135.00 100.00 100.00', 'bank 201.40'],
    'over_short W2-B0001 −5.00',
  ],
};
