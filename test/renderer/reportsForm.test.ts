import { type ReportColumn, reportFileName } from '#domain/report';
import {
  axisOf,
  barsOf,
  cellWords,
  fittedTo,
  isGap,
  namedBy,
  shortNames,
  widthsOf,
} from '#renderer/screens/reports/cells';
import {
  blankReports,
  reportsReducer,
  rowAfter,
  SPANS,
  type SpanName,
  spanOf,
} from '#renderer/screens/reports/reportsForm';

const TODAY = '2026-03-01';
const of = (span: SpanName, from = '', to = '') => spanOf({ span, from, to }, TODAY);

test('days are those of the names, and typed ones only once they are days', () => {
  expect(SPANS.map((span) => of(span))).toEqual([
    { from: TODAY, to: TODAY },
    { from: '2026-02-28', to: '2026-02-28' },
    { from: TODAY, to: TODAY },
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-01-01', to: TODAY },
    { from: '2025-01-01', to: '2025-12-31' },
    null,
  ]);
  expect(of('own', '2024-02-29', '2026-01-31')).toEqual({ from: '2024-02-29', to: '2026-01-31' });
  expect(of('own', '2025-02-29', '2026-01-31')).toBeNull();
});

test.each(['0000-01-01', '1999-12-31', '2100-01-01', '9999-12-31'])(
  'bug: %s was asked for as a day, and the ledger failed on it',
  (odd) => {
    expect(of('own', odd, '2026-01-31')).toBeNull();
    expect(of('own', '2026-01-01', odd)).toBeNull();
  },
);

test('own days begin with those on show, another report with its first row', () => {
  let form = blankReports();
  form = reportsReducer(form, { did: 'spanned', span: 'last_month', today: TODAY });
  form = reportsReducer(form, { did: 'spanned', span: 'own', today: TODAY });
  expect(form).toMatchObject({ span: 'own', from: '2026-02-01', to: '2026-02-28' });
  form = reportsReducer(form, { did: 'typed', field: 'to', text: '2026-02-10' });
  form = reportsReducer(form, { did: 'moved', row: 12 });
  expect(reportsReducer(form, { did: 'wentTo', on: 'days' })).toMatchObject({ row: 12, focus: { on: 'days' } });
  expect(reportsReducer(form, { did: 'saving', words: 'Saving…' }).saving).toBe('Saving…');
  expect(reportsReducer(form, { did: 'chose', report: 'hours' })).toMatchObject({
    report: 'hours',
    row: 0,
    to: '2026-02-10',
  });
});

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 0, 0],
  ['PageDown', 95, 99],
  ['PageUp', 95, 85],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['a', 50, null],
])('%s from row %i leads to %s', (key, row, to) => {
  expect(rowAfter(key, row, 100, 10)).toBe(to);
});

const zone = 'America/Los_Angeles';

test('cells say what they are, and over or short never without its word', () => {
  const words = (cell: string | number | null, kind: 'cents' | 'over_short' | 'instant' | 'day' | 'count' | 'text') =>
    cellWords(cell, { name: 'x', kind }, zone);
  expect([
    words(-425, 'over_short'),
    words(1_000, 'over_short'),
    words(0, 'over_short'),
    words(-123_456, 'cents'),
    words(Date.parse('2026-11-23T18:05:00Z'), 'instant'),
    words('2026-11-23', 'day'),
    words(1_204, 'count'),
    words(null, 'cents'),
    words('Cash', 'text'),
  ]).toEqual([
    '−4.25 short',
    '+10.00 over',
    '0.00 even',
    '−1,234.56',
    'Nov 23, 10:05',
    'Nov 23, 2026',
    '1,204',
    '',
    'Cash',
  ]);
});

test('a row leads to what it names, a gap to nothing', () => {
  const columns = [
    { name: 'Receipt', kind: 'label' as const, opens: 'receipt' as const },
    ...['Day', 'State', 'Payer'].map((name) => ({ name, kind: 'text' as const })),
  ];
  expect(namedBy(columns, ['W3-000001', 'x', '', ''])).toEqual({ opens: 'receipt', label: 'W3-000001' });
  expect(namedBy(columns, ['W3-000002', null, 'MISSING: a number', null])).toBeNull();
  expect(isGap(['W3-000002', null, 'MISSING: a number', null])).toBe(true);
  expect(namedBy(columns.slice(1), ['x', 'y', 'z'])).toBeNull();
});

test('a plot draws what its columns hold, and of too much the last', () => {
  const columns = [
    { name: 'Hour', kind: 'text' as const },
    { name: 'Receipts', kind: 'count' as const },
  ];
  const plot = { title: 'Receipts by hour', names: 0, values: 1 };
  expect(
    barsOf(
      plot,
      columns,
      [
        ['08:00', 12],
        ['09:00', null],
      ],
      zone,
    ),
  ).toEqual([{ name: '08:00', value: 12, words: '12' }]);
  const many = Array.from({ length: 500 }, (_, at) => [`${at}`, at]);
  expect(barsOf(plot, columns, many, zone).at(-1)?.name).toBe('499');
  expect(barsOf({ ...plot, values: 7 }, columns, many, zone)).toEqual([]);
});

