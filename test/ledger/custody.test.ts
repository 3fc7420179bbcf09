import { cashDropped, cashPaidIn, cashPaidOut } from '#domain/custodyPostings';
import { cents } from '#domain/money';
import { dayReport } from '#main/ledger/dayReport';
import { DayReport } from '#main/ledger/officeWire';
import { reportInWords } from '#main/ledger/reportInWords';
import { createTestStation, FIRST, onEachStore, type TestStation } from '#test/support/ledger';
import { takeForCounted } from '#test/support/takeForCounted';

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
    const tried = { drawer: 'W3-D0001', batch: 'W3-B0001', pieces: { 10000: 9 }, cents: 90_000 };
    journal.append({ kind: 'drop_refused', payload: tried, postings: [] });
    const own = { drawer: 'W3-D0001', mark: 'a'.repeat(64) };
    const place = { fund: '401', bars: '5358031' };
    const approver = 'j.whitebear';
    journal.append({
      kind: 'cash_paid_in',
      payload: { ...own, batch: 'W3-B0001', number: 1, label: 'W3-I0001', pieces: { 100: 3 }, cents: 300, place },
      postings: cashPaidIn('W3-D0001', place, cents(300)),
      approver,
    });
    const attachment = { name: 'stamps.pdf', type: 'application/pdf' as const, size: 9, sha256: 'b'.repeat(64) };
    const out = { ...own, batch: 'W3-B0001', number: 1, label: 'W3-O0001', pieces: { 500: 1 }, cents: 500, place };
    journal.append({
      kind: 'cash_paid_out',
      payload: { ...out, attachment },
      postings: cashPaidOut('W3-D0001', place, cents(500)),
      approver,
    });
    journal.append({
      kind: 'no_sale',
      payload: { ...own, number: 1, label: 'W3-N0001', reason: 'try_tray' },
      postings: [],
      approver,
    });
    journal.closeDrawer();
    await station.send();
  });

  test('is in the day’s report by its kind, apart from what receipts took (F43)', async () => {
    await takeForCounted(on.db, station.district);
    const report = await dayReport(on.context, { district: station.district, day: '2026-11-23' });
    expect(DayReport.parse(report)).toEqual(report);
    expect(report.custody).toEqual([
      { kind: 'cash_dropped', count: 1, cents: 10_000 },
      { kind: 'cash_paid_in', count: 1, cents: 300 },
      { kind: 'cash_paid_out', count: 1, cents: 500 },
      { kind: 'no_sale', count: 1, cents: 0 },
    ]);
    expect(report.tenders).toEqual([
      { tender: 'cash', takenCents: 10_000, givenBackCents: 0, correctedInCents: 0, correctedOutCents: 0 },
    ]);
    expect(report.parked).toEqual([]);
    const text = reportInWords(report).join('\n');
    for (const row of [/drops to the safe +1 +100\.00/, /paid in +1 +3\.00/, /paid out +1 +5\.00/, /no sale +1/])
      expect(text).toMatch(row);
  });
});
