import fc from 'fast-check';
import {
  AMOUNT_MAX,
  absolute,
  add,
  allocate,
  CENTS_MAX,
  cents,
  formatAmount,
  formatSigned,
  negate,
  smaller,
  subtract,
  sum,
  times,
  ZERO,
} from '#domain/money';

const amounts = fc.integer({ min: -CENTS_MAX, max: CENTS_MAX }).map(cents);
const weights = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
  .filter((parts) => parts.some((part) => part > 0));

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])('%d is no amount', (value) => {
  expect(() => cents(value)).toThrow(/cents/);
});

test('there is no minus zero (F51)', () => {
  expect(Object.is(cents(-0), 0)).toBe(true);
  expect(Object.is(negate(ZERO), 0)).toBe(true);
  expect(Object.is(subtract(cents(5), cents(5)), 0)).toBe(true);
  expect(formatAmount(cents(-0))).toBe('0.00');
});

test('what is negated changes its sign, and twice comes back', () => {
  expect([5, -5, CENTS_MAX].map((value) => negate(cents(value)))).toEqual([-5, 5, -CENTS_MAX]);
  expect([5, -5].map((value) => absolute(cents(value)))).toEqual([5, 5]);
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [99, '0.99'],
  [100, '1.00'],
  [126_465, '1,264.65'],
  [100_000_000, '1,000,000.00'],
  [CENTS_MAX, '100,000,000,000.00'],
  [-425, '−4.25'],
  [-1, '−0.01'],
])('%d cents is written %s', (value, text) => {
  expect(formatAmount(cents(value))).toBe(text);
});

test('over and short carry their sign, and nothing has none', () => {
  expect([1_000, -425, 0].map((value) => formatSigned(cents(value)))).toEqual(['+10.00', '−4.25', '0.00']);
});

test('bug: two of the largest amounts could not be added up', () => {
  expect(sum([cents(CENTS_MAX), cents(CENTS_MAX)])).toBe(2 * CENTS_MAX);
  expect(formatAmount(sum([cents(CENTS_MAX), cents(5)]))).toBe('100,000,000,000.05');
});

test('what would not be exact any more stops', () => {
  const most = cents(Number.MAX_SAFE_INTEGER);
  expect(() => add(most, cents(1))).toThrow(/cents/);
  expect(() => sum([most, most])).toThrow(/cents/);
  expect(() => times(cents(10_000), CENTS_MAX)).toThrow(/cents/);
  // Of what anybody can type, count or read off, millions do.
  expect(9_000_000 * AMOUNT_MAX).toBeLessThan(Number.MAX_SAFE_INTEGER);
});

test.each<[number, number[], number[]]>([
  [100, [1, 1, 1], [34, 33, 33]],
  [1, [1, 1], [1, 0]],
  [0, [3, 4], [0, 0]],
  [500, [0, 1], [0, 500]],
  [1_001, [725, 9_275], [72, 929]],
  [5, [1, 2, 1], [1, 3, 1]],
])('%d cents by %j is %j', (amount, by, parts) => {
  expect(allocate(cents(amount), by)).toEqual(parts);
});

test('an amount over no parts stops', () => {
  expect(() => allocate(cents(1), [])).toThrow('no parts');
});

test('property: parts sum to the amount, lie within a cent of their share, and nothing goes to no weight (F53)', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, by) => {
      const parts = allocate(amount, by);
      expect(sum(parts)).toBe(amount);
      const whole = BigInt(by.reduce((total, weight) => total + weight, 0));
      for (const [place, part] of parts.entries()) {
        const weight = BigInt(by[place] ?? 0);
        if (weight === 0n) expect(part).toBe(0);
        const off = BigInt(part) * whole - BigInt(amount) * weight;
        expect(off < 0n ? -off : off).toBeLessThanOrEqual(whole);
      }
    }),
  );
});

test('property: a debit and a credit of one sum split alike', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, by) => {
      expect(allocate(negate(amount), by)).toEqual(allocate(amount, by).map(negate));
    }),
  );
});

test('property: written amounts read back to their cents', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      const digits = formatAmount(amount).replace('−', '-').replace(/[.,]/g, '');
      expect(Number(digits)).toBe(amount + 0);
    }),
  );
});

test('property: taking off what was added leaves the amount; the smaller and the absolute are what they say', () => {
  const half = fc.integer({ min: -CENTS_MAX / 2, max: CENTS_MAX / 2 }).map(cents);
  fc.assert(
    fc.property(half, half, (left, right) => {
      expect(subtract(add(left, right), right)).toBe(left);
      expect(smaller(left, right)).toBe(Math.min(left, right));
      expect(absolute(left)).toBe(Math.abs(left));
    }),
  );
});
