import {
  batchLabel,
  drawerLabel,
  isTrainingSeries,
  receiptLabel,
  receiptNumbered,
  SERIES,
  seriesLabel,
  zLabel,
} from '#domain/series';

test('labels name the series, later epochs, and a number without gaps', () => {
  expect(receiptLabel('W3', 1, 482)).toBe('W3-000482');
  expect(receiptLabel('W3', 2, 1)).toBe('W3.2-000001');
  expect(receiptLabel('W3', 1, 1_234_567)).toBe('W3-1234567');
  expect([drawerLabel('W3', 1, 12), batchLabel('W3', 1, 12), zLabel('W3', 1, 12)]).toEqual([
    'W3-D0012',
    'W3-B0012',
    'W3-Z0012',
  ]);
  expect(seriesLabel('T1', 3)).toBe('T1.3');
});

test.each([
  ['W3', 1, 482],
  ['W3', 2, 1],
  ['T1', 12, 1_234_567],
] as const)('a receipt’s label tells what it was made of: %s, epoch %d, number %d', (series, epoch, number) => {
  expect(receiptNumbered(receiptLabel(series, epoch, number))).toEqual({ series, epoch, number });
});

test.each(['W3-B0012', 'L-P0012', 'W3-V000012', 'W3-482', 'W3-', ' W3-000482', 'W3-000482 '])(
  '%s is no receipt’s',
  (label) => {
    expect(receiptNumbered(label)).toBeNull();
  },
);

test.each([0, -1, 1.5, Number.NaN])('%d is no document number', (number) => {
  expect(() => receiptLabel('W3', 1, number)).toThrow('no document number');
});

test('training has series of its own', () => {
  expect(isTrainingSeries('T1')).toBe(true);
  expect(isTrainingSeries('W3')).toBe(false);
});

test.each([
  ['W3', true],
  ['ABC1234', true],
  ['w3', false],
  ['W0', false],
  ['W', false],
  ['3', false],
  ['ABCD1', false],
  ['W12345', false],
  ['W3\n', false],
])('%j is a series: %s', (series, yes) => {
  expect(SERIES.test(series)).toBe(yes);
});
