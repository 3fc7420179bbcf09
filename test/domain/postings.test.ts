import fc from 'fast-check';
import { compare } from '#domain/balancing';
import type { ChargeKind } from '#domain/chargeKind';
import { glAccount, receiptPostings, unappliedAccount } from '#domain/distribution';
import type { Policy } from '#domain/district';
import { drawerAccount, drawerEmptied, floatTaken } from '#domain/drawerPostings';
import { drawerHandoff, transitAccount } from '#domain/handoff';
import type { AccountLine } from '#domain/line';
import { type Cents, cents, sum } from '#domain/money';
import { credit, debit, gathered, imbalance, Posting, reversed } from '#domain/posting';
import type { Receipt } from '#domain/receipt';
import type { Tender } from '#domain/tender';

const FUNDS: Policy['funds'] = [
  { fund: '401', name: 'Sewer operating', basis: { kind: 'accrual', receivable: '1220000' } },
  { fund: '402', name: 'Sewer capital', basis: { kind: 'cash' } },
];
const DRAWER = 'W3-D0012';

const paid = (fund: string, bars: string, amount: number): AccountLine['charges'][number] => ({
  ...{ chargeId: 1, kind: 'service' as ChargeKind, period: 'Sep–Oct 2026', dueDay: '2026-11-30', fund, bars },
  cents: amount,
});
const line = (accountNumber: string, charges: AccountLine['charges'], unappliedCents = 0): AccountLine => ({
  kind: 'account',
  accountNumber,
  cents: charges.reduce((total, charge) => total + charge.cents, unappliedCents),
  charges,
  unappliedCents,
  namedWhy: null,
});
const cash = (amount: number): Tender => ({
  kind: 'cash',
  cents: amount,
  tenderedCents: amount,
  changeCents: 0,
  roundingCents: 0,
});
const card = (amount: number): Tender => ({
  ...{ kind: 'card', cents: amount, brand: 'visa', lastFour: '8841', approvalCode: '04417B' },
});
const receipt = (
  lines: AccountLine[],
  tenders: Tender[],
): Pick<Receipt, 'label' | 'drawer' | 'lines' | 'tenders' | 'roundingCents'> => ({
  ...{ label: 'W3-000417', drawer: DRAWER, lines, tenders, roundingCents: 0 },
});

/** Debits − credits by account. */
function moved(postings: readonly Posting[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { account, side, cents: amount } of postings)
    sums[account] = (sums[account] ?? 0) + (side === 'debit' ? amount : -amount);
  return sums;
}

function wellFormed(postings: readonly Posting[]): void {
  expect(imbalance(postings)).toBe(0);
  for (const posting of postings) Posting.parse(posting);
}

test('a receipt: tenders into the drawer, against receivable, revenue and credit', () => {
  const lines = [
    line('40-11872-03', [paid('401', '3435001', 8_640), paid('401', '3597001', 864)], 500),
    line('40-12093-01', [paid('402', '3221000', 1_000), paid('999', '3435001', 1)]),
  ];
  const postings = receiptPostings(receipt(lines, [cash(1_005), card(10_000)]), FUNDS);
  wellFormed(postings);
  expect(moved(postings)).toEqual({
    'drawer:W3-D0012:cash': 1_005,
    'drawer:W3-D0012:card': 10_000,
    'gl:401:1220000': -9_504,
    'gl:402:3221000': -1_000,
    'gl:999:3435001': -1,
    'unapplied:40-11872-03': -500,
  });
});

test('a line that its distribution does not sum to stops', () => {
  const wrong = { ...line('40-11872-03', [paid('401', '3435001', 100)]), cents: 101 };
  expect(() => receiptPostings(receipt([wrong], [cash(101)]), FUNDS)).toThrow('must equal its line');
});

test('cash of which nothing was kept posts nothing', () => {
  const postings = receiptPostings(receipt([line('1-2', [paid('402', '3221000', 5)])], [cash(0), card(5)]), FUNDS);
  expect(moved(postings)).toEqual({ 'drawer:W3-D0012:card': 5, 'gl:402:3221000': -5 });
});

test('a float comes out of transit; none posts nothing', () => {
  const postings = floatTaken(DRAWER, cents(20_000));
  wellFormed(postings);
  expect(moved(postings)).toEqual({ 'drawer:W3-D0012:cash': 20_000, 'transit:W3-D0012-float': -20_000 });
  expect(floatTaken(DRAWER, cents(0))).toEqual([]);
  const issued = floatTaken(DRAWER, cents(20_000), 'L-F0007');
  expect(moved(issued)).toEqual({ 'drawer:W3-D0012:cash': 20_000, 'transit:L-F0007': -20_000 });
});

test('a close short of cash: the float goes back first, what is missing is short', () => {
  const comparison = compare(
    { cashCents: cents(30_000), checks: [], moneyOrders: [], cardCents: cents(0), cards: 0 },
    { cash: { 1000: 15 }, checks: [], moneyOrders: [], cardTotalCents: 0 },
  );
  const postings = drawerEmptied(DRAWER, cents(20_000), comparison);
  wellFormed(postings);
  expect(moved(postings)).toEqual({
    'over-short': 15_000,
    'drawer:W3-D0012:cash': -30_000,
    'transit:W3-D0012-float-return': 15_000,
  });
});

