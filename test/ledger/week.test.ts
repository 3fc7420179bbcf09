import { ACCOUNTS } from '../support/dayCallers.ts';
import { type DistrictAtWork, districtAtWork } from '../support/districtAtWork.ts';
import { accountRow, accountsCsv, CHARGE_HEADER, districtFile } from '../support/ledger.ts';
import { PEOPLE } from '../support/officeDay.ts';
import { atWallTime } from '../support/wallClock.ts';
import { week } from '../support/week.ts';
import {
  changeFundIsCertified,
  everyAccountIsExplained,
  everyDepositIsTied,
  everythingWentOut,
} from '../support/weekHolds.ts';
import { WEEK_IN_FULL } from '../support/weekInFull.ts';

const CHARGES = [
  [ACCOUNTS.Hale, 'penalty', 'Jul–Aug 2026', '2026-10-01', '15.00', '401', '3597001'],
  [ACCOUNTS.Hale, 'service', 'Sep–Oct 2026', '2026-11-30', '86.40', '401', '3435001'],
  [ACCOUNTS.Nguyen, 'service', 'Jul–Aug 2026', '2026-09-30', '86.40', '401', '3435001'],
  [ACCOUNTS.Nguyen, 'service', 'Sep–Oct 2026', '2026-11-30', '86.40', '401', '3435001'],
  [ACCOUNTS.Ivanov, 'contract', 'installment 3 of 6', '2026-12-01', '50.00', '401', '3435001'],
  [ACCOUNTS.Cannery, 'service', 'Sep–Oct 2026', '2026-11-30', '12640.00', '401', '3435001'],
];

let district: DistrictAtWork;
beforeAll(async () => {
  district = await districtAtWork({
    file: districtFile('quarry-bay', { people: PEOPLE }),
    accounts: accountsCsv(...Object.entries(ACCOUNTS).map(([name, number]) => accountRow(number, name))),
    charges: `${[CHARGE_HEADER, ...CHARGES.map((row) => row.join())].join('\n')}\n`,
    series: ['W1', 'W2', 'W3'],
    start: atWallTime('07:00', Date.parse('2026-11-23'), '2026-11-23'),
  });
});
afterAll(() => district.close());

test('a week of three stations: every account is explained, and receipts, drawers, deposits and bank are tied', async () => {
  const office = await week(district, WEEK_IN_FULL);
  await everyAccountIsExplained(district, LEFT);
  await everyDepositIsTied(office, TIED);
  await everythingWentOut(district, [1, 2]);
  await changeFundIsCertified(office, [1, 2], EVENINGS);
});

/** Debits, and credits below zero. Of drawers, handoffs and what waits for a deposit nothing is left. */
const LEFT = {
  ...{ 'change-fund': '−1,000.00', safe: '+1,000.00', 'clearing:card': '+86.40' },
  // Until the bank's statement says what arrived.
  ...{ 'deposit:L-P0001': '+13,418.55', 'deposit:L-P0002': '+1,824.65', 'deposit:L-P0003': '+21.00' },
  ...{ 'deposit:L-P0004': '+49.35', 'deposit:L-P0005': '+260.00', 'deposit:L-P0006': '+12.00' },
  ...{ 'gl:401:1220000': '−12,964.20', 'gl:401:2393000': '−500.00', 'gl:401:3424000': '−144.79' },
  ...{ 'gl:401:3439001': '−1.00', 'gl:402:3221000': '−1,093.46', 'gl:402:3790000': '−556.35' },
  // Short 4.25, over 10.00, five dollars lost on the way to the safe, and a twenty on the way to the bag.
  'over-short': '+19.25',
  ...{ 'unapplied:40-11872-03': '−20.00', 'unapplied:40-12093-01': '−86.40' },
  ...{ 'unapplied:40-12100-02': '−45.00', 'unapplied:40-20001-01': '−280.00' },
};

const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'];
const EVENINGS = Object.fromEntries(DAYS.map((day) => [day, '+1,000.00']));

/** Of each tender what receipts, drawers, office and deposit say; what the bank says; and each break between them. */
const TIED = {
  P1: [
    ...['cash 626.40 632.15 627.15 627.15', 'check 12,741.40 12,741.40 12,741.40 12,741.40'],
    ...['money-order 50.00 50.00 50.00 50.00', 'bank 13,418.55'],
    ...['over_short W2-B0001 −4.25', 'over_short W3-B0001 +10.00', 'handoff W3-B0001 −5.00'],
  ],
  P2: ['check 1,824.65 1,824.65 1,824.65 1,824.65', 'bank 1,824.65'],
  P3: ['cash 21.00 21.00 21.00 21.00', 'bank 21.00'],
  P4: ['cash 49.35 49.35 49.35 49.35', 'bank 49.35'],
  P5: [
    ...['cash 300.00 280.00 280.00 260.00', 'bank 250.00'],
    ...['refund W1-B0004 −20.00', 'deposit_count  −20.00', 'bank  −10.00'],
  ],
  P6: ['cash 12.00 12.00 12.00 12.00', 'bank 12.00'],
};
