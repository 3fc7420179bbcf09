import fc from 'fast-check';
import { CHECKS_MAX, Count, type CountedCheck, compare, demandOf, type Expected } from '#domain/balancing';
import { CENTS_MAX, cents, sum } from '#domain/money';

const LIMITS = { overShortReasonBeyondCents: 100, overShortApprovalBeyondCents: 1_000 };
const check = (checkNumber: string, amount: number): CountedCheck => ({ checkNumber, cents: amount });
const expected = (cash: number, checks: CountedCheck[] = [], card = 0, cards = 0): Expected => ({
  ...{ cashCents: cents(cash), checks, moneyOrders: [], cardCents: cents(card), cards },
});
const count = (pieces: Count['cash'], checks: CountedCheck[] = [], cardTotalCents = 0): Count => ({
  ...{ cash: pieces, checks, moneyOrders: [], cardTotalCents },
});

test('each tender is compared by itself: cash over never hides a check short', () => {
  const comparison = compare(
    expected(10_000, [check('1187', 8_640)], 2_500, 1),
    count({ 10000: 1, 1000: 8 }, [], 2_500),
  );
  expect(comparison.tenders).toEqual([
    {
      tender: 'cash',
      expectedCents: 10_000,
      countedCents: 18_000,
      differenceCents: 8_000,
      expectedItems: null,
      countedItems: null,
    },
    {
      tender: 'check',
      expectedCents: 8_640,
      countedCents: 0,
      differenceCents: -8_640,
      expectedItems: 1,
      countedItems: 0,
    },
    {
      tender: 'money-order',
      expectedCents: 0,
      countedCents: 0,
      differenceCents: 0,
      expectedItems: 0,
      countedItems: 0,
    },
    {
      tender: 'card',
      expectedCents: 2_500,
      countedCents: 2_500,
      differenceCents: 0,
      expectedItems: 1,
      countedItems: null,
    },
  ]);
  expect(comparison.missingChecks).toEqual([check('1187', 8_640)]);
});

test('checks agree by number and amount; zeros before a number are nothing, two alike need two alike', () => {
  const twice = [check('347', 100), check('347', 100)];
  expect(compare(expected(0, twice), count({}, [check('00347', 100)]))).toMatchObject({
    missingChecks: [check('347', 100)],
    unknownChecks: [],
  });
  expect(compare(expected(0, [check('347', 100)]), count({}, [check('347', 200)]))).toMatchObject({
    missingChecks: [check('347', 100)],
    unknownChecks: [check('347', 200)],
  });
  expect(compare(expected(0, [check('0', 5)]), count({}, [check('000', 5)])).missingChecks).toEqual([]);
});

test.each<[number, string]>([
  [0, 'nothing'],
  [100, 'nothing'],
  [-100, 'nothing'],
  [101, 'reason'],
  [-1_000, 'reason'],
  [1_001, 'approval'],
  [-1_001, 'approval'],
])('a difference of %d cents demands %s', (difference, demand) => {
  const comparison = compare(expected(100_000), count({ 1: 100_000 + difference }));
  expect(demandOf(comparison, LIMITS)).toBe(demand);
});

test('the largest difference of any one tender decides', () => {
  const comparison = compare(expected(0, [], 2_000, 1), count({ 1: 50 }, [], 0));
  expect(demandOf(comparison, LIMITS)).toBe('approval');
});

test('a check of another number but the same amount needs a reason', () => {
  const comparison = compare(expected(0, [check('1187', 8_640)]), count({}, [check('1188', 8_640)]));
  expect(comparison.tenders[1]?.differenceCents).toBe(0);
  expect(demandOf(comparison, LIMITS)).toBe('reason');
});

test('a drawer with no activity is even', () => {
  expect(demandOf(compare(expected(0), count({})), LIMITS)).toBe('nothing');
});

test.each([
  ['more checks than a drawer holds', { checks: Array.from({ length: CHECKS_MAX + 1 }, () => check('1', 1)) }],
  ['checks that cannot be added up', { checks: [check('1', CENTS_MAX), check('2', CENTS_MAX)] }],
  ['a check number with letters', { checks: [check('12a', 1)] }],
  ['a check of nothing', { checks: [check('1', 0)] }],
  ['a card total below zero', { cardTotalCents: -1 }],
  ['half a piece', { cash: { 100: 0.5 } }],
  ['a coin that there is not', { cash: { 3: 1 } }],
  ['pieces below zero', { cash: { 100: -1 } }],
  ['more pieces than a tray holds', { cash: { 1: 100_001 } }],
  ['an unknown field', { note: 'x' }],
])('a count with %s is refused', (_, wrong) => {
  expect(Count.safeParse({ ...count({}), ...wrong }).success).toBe(false);
});

test('a count of as much as any drawer holds is one', () => {
  expect(Count.safeParse(count({ 10000: 100_000 }, [check('1', CENTS_MAX)], CENTS_MAX)).success).toBe(true);
});

test('what floats make something of is nothing, and one cent is one (F53, F54)', () => {
  const dimes = Array.from({ length: 10_000 }, () => 0.1);
  expect(dimes.reduce((total, dime) => total + dime, 0)).not.toBe(1_000);
  const held = expected(sum(dimes.map((dime) => cents(dime * 100))));
  const even = compare(held, count({ 10000: 10 }));
  expect(even.tenders.map(({ differenceCents }) => Object.is(differenceCents, 0))).toEqual([true, true, true, true]);
  const over = compare(held, count({ 10000: 10, 1: 1 }));
  expect(over.tenders.map(({ differenceCents }) => differenceCents)).toEqual([1, 0, 0, 0]);
  expect(demandOf(over, { ...LIMITS, overShortReasonBeyondCents: 0 })).toBe('reason');
});

test('property: counted less expected is the difference; missing and unknown checks explain that of checks', () => {
  const pile = fc.array(
    fc.record({ checkNumber: fc.constantFrom('1', '01', '2', '347'), cents: fc.constantFrom(100, 200, 8_640) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(pile, pile, fc.nat(1_000), fc.nat(1_000), (there, counted, cash, pennies) => {
      const comparison = compare(expected(cash, there), count({ 1: pennies }, counted));
      for (const tender of comparison.tenders)
        expect(tender.countedCents - tender.expectedCents).toBe(tender.differenceCents);
      const worth = (checks: readonly CountedCheck[]) => sum(checks.map((one) => cents(one.cents)));
      expect(worth(comparison.unknownChecks) - worth(comparison.missingChecks)).toBe(
        comparison.tenders[1]?.differenceCents,
      );
      expect(there.length - comparison.missingChecks.length).toBe(counted.length - comparison.unknownChecks.length);
    }),
  );
});
