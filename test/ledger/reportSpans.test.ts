import { REPORT_TITLES, type ReportName } from '#domain/report';
import { dayReport } from '#main/ledger/dayReport';
import { contextOf, onEachStore, type TestContext } from '../support/ledger.ts';
import { type ReportsDay, reportsDay, someDrawers } from '../support/reportsDay.ts';

const NAMES = Object.keys(REPORT_TITLES) as ReportName[];
const CENTURY = { code: 'bad_input', facts: { problem: 'must be a day of the years 2000 to 2099' } };

onEachStore('days that nobody can mean', (on) => {
  let context: TestContext;
  let day: ReportsDay;
  beforeAll(async () => {
    context = contextOf(on.db);
    day = await reportsDay(context);
    await someDrawers(day, 1);
  });

  test.each(['0000-01-01', '0001-12-31', '1999-12-31', '2100-01-01', '9999-12-31'])(
    'bug: a report of %s was a failure of the ledger, or empty as if nothing had been taken',
    async (odd) => {
      await expect(day.told('cashiers', { from: odd, to: odd })).rejects.toMatchObject(CENTURY);
      await expect(day.told('cashiers', { to: odd })).rejects.toMatchObject(CENTURY);
      await expect(day.auditor.ask('day', { day: odd })).rejects.toMatchObject(CENTURY);
      await expect(day.auditor.ask('batches', { day: odd })).rejects.toMatchObject(CENTURY);
      await expect(day.auditor.ask('days', { after: odd })).rejects.toMatchObject(CENTURY);
      await expect(day.finance.ask('dayClose', { day: odd })).rejects.toMatchObject(CENTURY);
      await expect(day.finance.tell('exportGl', { through: odd, layout: 'day' })).rejects.toMatchObject(CENTURY);
      const slip = { deposit: 'L-P0001', reference: 'S-1', cents: 100 };
      await expect(day.finance.ask('confirmation', { ...slip, day: odd })).rejects.toMatchObject(CENTURY);
    },
  );

  test('spans that are turned round or too long are refused, the longest and the last are not', async () => {
    const refused = (from: string, to: string) => expect(day.told('cashiers', { from, to })).rejects;
    await refused('2026-11-24', '2026-11-23').toMatchObject({ code: 'span_backwards' });
    await refused('2096-02-29', '2026-11-23').toMatchObject({ code: 'span_backwards' });
    await refused('2024-11-24', '2027-11-24').toMatchObject({ code: 'span_too_long' });
    for (const name of NAMES) {
      expect([name, (await day.told(name, { from: '2024-11-24', to: '2027-11-23' })).more]).toEqual([name, null]);
      for (const edge of ['2000-01-01', '2099-12-31']) await day.told(name, { from: edge, to: edge });
    }
  });

  test('bug: a report of days to come was as empty as one of days without receipts', async () => {
    const loud = (words: string) => ({ words, isLoud: true });
    for (const name of NAMES) {
      const one = await day.told(name, { from: '2026-11-24', to: '2026-11-24' });
      expect([name, one.notes[0]]).toEqual([name, loud('Nov 24, 2026 has not begun: today is Nov 23, 2026.')]);
    }
    const span = await day.told('tenders', { from: '2027-01-01', to: '2027-12-31' });
    expect(span.notes[0]).toEqual(loud('No day of this span has begun: today is Nov 23, 2026.'));
    expect((await day.told('tenders', { to: '2027-01-01' })).notes).toEqual([]);
    const report = await dayReport(context, { district: day.station.district, day: '2026-11-24' });
    expect(report.notes).toEqual(['Nov 24, 2026 has not begun: today is Nov 23, 2026.']);
  });
});
