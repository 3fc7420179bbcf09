import fc from 'fast-check';
import { type Cents, cents, sum } from '#domain/money';
import { Price, priceOf, priceOn, ReceiptType, sharesOf } from '#domain/receiptType';
import { POLICY } from '../support/quarryBay.ts';

const each = (worth: number): Price => ({ kind: 'each', cents: worth });
const tiers = (...steps: [upTo: number | null, eachCents: number][]): Price => ({
  kind: 'tiers',
  tiers: steps.map(([upTo, eachCents]) => ({ upTo, eachCents })),
});

describe('the price on a day', () => {
  const type = {
    prices: [
      { from: '2027-01-01', price: each(300) },
      { from: '2025-01-01', price: each(100) },
      { from: '2026-01-01', price: each(200) },
    ],
  };

  test.each<[string, number | null]>([
    ['2024-12-31', null],
    ['2025-01-01', 100],
    ['2025-12-31', 100],
    ['2026-01-01', 200],
    ['2026-11-23', 200],
    ['2027-01-01', 300],
    ['2031-06-30', 300],
  ])('%s is the latest that has begun, in whatever order they stand', (day, worth) => {
    expect(priceOn(type, day)).toEqual(worth === null ? null : each(worth));
  });
});

describe('what so many cost', () => {
  const copies = tiers([10, 25], [null, 15]);

  test.each<[string, Price, number, number | null]>([
    ['an open price', { kind: 'open' }, 3, null],
    ['one', each(7_500), 1, 7_500],
    ['three', each(7_500), 3, 22_500],
    ['nothing', each(0), 9, 0],
    ['the last of the first tier', copies, 10, 250],
    ['the first of the second tier', copies, 11, 265],
    ['many', copies, 9_999, 250 + 9_989 * 15],
    ['free at first', tiers([5, 0], [null, 15]), 5, 0],
    ['one tier without an end', tiers([null, 40]), 7, 280],
  ])('%s', (_, price, quantity, due) => {
    expect(priceOf(price, quantity)).toBe(due);
  });

  test.each([0, -1, 1.5, Number.NaN])('a quantity of %d stops', (quantity) => {
    expect(() => priceOf(copies, quantity)).toThrow('no quantity');
  });

  const anyTiers = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
      fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 7, maxLength: 7 }),
    )
    .map(([ends, worths]) =>
      tiers(
        ...[...ends]
          .sort((left, right) => left - right)
          .map((end, place): [number, number] => [end, worths[place] ?? 0]),
        [null, worths[6] ?? 0],
      ),
    );

  test('property: tiers cost what their units cost one by one', () => {
    fc.assert(
      fc.property(anyTiers, fc.integer({ min: 1, max: 90 }), (price, quantity) => {
        if (price.kind !== 'tiers') throw new Error('not tiers');
        const unit = (number: number) =>
          price.tiers.find((tier) => tier.upTo === null || number <= tier.upTo)?.eachCents ?? Number.NaN;
        const oneByOne = Array.from({ length: quantity }, (_, place) => unit(place + 1));
        expect(Price.safeParse(price).success).toBe(true);
        expect(priceOf(price, quantity)).toBe(oneByOne.reduce((total, worth) => total + worth, 0));
      }),
    );
  });
});

describe('a distribution', () => {
  const part = (percent: number, bars = '3221000') => ({ fund: '402', bars, percent });
  const anyPercents = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 9 })
    .map((cuts) => [0, ...cuts.sort((left, right) => left - right), 100])
    .map((edges) => edges.slice(1).map((edge, place) => edge - (edges[place] ?? 0)));

  test('property: the shares always sum to the cent, none is empty, none is a cent or more off its percent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }).map(cents), anyPercents, (amount, percents) => {
        const distribution = percents.map((percent, place) => part(percent, `32210${String(place).padStart(2, '0')}`));
        const shares = sharesOf(amount, distribution);
        expect(sum(shares.map((share) => cents(share.cents)))).toBe(amount);
        for (const share of shares) {
          const percent = distribution.find(({ bars }) => bars === share.bars)?.percent ?? Number.NaN;
          expect(share.cents).toBeGreaterThan(0);
          expect(Math.abs(share.cents - (amount * percent) / 100)).toBeLessThan(percents.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each<[number, number[]]>([
    [116_325, [109_346, 6_979]],
    [1, [1]],
    [17, [16, 1]],
  ])('of the permit: %d over 94 and 6 percent', (amount, expected) => {
    const shares = sharesOf(cents(amount) as Cents, [part(94), part(6, '3424000')]);
    expect(shares.map((share) => share.cents)).toEqual(expected);
  });
});

describe('the schema refuses', () => {
  const permit = POLICY.receiptTypes.find((type) => type.code === 'side-sewer-permit');
  const type = (more: object) => ReceiptType.safeParse({ ...permit, ...more });
  const problem = (more: object) => type(more).error?.issues[0]?.message;
  const priced = (price: unknown) => ({ prices: [{ from: '2026-01-01', price }] });

  test('nothing that the sample has', () => {
    for (const known of POLICY.receiptTypes) expect(ReceiptType.safeParse(known).success).toBe(true);
  });

  test('percents that do not come to 100', () => {
    const share = { fund: '401', bars: '3424000' };
    expect(problem({ distribution: [{ ...share, percent: 94 }] })).toBe('must come to 100');
    expect(type({ distribution: [{ ...share, percent: 99.5 }] }).success).toBe(false);
    expect(type({ distribution: [] }).success).toBe(false);
  });

  test('tiers without an end, with two, that do not rise', () => {
    expect(problem(priced(tiers([10, 25])))).toBe('must end with one tier that has no end');
    expect(problem(priced(tiers([null, 25], [null, 15])))).toBe('must end with one tier that has no end');
    expect(problem(priced(tiers([10, 25], [10, 20], [null, 15])))).toBe('must rise from tier to tier');
  });

  test('no price, no role, a code that is none', () => {
    for (const more of [{ prices: [] }, { roles: [] }, { code: 'Side Sewer' }]) expect(type(more).success).toBe(false);
  });
});
