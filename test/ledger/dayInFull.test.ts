import { sql } from 'drizzle-orm';
import { postings } from '#db/station/schema';
import type { AccountDelta } from '#domain/account';
import type { Payload } from '#domain/entry';
import { dayReport } from '#main/ledger/dayReport';
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
import { takeForCounted } from '../support/takeForCounted.ts';

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

const expectedOf = (close: Payload<'drawer_closed'>, tender: string) =>
  close.comparison.tenders.find((row) => row.tender === tender)?.expectedCents ?? 0;

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

  test('is reported as its Z reports have it: receipts, and what is kept of each tender', async () => {
    await takeForCounted(on.db, DISTRICT);
    const report = await dayReport(contextOf(on.db), { district: DISTRICT, day: '2026-11-23' });
    expect(report).toMatchObject({
      corrected: { count: 3 },
      reversed: { count: 2 },
      refunded: { count: 4, cents: 34_35 },
      refunds: [
        { means: 'card', count: 2, cents: 10_00 },
        { means: 'cash', count: 1, cents: 20_00 },
        { means: 'warrant', count: 1, cents: 4_35 },
      ],
    });
    const closes = await rowsOf<{ payload: Payload<'drawer_closed'> }>(
      on.db,
      DISTRICT,
      sql`SELECT text::json -> 'payload' AS payload FROM entries WHERE kind = 'drawer_closed'`,
    );
    expect(closes).toHaveLength(2);
    const zs = closes.map(({ payload }) => payload);
    const total = (of: (z: Payload<'drawer_closed'>) => number) => zs.reduce((all, z) => all + of(z), 0);
    expect(report.issued).toEqual({
      count: total((z) => z.receipts.issued),
      cents: total((z) => z.receipts.issuedCents),
    });
    expect(report.voided).toEqual({
      count: total((z) => z.receipts.voided),
      cents: total((z) => z.receipts.voidedCents),
    });
    for (const row of report.tenders)
      expect([row.tender, row.takenCents - row.givenBackCents + row.correctedInCents - row.correctedOutCents]).toEqual([
        row.tender,
        total((z) => expectedOf(z, row.tender) - (row.tender === 'cash' ? z.floatCents : 0)),
      ]);
    expect(report.tenders.map((row) => row.tender)).toEqual(['card', 'cash', 'check', 'money-order']);
  });
});
