import fc from 'fast-check';
import { breakdown, DENOMINATIONS, Pieces, worthOf } from '#domain/denominations';
import { cents } from '#domain/money';

test('pieces are worth what they are', () => {
  expect(worthOf({})).toBe(0);
  expect(worthOf({ 2000: 31, 25: 40, 1: 3 })).toBe(63_003);
  expect(worthOf(Object.fromEntries(DENOMINATIONS.map((worth) => [String(worth), 1])))).toBe(18_891);
});

test.each<[number, Pieces]>([
  [0, {}],
  [1_535, { 1000: 1, 500: 1, 25: 1, 10: 1 }],
  [1_360, { 1000: 1, 100: 3, 25: 2, 10: 1 }],
  [24, { 10: 2, 1: 4 }],
  [39_999, { 10000: 3, 5000: 1, 2000: 2, 500: 1, 100: 4, 25: 3, 10: 2, 1: 4 }],
])('%d cents are handed out as %j', (amount, pieces) => {
  expect(breakdown(cents(amount))).toEqual(pieces);
});

test('property: a breakdown is worth its amount, in the fewest pieces, without two-dollar notes and halves', () => {
  const fewest = [0];
  const handed = DENOMINATIONS.filter((worth) => worth !== 200 && worth !== 50);
  for (let amount = 1; amount <= 600; amount++) {
    fewest.push(1 + Math.min(...handed.filter((worth) => worth <= amount).map((worth) => fewest[amount - worth] ?? 0)));
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), fc.nat(100), (amount, hundreds) => {
      const pieces = breakdown(cents(amount));
      expect(worthOf(pieces)).toBe(amount);
      expect(Object.values(pieces).reduce<number>((total, number) => total + (number ?? 0), 0)).toBe(fewest[amount]);
      expect(pieces).not.toHaveProperty('200');
      expect(pieces).not.toHaveProperty('50');
      expect(worthOf(breakdown(cents(amount + hundreds * 10_000)))).toBe(amount + hundreds * 10_000);
    }),
  );
});

test.each([{ 3: 1 }, { 100: -1 }, { 100: 1.5 }, { 100: 100_001 }, { 100: '1' }, []])('%j are no pieces', (pieces) => {
  expect(Pieces.safeParse(pieces).success).toBe(false);
});