test.each([
  [
    [-1_050, 5, 1_000],
    [-1_500, -1_000, -500, 0, 500, 1_000, 1_500],
  ],
  [
    [-1_000, -900],
    [-1_200, -1_000, -800, -600, -400, -200, 0],
  ],
  [
    [9_800, 10_000],
    [0, 2_000, 4_000, 6_000, 8_000, 10_000, 12_000],
  ],
  [
    [3, 1],
    [0, 1, 2, 3, 4],
  ],
  [
    [0, 0],
    [0, 1],
  ],
])('bug: the axis of a plot did not always hold its 0, and its highest bar stood at the edge (%j)', (values, ticks) => {
  const axis = axisOf(values);
  expect(axis).toEqual({ ticks, domain: [ticks[0], ticks.at(-1)] });
});

test('bug: the plot of over and short named every second drawer only', () => {
  expect(shortNames(['W3-D0001', 'W3-D0012'])).toEqual(['D0001', 'D0012']);
  expect(shortNames(['W3-D0001', 'W4-D0001'])).toEqual(['W3-D0001', 'W4-D0001']);
  expect(shortNames(['08:00–09:00', '09:00–10:00'])).toEqual(['08:00–09:00', '09:00–10:00']);
});

test('bug: a saved report bore a single day twice, and words were parted in two ways', () => {
  expect(reportFileName('drops_and_paid_outs', { from: TODAY, to: TODAY })).toBe(`drops-and-paid-outs ${TODAY}`);
  expect(reportFileName('cashiers', { from: '2026-11-01', to: '2026-11-30' })).toBe(
    'cashiers 2026-11-01 to 2026-11-30',
  );
});

test('bug: the number of a drawer was cut off where other words stood in its column, too', () => {
  const columns: ReportColumn[] = [{ name: 'Where', kind: 'text' }];
  const of = (word: string) => widthsOf({ columns, rows: [[word]], totals: null })[0];
  expect(of('W3-D0002')).toBe(
    widthsOf({ columns: [{ name: 'Drawer', kind: 'label' }], rows: [['W3-D0002']], totals: null })[0],
  );
});

test('bug: the last column of deposits was cut off at 1280', () => {
  const page = 1_248;
  const columns: ReportColumn[] = [
    { name: 'Deposit', kind: 'label' },
    { name: 'Day', kind: 'day' },
    ...['Bank account', 'State'].map((name) => ({ name, kind: 'text' as const })),
    { name: 'Batches', kind: 'count' },
    ...['Cash', 'Checks', 'Money orders', 'Total'].map((name) => ({ name, kind: 'cents' as const })),
    { name: 'At the bank', kind: 'day' },
    { name: 'Days to bank', kind: 'count' },
    { name: 'Bank differs', kind: 'difference' },
  ];
  const rows = [
    ['L-P0001', TODAY, 'Operating account', 'counted again once', 1, 1_234_567, 864_000, 0, 2_098_567, TODAY, 1, -40],
  ];
  expect(widthsOf({ columns, rows, totals: null }).reduce((total, width) => total + width, 0)).toBeLessThanOrEqual(
    page,
  );
});

describe('bug: a name in the last column of drops was cut by the edge of the page', () => {
  const columns: ReportColumn[] = [
    ...['Number', 'Batch'].map((name) => ({ name, kind: 'label' as const })),
    { name: 'Amount', kind: 'cents' },
    ...['In words', 'By', 'Approved by'].map((name) => ({ name, kind: 'text' as const })),
  ];
  const widths = [140, 95, 84, 240, 128, 128];
  test.each([
    ['a room that is not known', 0, widths],
    ['room enough', 900, widths],
    ['room for all but the longest words', 750, [140, 95, 84, 175, 128, 128]],
    ['room for too little: the table is looked at sideways', 600, widths],
  ])('%s', (_, room, fitted) => {
    expect(fittedTo(widths, columns, room)).toEqual(fitted);
  });
});

test('bug: columns of words were all as wide as one another, whatever stood in them', () => {
  const columns: ReportColumn[] = ['Paid by', 'Payer'].map((name) => ({ name, kind: 'text' }));
  const widths = (...payers: string[]) =>
    widthsOf({ columns, rows: payers.map((payer) => ['Cash', payer]), totals: null });
  const [paidBy = 0, payer = 0] = widths('Cannery Row Cold Storage, LLC', 'Ng');
  expect(payer).toBeGreaterThan(2 * paidBy);
  expect(Math.max(...widths('x'.repeat(400)))).toBeLessThanOrEqual(256);
});

test('bug: checks and cards that differ were told without a sign', () => {
  const words = (cell: number) => cellWords(cell, { name: 'Cards differ', kind: 'difference' }, zone);
  expect([1_000, -500, 0].map(words)).toEqual(['+10.00 over', '−5.00 short', '0.00 even']);
});

test('bug: the hour that comes twice when clocks go back could not be told apart on the screen', () => {
  const words = (at: string) => cellWords(Date.parse(at), { name: 'When', kind: 'instant' }, zone);
  expect(['2026-11-01T08:30Z', '2026-11-01T09:30Z', '2026-11-01T10:30Z'].map(words)).toEqual([
    ...['Nov 1, 1:30 PDT', 'Nov 1, 1:30 PST', 'Nov 1, 2:30'],
  ]);
});
