import { REPORT_TITLES, type ReportName } from '#domain/report';
import { type ReportOnPaper, reportLetter } from '#printing/reportPaper';
import { slipFacts } from '#test/support/slipCases';

const YEAR_END = { from: '2026-12-31', to: '2026-12-31' };

function fund(over: Partial<ReportOnPaper> = {}): ReportOnPaper {
  return {
    report: 'change_fund',
    columns: [
      ...['Where', 'Number', 'Who'].map((name) => ({ name, kind: 'text' as const })),
      { name: 'Since', kind: 'day' },
      { name: 'Amount', kind: 'cents' },
    ],
    rows: [
      ['In the safe', null, '', null, 80_000],
      ['In a drawer', 'W3-D0012', 'Marisol Ortiz', '2026-12-31', 20_000],
    ],
    totals: ['Found', null, null, null, 100_000],
    notes: [{ words: 'Given in all: 1,000.00. The books account for the same.', isLoud: false }],
    span: YEAR_END,
    asOf: Date.parse('2027-01-02T17:00:00Z'),
    ...over,
  };
}

const letterOf = (over?: Partial<ReportOnPaper>) => reportLetter(fund(over), slipFacts());

test('bug: the certificate of the change fund certified nothing, and nobody could sign it', () => {
  const { title, foot, blocks } = letterOf();
  expect(title).toBe('Change-fund certificate');
  expect(foot).toContain('Change-fund certificate, Dec 31, 2026');
  const signed = blocks.at(-1);
  expect(signed).toMatchObject({ block: 'signatures', who: ['Custodian of the change fund, date', 'Finance, date'] });
  expect(JSON.stringify(signed)).toContain('at the end of Dec 31, 2026 the change fund of Quarry Bay Sewer District');
  expect(JSON.stringify(signed)).toContain('came to 1,000.00');
});

test.each<[string, Partial<ReportOnPaper>]>([
  ['a day that is not over', { asOf: Date.parse('2027-01-01T07:59:00Z') }],
  ['any other report', { report: 'deposits_in_transit' }],
  ['bug: a fund that whoever asks is not told', { totals: ['Found', null, null, null, null] }],
])('of %s nothing is certified', (_, over) => {
  const report: ReportName = over.report ?? 'change_fund';
  const { title, blocks } = letterOf(over);
  expect(title).toBe(REPORT_TITLES[report]);
  expect(blocks.map(({ block }) => block)).not.toContain('signatures');
});
