import { cashDropped } from '#domain/custodyPostings';
import { cents } from '#domain/money';
import { dayReport } from '#main/ledger/dayReport';
import { DayReport } from '#main/ledger/officeWire';
import { reportInWords } from '#main/ledger/reportInWords';
import { createTestStation, FIRST, onEachStore, type TestStation } from '#test/support/ledger';

onEachStore('cash that is no receipt', (on) => {
  let station: TestStation;
  beforeAll(async () => {
    station = await createTestStation(on.context);
    const { journal } = station;
    journal.openDrawer({ 2000: 10 });
    journal.pay([
      { kind: 'account', accountNumber: FIRST, cents: 10_000, charges: [], unappliedCents: 10_000, namedWhy: null },
    ]);
    const drop = { drawer: 'W3-D0001', batch: 'W3-B0001', number: 1, handoff: 'W3-D0001-drop-1' };
    journal.append({
      kind: 'cash_dropped',
      payload: { ...drop, pieces: { 2000: 5 }, cents: 10_000 },
      postings: cashDropped('W3-D0001', 1, cents(10_000)),
    });
    journal.closeDrawer();
    await station.send();
  });

  test('is in the day’s report by its kind, apart from what receipts took (F43)', async () => {
    const report = await dayReport(on.context, { district: station.district, day: '2026-11-23' });
    expect(DayReport.parse(report)).toEqual(report);
    expect(report.custody).toEqual([{ kind: 'cash_dropped', count: 1, cents: 10_000 }]);
    expect(report.tenders).toEqual([
      { tender: 'cash', takenCents: 10_000, givenBackCents: 0, correctedInCents: 0, correctedOutCents: 0 },
    ]);
    expect(report.parked).toEqual([]);
    expect(reportInWords(report).join('\n')).toMatch(/drops to the safe +1 +100\.00/);
  });
});