test('a close with checks and cards that differ: each difference has its own account', () => {
  const comparison = compare(
    {
      cashCents: cents(100),
      checks: [{ checkNumber: '1', cents: 500 }],
      moneyOrders: [],
      cardCents: cents(700),
      cards: 1,
    },
    { cash: { 100: 2 }, checks: [], moneyOrders: [], cardTotalCents: 800 },
  );
  expect(moved(drawerEmptied(DRAWER, cents(0), comparison))).toEqual({
    'over-short': -100,
    'drawer:W3-D0012:cash': -100,
    'transit:W3-D0012-cash': 200,
    'difference:check': 500,
    'drawer:W3-D0012:check': -500,
    'difference:card': -100,
    'drawer:W3-D0012:card': -700,
    'clearing:card': 800,
  });
});

const amount = fc.integer({ min: 0, max: 5_000_000 });

test('property: every receipt balances, its drawer gets its tenders, and reversed it leaves nothing', () => {
  const charges = fc.array(
    fc.record({
      fund: fc.constantFrom('401', '402'),
      bars: fc.constantFrom('3435001', '3221000'),
      cents: fc.integer({ min: 1, max: 9_999 }),
    }),
    { maxLength: 5 },
  );
  const lines = fc.array(fc.tuple(charges, fc.nat(500)), { minLength: 1, maxLength: 5 }).map((drawn) =>
    drawn.map(([parts, credited], place) =>
      line(
        `40-1000${place}-01`,
        parts.map((part) => paid(part.fund, part.bars, part.cents)),
        credited,
      ),
    ),
  );
  fc.assert(
    fc.property(lines, fc.nat(), (drawn, split) => {
      const total = drawn.reduce((all, one) => all + one.cents, 0);
      const inCash = total === 0 ? 0 : split % (total + 1);
      const postings = receiptPostings(receipt(drawn, [cash(inCash), card(total - inCash)]), FUNDS);
      wellFormed(postings);
      expect(new Set(postings.map(({ account, side }) => `${side} ${account}`)).size).toBe(postings.length);
      expect(moved(postings)[drawerAccount(DRAWER, 'cash')] ?? 0).toBe(inCash);
      expect(Object.values(moved([...postings, ...reversed(postings)])).every((left) => left === 0)).toBe(true);
    }),
  );
});

test('property: after a close every account of the drawer is zero, whatever was expected and counted (F28, F37)', () => {
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      amount,
      amount,
      amount,
      amount,
      (float, cashIn, found, due, had, taken, slip) => {
        const expected = {
          cashCents: cents(float + cashIn),
          checks: due > 0 ? [{ checkNumber: '1', cents: due }] : [],
          moneyOrders: [],
          cardCents: cents(taken),
          cards: 1,
        };
        const counted = {
          cash: { 1: found % 100_000 },
          checks: had > 0 ? [{ checkNumber: '2', cents: had }] : [],
          moneyOrders: [],
          cardTotalCents: slip,
        };
        const closing = drawerEmptied(DRAWER, cents(float), compare(expected, counted));
        wellFormed(closing);
        const before: Posting[] = [
          ...debit(drawerAccount(DRAWER, 'cash'), expected.cashCents),
          ...debit(drawerAccount(DRAWER, 'check'), cents(due)),
          ...debit(drawerAccount(DRAWER, 'card'), expected.cardCents),
        ];
        const left = moved([...before, ...closing]);
        for (const kind of ['cash', 'check', 'card'] as const) expect(left[drawerAccount(DRAWER, kind)] ?? 0).toBe(0);
        const handedOn =
          (left[transitAccount(drawerHandoff(DRAWER, 'float-return'))] ?? 0) +
          (left[transitAccount(drawerHandoff(DRAWER, 'cash'))] ?? 0);
        expect(handedOn).toBe(found % 100_000);
      },
    ),
  );
});

test('property: gathering changes no balance and leaves one posting an account and side', () => {
  const postings = fc.array(
    fc.record({
      account: fc.constantFrom('gl:401:1220000', 'over-short', 'clearing:card'),
      side: fc.constantFrom('debit' as const, 'credit' as const),
      cents: fc.integer({ min: 1, max: 1_000 }),
    }),
  );
  fc.assert(
    fc.property(postings, (drawn) => {
      const one = gathered(drawn);
      expect(moved(one)).toEqual(moved(drawn));
      expect(one.length).toBeLessThanOrEqual(6);
      const total = (side: Posting['side'], of: readonly Posting[]): Cents =>
        sum(of.filter((posting) => posting.side === side).map((posting) => cents(posting.cents)));
      expect(total('debit', one)).toBe(total('debit', drawn));
    }),
  );
});

test('what is out of balance says which side is larger, and no posting is of nothing', () => {
  expect(imbalance([...debit('over-short', cents(7)), ...credit('clearing:card', cents(5))])).toBe(2);
  expect(Posting.safeParse({ account: 'over-short', side: 'debit', cents: 0 }).success).toBe(false);
  expect(Posting.safeParse({ account: 'over-short', side: 'debit', cents: 1 }).success).toBe(true);
});

test.each(['Cash', 'gl:401:343 5001', 'a:b:c:d', '', 'gl::', `gl:${'9'.repeat(60)}`])('%j is no account', (account) => {
  expect(Posting.safeParse({ account, side: 'debit', cents: 1 }).success).toBe(false);
});

test('accounts have their names', () => {
  expect(glAccount('401', '3435001')).toBe('gl:401:3435001');
  expect(unappliedAccount('40-11872-03')).toBe('unapplied:40-11872-03');
  expect([...credit('over-short', cents(0)), ...debit('over-short', cents(0))]).toEqual([]);
});
