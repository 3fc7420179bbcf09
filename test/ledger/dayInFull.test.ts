import { sql } from 'drizzle-orm';
import { postings } from '#db/station/schema';
import type { AccountDelta } from '#domain/account';
import { day } from '../support/day.ts';
import { ACCOUNTS } from '../support/dayCallers.ts';
import { DAY_IN_FULL } from '../support/dayInFull.ts';
import {
  accountRow,
  accountsCsv,
  CHARGE_HEADER,
  contextOf,
  createTestStation,
  districtFile,
  loadText,
  onEachStore,
  rowsOf,
} from '../support/ledger.ts';

const DISTRICT = 'quarry-bay';
const CHARGES = [
  [ACCOUNTS.Hale, 'penalty', 'Jul–Aug 2026', '2026-10-01', '15.00', '401', '3597001'],
  [ACCOUNTS.Hale, 'service', 'Sep–Oct 2026', '2026-11-30', '86.40', '401', '3435001'],
  [ACCOUNTS.Nguyen, 'service', 'Jul–Aug 2026', '2026-09-30', '86.40', '401', '3435001'],
  [ACCOUNTS.Nguyen, 'service', 'Sep–Oct 2026', '2026-11-30', '86.40', '401', '3435001'],
  [ACCOUNTS.Ivanov, 'contract', 'installment 3 of 6', '2026-12-01', '50.00', '401', '3435001'],
  [ACCOUNTS.Cannery, 'service', 'Sep–Oct 2026', '2026-11-30', '12640.00', '401', '3435001'],
];

/** What stands open of an account, charge by charge, and its credit. */
const standing = ({ charges, unappliedCents }: Pick<AccountDelta, 'charges' | 'unappliedCents'>) => ({
  open: charges.map(({ chargeId, openCents }) => [chargeId, openCents]).sort(),
  unappliedCents,
});

onEachStore('a whole day at the counter', (on) => {
  test('stands in the ledger as it stands at the station: every account, charge and credit, to the cent', async () => {
    const context = contextOf(on.db);
    await loadText(context, {
      district: JSON.stringify(districtFile(DISTRICT)),
      accounts: accountsCsv(...Object.entries(ACCOUNTS).map(([name, number]) => accountRow(number, name))),
      charges: [CHARGE_HEADER, ...CHARGES.map((row) => row.join())].join('\n'),
    });
    const ledger = await createTestStation(context, { district: DISTRICT });
    const accounts: AccountDelta[] = [];
    for (const number of Object.values(ACCOUNTS)) accounts.push(await ledger.account(number));
    const lived = async ({ station }: Parameters<NonNullable<Parameters<typeof day>[1]>>[0]) => {
      await station.settled();
      expect(await ledger.send(station.ledger.entries)).toMatchObject({ outcome: 'created' });
      expect(await rowsOf(on.db, DISTRICT, sql`SELECT sequence, why FROM parked`)).toEqual([]);
      const auditor = await station.signedIn('s.park');
      for (const accountNumber of Object.values(ACCOUNTS))
        expect([accountNumber, standing(await ledger.account(accountNumber))]).toEqual([
          accountNumber,
          standing(await auditor.ask('account', { accountNumber })),
        ]);
      const balances = await rowsOf<{ account: string; cents: number }>(
        on.db,
        DISTRICT,
        sql`SELECT account, sum(CASE side WHEN 'debit' THEN cents ELSE -cents END)::bigint AS cents FROM postings
          GROUP BY account`,
      );
      const ours = new Map<string, number>();
      for (const { account, side, cents } of station.look.select().from(postings).all())
        ours.set(account, (ours.get(account) ?? 0) + (side === 'debit' ? cents : -cents));
      expect(new Map(balances.map(({ account, cents }) => [account, Number(cents)]))).toEqual(ours);
      expect(ours.size).toBeGreaterThan(15);
    };
    await day(DAY_IN_FULL, lived, { accounts });
  });
});
