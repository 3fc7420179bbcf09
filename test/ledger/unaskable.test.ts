import { ReportName } from '#domain/report';
import { dayReport } from '#main/ledger/dayReport';
import { contextOf, onEachStore, type TestContext } from '../support/ledger.ts';
import { TWO_HUNDRED } from '../support/officeDay.ts';
import { column, DAY, type ReportsDay, reportsDay, someLine } from '../support/reportsDay.ts';

onEachStore(
  'bug: an entry that the database cannot read as JSON made the queries of its batch and its day fail',
  (on) => {
    let context: TestContext;
    let day: ReportsDay;
    beforeEach(async () => {
      context = contextOf(on.db);
      day = await reportsDay(context);
    });

    /** A receipt whose payload is another than a receipt's. */
    const append = (payload: object) =>
      day.station.journal.append({ kind: 'receipt_issued', payload: payload as never, postings: [] });

    /** What a hostile or damaged station may send between two good receipts. */
    const poison: [string, string, (good: object) => void][] = [
      ['a zero byte', 'unaskable', (good) => append({ ...good, drawer: 'W3\0' })],
      ['half of a letter', 'unaskable', (good) => append({ ...good, batch: '\ud83d' })],
      [
        'no end of parts',
        'unaskable',
        (good) => append({ ...good, lines: JSON.parse('['.repeat(999) + ']'.repeat(999)) }),
      ],
      ['a number that is none', 'unreadable', (good) => append({ ...good, number: 'x', tenders: 'none', lines: 7 })],
      ['a number beyond all', 'unreadable', (good) => append({ ...good, number: 1e20, totalCents: 'much' })],
    ];

    test.each(poison)('%s', async (_what, why, spoil) => {
      const { journal } = day.station;
      journal.openDrawer(TWO_HUNDRED);
      const { receipt } = journal.pay([someLine(2, 5_000)]);
      spoil(receipt);
      // Its number is missing, so what stands between its neighbours is looked through.
      journal.pay([someLine(2, 100)], undefined, '4111111111111111');
      journal.pay([someLine(2, 300)]);
      journal.closeDrawer();
      await day.station.send();
      await day.countBatch('W3-B0001');
      const told = await dayReport(context, { district: day.station.district, day: DAY });
      expect(told.parked).toHaveLength(2);
      expect(told.issued).toEqual({ count: 2, cents: 5_300 });
      expect(context.logged).toContainEqual(
        expect.objectContaining({ what: 'entry parked', facts: expect.objectContaining({ why }) }),
      );
      expect(await day.auditor.ask('batch', { batch: 'W3-B0001' })).toMatchObject({ batch: 'W3-B0001' });
      expect((await day.auditor.ask('batches', {})).batches).toHaveLength(1);
      expect((await day.auditor.ask('day', { day: DAY })).drawers).toHaveLength(1);
      for (const name of ReportName.options) await day.told(name);
      const receipts = await day.told('receipts');
      expect(column(receipts, 'Receipt').cells).toEqual(['W3-000001', 'W3-000002', 'W3-000003']);
      expect(column(receipts, 'State').cells[1]).toBe(
        'stored and parked: it holds what looks like a payment card number',
      );
      expect(column(await day.told('drawers'), 'Kept').total).toBe(5_300);
    });
  },
);
