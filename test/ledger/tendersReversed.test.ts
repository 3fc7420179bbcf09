import { refundInCash, reverse } from '../support/byFund.ts';
import { contextOf, onEachStore } from '../support/ledger.ts';
import { TWO_HUNDRED } from '../support/officeDay.ts';
import { column, reportsDay, someLine } from '../support/reportsDay.ts';

onEachStore('the report of tenders', (on) => {
  test('bug: what was reversed stood on in it, and receipt types did not', async () => {
    const day = await reportsDay(contextOf(on.db));
    const { journal } = day.station;
    journal.openDrawer(TWO_HUNDRED);
    const never = journal.pay([someLine(2, 4_000)]);
    const partly = journal.pay([someLine(2, 3_000)]);
    refundInCash(journal, partly, 500);
    journal.closeDrawer();
    reverse(journal, never);
    await day.station.send();
    await day.countBatch('W3-B0001');
    const tenders = await day.told('tenders');
    expect(tenders.columns.map(({ name }) => name)).toEqual([
      ...['Tender', 'Taken', 'Voided', 'Kept', 'Corrected', 'Reversed', 'Refunded', 'Stands'],
    ]);
    expect(tenders.rows).toEqual([['Cash', 7_000, 0, 7_000, 0, -4_000, -500, 2_500]]);
    expect(column(tenders, 'Stands').total).toBe(column(await day.told('receipt_types'), 'Stands').total);
  });
});
