import { sql } from 'drizzle-orm';
import { postings } from '#db/station/schema';
import { receiptPostings } from '#domain/distribution';
import type { Posting } from '#domain/posting';
import type { Receipt } from '#domain/receipt';
import { dayReport } from '#main/ledger/dayReport';
import { reportInWords } from '#main/ledger/reportInWords';
import { lineFor } from '../support/journalBuilder.ts';
import {
  accountRow,
  accountsCsv,
  chargeRow,
  chargesCsv,
  type contextOf,
  createTestStation,
  districtFile,
  FIRST,
  loadText,
  newDistrictMark,
  onEachStore,
  rowsOf,
  type TestStation,
} from '../support/ledger.ts';
import { POLICY } from '../support/quarryBay.ts';
import { createStation } from '../support/station.ts';
import { takeForCounted } from '../support/takeForCounted.ts';
import { cash, check, onAccount, undo, voidIt } from '../support/undoing.ts';

/* Cash rounded to five cents (rules.md, SHB 2334), as the ledger books it. */

const fee = (amount: number) => ({
  kind: 'fee' as const,
  code: 'misc-receipt',
  quantity: 1,
  cents: amount,
  told: ['Key deposit'],
  goesTo: { fund: '402', bars: '3790000' },
});

/** A district that rounds cash, in which {@link FIRST} owes 98.52, and a station of it at the ledger. */
async function roundingDistrict(context: ReturnType<typeof contextOf>): Promise<TestStation> {
  const district = newDistrictMark();
  await loadText(context, {
    district: JSON.stringify(districtFile(district, { cashRounding: 'nearest-five' })),
    accounts: accountsCsv(accountRow(FIRST, 'Nguyen Thi Lan')),
    charges: chargesCsv(chargeRow(FIRST, '86.42'), chargeRow(FIRST, '12.10', 'Jul–Aug 2026', '2026-09-20')),
  });
  return createTestStation(context, { district });
}

