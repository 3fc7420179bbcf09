import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { ReportColumn } from '#domain/report';
import { reportCsvHead, reportCsvRows } from '#formats/reportCsv';

const columns: ReportColumn[] = [
  { name: 'Receipt', kind: 'label' },
  { name: 'Payer', kind: 'text' },
  { name: 'Total', kind: 'cents' },
  { name: 'At', kind: 'instant' },
  { name: 'Lines', kind: 'count' },
];
const zone = 'America/Los_Angeles';
const read = (text: string) => parse(text, { bom: true }) as string[][];

test('amounts are numbers, days and instants are those of the district', () => {
  const at = Date.parse('2026-11-23T18:43:05Z');
  const rows = [['W3-000001', 'Lee, "Ann"', -425, at, 2] as const, ['W3-000002', null, 5, null, null] as const];
  expect(
    reportCsvHead(columns) +
      reportCsvRows(
        columns,
        rows.map((row) => [...row]),
        zone,
      ),
  ).toBe(
    [
      '\uFEFFReceipt,Payer,Total,At,Lines',
      'W3-000001,"Lee, ""Ann""",-4.25,2026-11-23 10:43:05,2',
      'W3-000002,,0.05,,',
      '',
    ].join('\r\n'),
  );
});

test('bug: the hour that comes twice when clocks go back could not be told apart', () => {
  const at = (instant: string) => reportCsvRows([{ name: 'At', kind: 'instant' }], [[Date.parse(instant)]], zone);
  expect(at('2026-11-01T08:30Z')).toBe('2026-11-01 01:30:00 PDT\r\n');
  expect(at('2026-11-01T09:30Z')).toBe('2026-11-01 01:30:00 PST\r\n');
  expect(at('2026-11-01T10:30Z')).toBe('2026-11-01 02:30:00\r\n');
});

test.each(['=1+1', '+1', '-2+3', '@SUM(A1)', ' =1', '\t=1', '＝1', '−1', '|calc', '%1'])('%j runs nothing', (payer) => {
  const [, row] = read(reportCsvHead(columns) + reportCsvRows(columns, [['W3-000001', payer, 1, 0, 1]], zone));
  expect(row?.[1]).toBe(`'${payer}`);
});

test('whatever a payer is called, the file is read back as it was told, and no cell of words begins a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string({ unit: 'binary' }), fc.integer())), (told) => {
      const rows = told.map(([label, payer, total]) => [label, payer, total, 0, 1]);
      const [, ...back] = read(reportCsvHead(columns) + reportCsvRows(columns, rows, zone));
      expect(back).toHaveLength(rows.length);
      for (const [at, [label = '', payer = '', total]] of back.entries()) {
        for (const cell of [label, payer]) expect(cell).not.toMatch(/^\s*[=+\-@]/);
        expect([label, label.slice(1)]).toContain(told[at]?.[0]);
        expect([payer, payer.slice(1)]).toContain(told[at]?.[1]);
        expect(Math.round(Number(total) * 100)).toBe(told[at]?.[2]);
      }
    }),
  );
});
