import { batchLabel, drawerLabel, isTrainingSeries, receiptLabel, SERIES, seriesLabel, zLabel } from '#domain/series';

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