onEachStore('rounded cash', (on) => {
  let ledger: TestStation;
  let ours: Record<string, number>;

  /** Debits − credits by account. */
  const booked = async () => {
    const found = await rowsOf<{ account: string; cents: number }>(
      on.db,
      ledger.district,
      sql`SELECT account, sum(CASE side WHEN 'debit' THEN cents ELSE -cents END)::bigint AS cents FROM postings
        WHERE district_id = ${ledger.district} GROUP BY account`,
    );
    return Object.fromEntries(found.map(({ account, cents }) => [account, Number(cents)]));
  };
  const parked = () =>
    rowsOf<{ sequence: number; why: string }>(
      on.db,
      ledger.district,
      sql`SELECT sequence, why FROM parked WHERE district_id = ${ledger.district} ORDER BY sequence`,
    );

  describe('taken, void and refunded at a station', () => {
    beforeAll(async () => {
      ledger = await roundingDistrict(on.context);
      const policy = { ...POLICY, district: ledger.district, cashRounding: 'nearest-five' as const };
      const station = await createStation({ policy, accounts: [await ledger.account(FIRST)] });
      const ortiz = await station.signedIn('m.ortiz');
      const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
      const take = async (...[lines, tenders]: Parameters<typeof takeOf>) => (await takeOf(lines, tenders)).label;
      const takeOf = (
        line: ReturnType<typeof fee | typeof onAccount>,
        tenders: ReturnType<typeof cash | typeof check>[],
      ) => ortiz.tell('takePayment', { drawer, lines: [line], tenders });
      await take(onAccount(FIRST, 98_52), [cash(100_00)]);
      await take(fee(2_84), [check(1_00), cash(2_00)]);
      await voidIt(ortiz, await take(fee(7_03), [cash(7_05)]));
      const refund = { parts: [{ place: 0, cents: 4_01 }], means: { kind: 'cash' as const, drawer } };
      await undo(ortiz, 'refundReceipt', { label: await take(fee(4_01), [cash(5_00)]), refund, reason: 'overpaid' });
      await station.settled();
      expect(await ledger.send(station.ledger.entries)).toMatchObject({ outcome: 'created' });
      ours = {};
      for (const { account, side, cents } of station.look.select().from(postings).all())
        ours[account] = (ours[account] ?? 0) + (side === 'debit' ? cents : -cents);
      await station.close();
    });

    test('is applied to the cent: what was owed is paid, and each account stands as at the station', async () => {
      expect(await parked()).toEqual([]);
      const account = await ledger.account(FIRST);
      expect([account.charges, account.unappliedCents]).toEqual([[], 0]);
      expect(await booked()).toEqual(ours);
      // 98.52 for 98.50, then 1.84 beside a check for 1.85; what was void or refunded took its rounding back.
      expect(ours).toMatchObject({ rounding: 1, 'drawer:W3-D0001:cash': 98_50 + 1_85, 'drawer:W3-D0001:check': 1_00 });
    });

    test('balances in every entry', async () => {
      const entries = await rowsOf<{ sequence: number; debit: string; credit: string }>(
        on.db,
        ledger.district,
        sql`SELECT sequence, sum(CASE side WHEN 'debit' THEN cents ELSE 0 END) AS debit,
          sum(CASE side WHEN 'credit' THEN cents ELSE 0 END) AS credit
          FROM postings WHERE district_id = ${ledger.district} GROUP BY sequence`,
      );
      expect(entries).toHaveLength(6);
      for (const { debit, credit } of entries) expect(Number(debit)).toBe(Number(credit));
    });

    test('is told by the day’s report, void and refunded ones taken off, and named by its place of the chart', async () => {
      await takeForCounted(on.db, ledger.district);
      const report = await dayReport(on.context, { district: ledger.district, day: '2026-11-23' });
      expect(report).toMatchObject({ roundingCents: -1, issued: { count: 4 }, voided: { count: 1, cents: 7_03 } });
      expect(report.debitCents).toBe(report.creditCents);
      expect(report.postings.find(({ account }) => account === 'rounding')).toMatchObject({
        name: 'Cash rounding (401 3699100)',
        debitCents: 2 + 1 + 2,
        creditCents: 1 + 2 + 1,
      });
      expect(reportInWords(report).join('\n')).toMatch(/^ *cash rounding +−0\.01$/m);
    });
  });

  describe('that was forged', () => {
    const { funds } = districtFile('any');
    /** 98.52 that were due, for 98.50 in cash: what the forgers begin with. */
    const honest = (receipt: Receipt): Receipt => ({
      ...receipt,
      number: 2,
      label: 'W3-000002',
      tenders: [{ kind: 'cash', cents: 98_50, tenderedCents: 100_00, changeCents: 1_50, roundingCents: -2 }],
      changeCents: 1_50,
      roundingCents: -2,
    });
    const withCash = (receipt: Receipt, kept: number, roundingCents: number): Receipt => ({
      ...receipt,
      tenders: [{ kind: 'cash', cents: kept, tenderedCents: 100_00, changeCents: 100_00 - kept, roundingCents }],
      changeCents: 100_00 - kept,
      roundingCents,
    });
    const honestly = (receipt: Receipt) => receiptPostings(receipt, funds);

    /** Sends a receipt made of an honest one; why it was parked, the rounding that is booked, and what is still open. */
    async function sent(forge: (honest: Receipt) => { payload: Receipt; postings: Posting[] }) {
      ledger = await roundingDistrict(on.context);
      const { journal } = ledger;
      journal.openDrawer();
      const { receipt } = journal.pay([lineFor({ accountNumber: FIRST, charges: [] }, 1_00)]);
      const line = lineFor(await ledger.account(FIRST), 98_52);
      const payments = [{ line: 0, tender: 0, cents: 98_52 }];
      const forged = forge(honest({ ...receipt, lines: [line], payments, totalCents: 98_52 }));
      journal.append({ kind: 'receipt_issued', ...forged });
      await ledger.send();
      const { charges } = await ledger.account(FIRST);
      return { parked: await parked(), rounding: (await booked()).rounding ?? 0, open: charges.length };
    }

    test('is parked, and one that was not forged is applied', async () => {
      const all = await sent((payload) => ({ payload, postings: honestly(payload) }));
      expect(all).toEqual({ parked: [], rounding: 2, open: 0 });
    });

    test.each<[string, string, (honest: Receipt) => { payload: Receipt; postings: Posting[] }]>([
      [
        'that the receipt does not know of, but its tender',
        'disagrees',
        (of) => ({ payload: { ...of, roundingCents: 0 }, postings: honestly(of) }),
      ],
      [
        'that the tender does not know of, but its receipt',
        'disagrees',
        (of) => ({ payload: { ...withCash(of, 98_50, 0), roundingCents: -2 }, postings: honestly(of) }),
      ],
      ['the other way round', 'disagrees', (of) => ({ payload: withCash(of, 98_50, 2), postings: honestly(of) })],
      [
        'without its posting',
        'unbalanced',
        (of) => ({ payload: of, postings: honestly(of).filter(({ account }) => account !== 'rounding') }),
      ],
      [
        'into over/short',
        'disagrees',
        (of) => ({
          payload: of,
          postings: honestly(of).map((row) => (row.account === 'rounding' ? { ...row, account: 'over-short' } : row)),
        }),
      ],
      [
        'to what is no five cents, a cent beside',
        'disagrees',
        (of) => ({ payload: withCash(of, 98_51, -1), postings: honestly(withCash(of, 98_51, -1)) }),
      ],
      [
        'beyond two cents',
        'unreadable',
        (of) => ({ payload: withCash(of, 98_55, 3), postings: honestly(withCash(of, 98_55, 3)) }),
      ],
    ])('is parked: %s', async (_, why, forge) => {
      expect(await sent(forge)).toEqual({ parked: [{ sequence: 3, why }], rounding: 0, open: 2 });
    });
  });
});
