import fc from 'fast-check';
import { readAmount } from '#domain/amountEntry';
import { AMOUNT_MAX, cents, formatAmount } from '#domain/money';

test.each([
  ['12', 1_200],
  ['12.5', 1_250],
  ['12.50', 1_250],
  ['12.', 1_200],
  ['.35', 35],
  ['0', 0],
  ['007', 700],
  ['1,264.65', 126_465],
  ['1,000,000', 100_000_000],
  ['20+5+.35', 2_535],
  [' 20 + 5 ', 2_500],
  ['0.1+0.2', 30],
  ['9999999.99', AMOUNT_MAX],
])('%s is %d cents', (typed, amount) => {
  expect(readAmount(typed)).toEqual({ state: 'amount', amount });
});

test.each(['', ' ', '\t'])('%j is empty', (typed) => {
  expect(readAmount(typed)).toEqual({ state: 'empty' });
});

test.each([
  ['12.655', 'three_decimals'],
  ['1+.005', 'three_decimals'],
  ['-5', 'negative'],
  ['−5', 'negative'],
  ['10000000', 'enormous'],
  ['99999999999999999999', 'enormous'],
  ['9999999+9999999', 'enormous'],
  ['abc', 'not_a_number'],
  ['12a', 'not_a_number'],
  ['.', 'not_a_number'],
  ['+', 'not_a_number'],
  ['5+', 'not_a_number'],
  ['1,26', 'not_a_number'],
  ['1,2345', 'not_a_number'],
  ['1.2.3', 'not_a_number'],
  ['1e3', 'not_a_number'],
  ['0x10', 'not_a_number'],
  ['Infinity', 'not_a_number'],
  ['٣', 'not_a_number'],
  ['20-5', 'not_a_number'],
])('%s is refused as %s', (typed, why) => {
  expect(readAmount(typed)).toEqual({ state: 'wrong', why });
});

test('property: an amount as it is written is read as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: AMOUNT_MAX }), (amount) => {
      expect(readAmount(formatAmount(cents(amount)))).toEqual({ state: 'amount', amount });
    }),
  );
});

test('property: a sum is what its parts come to, however they are written', () => {
  const part = fc.tuple(fc.nat(99_999), fc.constantFrom('', '.', '.0', '.5', '.05', '.50', '.99'), fc.boolean());
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.constantFrom('+', ' + '), (parts, plus) => {
      const units = (dollars: number, isGrouped: boolean) =>
        isGrouped ? dollars.toLocaleString('en-US') : String(dollars);
      const typed = parts.map(([dollars, fraction, isGrouped]) => units(dollars, isGrouped) + fraction).join(plus);
      const amount = parts.reduce(
        (total, [dollars, fraction]) => total + dollars * 100 + Number(fraction.slice(1).padEnd(2, '0')),
        0,
      );
      expect([typed, readAmount(typed)]).toEqual([typed, { state: 'amount', amount }]);
    }),
  );
});

test('property: whatever is typed, the answer is an amount in bounds, empty, or wrong', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,+- '), maxLength: 14 }), (typed) => {
      const entry = readAmount(typed);
      seen.add(entry.state);
      expect(['amount', 'empty', 'wrong']).toContain(entry.state);
      expect(entry.state === 'empty').toBe(typed.trim() === '');
      if (entry.state !== 'amount') return;
      expect(Number.isSafeInteger(entry.amount)).toBe(true);
      expect(entry.amount).toBeGreaterThanOrEqual(0);
      expect(entry.amount).toBeLessThanOrEqual(AMOUNT_MAX);
    }),
    { numRuns: 1_000, seed: 7 },
  );
  expect([...seen].sort()).toEqual(['amount', 'empty', 'wrong']);
});
