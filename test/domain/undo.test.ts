import fc from 'fast-check';
import { linePostings } from '#domain/distribution';
import type { Policy } from '#domain/district';
import type { AccountLine, FeeLine, ReceiptLine } from '#domain/line';
import { cents, sum } from '#domain/money';
import { imbalance } from '#domain/posting';
import type { Tender } from '#domain/tender';
import { partOf, standingCents, standingOf, type Undoing } from '#domain/undo';
import { correctionPostings, refundPostings, reversalPostings, type Undone } from '#domain/undoPostings';

const FUNDS: Policy['funds'] = [
  { fund: '401', name: 'Sewer operating', basis: { kind: 'accrual', receivable: '1220000' } },
  { fund: '402', name: 'Sewer capital', basis: { kind: 'cash' } },
];

const paid = (chargeId: number, amount: number) => ({
  chargeId,
  kind: 'service' as const,
  period: `Bill ${chargeId}`,
  dueDay: '2026-11-30',
  fund: chargeId % 2 ? '401' : '402',
  bars: '3435001',
  cents: amount,
});
const onAccount = (charges: number[], unappliedCents = 0): AccountLine => ({
  kind: 'account',
  accountNumber: '40-11872-03',
  cents: charges.reduce((total, amount) => total + amount, unappliedCents),
  charges: charges.map((amount, place) => paid(place + 1, amount)),
  unappliedCents,
  namedWhy: null,
});
const fee = (...shares: number[]): FeeLine => ({
  kind: 'fee',
  code: 'side-sewer-permit',
  name: 'Side sewer permit',
  accountNumber: null,
  told: [],
  quantity: 1,
  cents: shares.reduce((total, amount) => total + amount, 0),
  shares: shares.map((amount, place) => ({ fund: '402', bars: String(3_221_000 + place), cents: amount })),
  prints: 'nothing',
});
const suspense = (amount: number): ReceiptLine => ({ kind: 'suspense', parcel: '', cents: amount });
const CASH: Tender = { kind: 'cash', cents: 100, tenderedCents: 100, changeCents: 0, roundingCents: 0 };

describe('a part of a line', () => {
  test('is credit first, then charges from the one that was paid last', () => {
    const line = onAccount([500, 300], 200);
    expect(partOf(line, cents(150))).toEqual({ ...line, cents: 150, charges: [], unappliedCents: 150 });
    expect(partOf(line, cents(600))).toEqual({
      ...line,
      cents: 600,
      charges: [paid(1, 100), paid(2, 300)],
      unappliedCents: 200,
    });
  });

  test('of a fee is over its shares as the fee was', () => {
    expect(partOf(fee(94, 6), cents(50))).toMatchObject({ cents: 50, shares: [{ cents: 47 }, { cents: 3 }] });
    expect(partOf(fee(99, 1), cents(1))).toMatchObject({ cents: 1, shares: [{ cents: 1 }] });
  });

  test('of suspense is suspense', () => expect(partOf(suspense(100), cents(40))).toEqual(suspense(40)));
});

describe('what stands', () => {
  const receipt = { lines: [onAccount([500]), fee(60, 40), suspense(100)], tenders: [CASH] };

  test('is the receipt while nothing happened to it', () => {
    expect(standingOf(receipt, [])).toEqual(receipt);
  });

  test('is a line less its parts, null where nothing is left, and the rest untouched', () => {
    const since: Undoing[] = [
      { kind: 'taken_back', parts: [{ place: 1, line: partOf(fee(60, 40), cents(100)) }] },
      { kind: 'taken_back', parts: [{ place: 0, line: partOf(onAccount([500]), cents(200)) }] },
    ];
    expect(standingOf(receipt, since).lines).toEqual([onAccount([300]), null, suspense(100)]);
  });

  test('is what the last correction says, and parts are of that', () => {
    const tender = { ...CASH, tenderedCents: 200, changeCents: 100 };
    const since: Undoing[] = [
      { kind: 'corrected', correction: { what: 'line', place: 2, from: suspense(100), to: onAccount([60], 40) } },
      { kind: 'corrected', correction: { what: 'tender', place: 0, from: CASH, to: tender } },
      { kind: 'taken_back', parts: [{ place: 2, line: partOf(onAccount([60], 40), cents(50)) }] },
    ];
    expect(standingOf(receipt, since)).toEqual({
      lines: [receipt.lines[0], receipt.lines[1], onAccount([50])],
      tenders: [tender],
    });
  });

  test('of a fee with the same place of the chart twice is still the sum of its shares', () => {
    const twice = {
      ...fee(60, 40),
      shares: [60, 40].map((amount) => ({ fund: '402', bars: '3221000', cents: amount })),
    };
    const [left] = standingOf({ lines: [twice], tenders: [] }, [
      { kind: 'taken_back', parts: [{ place: 0, line: partOf(twice, cents(50)) }] },
    ]).lines;
    expect(left).toMatchObject({ cents: 50 });
    expect(left?.kind === 'fee' && left.shares.reduce((total, share) => total + share.cents, 0)).toBe(50);
  });
});

const amounts = (maxLength: number) => fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength });
const lines: fc.Arbitrary<ReceiptLine> = fc.oneof(
  fc.tuple(amounts(6), fc.integer({ min: 0, max: 10_000 })).map(([charges, credit]) => onAccount(charges, credit)),
  amounts(4).map((shares) => fee(...shares)),
  fc.integer({ min: 1, max: 200_000 }).map(suspense),
);

/** What a line's postings do to each account. */
function moved(place: number, some: readonly (ReceiptLine | null)[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of some)
    for (const posting of line === null ? [] : linePostings('W3-000001', place, line, FUNDS))
      sums.set(posting.account, (sums.get(posting.account) ?? 0) + posting.cents);
  return sums;
}

test('property: parts in any sizes take a line back to the cent, account by account, and never more (F61)', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (line, cuts) => {
      const since: Undoing[] = [];
      const parts: ReceiptLine[] = [];
      for (let cut = 0; ; cut++) {
        const [left = null] = standingOf({ lines: [line], tenders: [] }, since).lines;
        expect(sum(parts.map((part) => cents(part.cents))) + (left?.cents ?? 0)).toBe(line.cents);
        if (left === null) break;
        const share = cuts[cut] ?? 1;
        const part = partOf(left, cents(Math.max(1, Math.floor(left.cents * share))));
        parts.push(part);
        since.push({ kind: 'taken_back', parts: [{ place: 0, line: part }] });
      }
      expect(moved(0, parts)).toEqual(moved(0, [line]));
    }),
  );
});

test('property: the postings of every undoing balance, whatever it moves', () => {
  const undone: Undone = { label: 'W3-000001', drawer: 'W3-D0001', isDrawerOpen: false };
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 6 }), fc.integer({ min: -2, max: 2 }), (some, rounding) => {
      const parts = some.map((line, place) => ({ place, line }));
      const total = standingCents(some);
      const given = cents(total + rounding);
      fc.pre(given > 0);
      for (const [place, from] of some.entries())
        expect(
          imbalance(correctionPostings(undone, { what: 'line', place, from, to: suspense(from.cents) }, FUNDS)),
        ).toBe(0);
      const refund = { parts, cents: given, roundingCents: rounding };
      const drawer = { kind: 'cash' as const, drawer: 'W3-D0001', batch: 'W3-B0001' };
      for (const means of [drawer, { kind: 'warrant' as const }])
        expect(imbalance(refundPostings('W3-000001', { ...refund, means }, FUNDS))).toBe(0);
      const tenders = [{ tender: 'cash' as const, cents: given }];
      const reversing = { parts, tenders, credits: [], roundingCents: rounding };
      expect(imbalance(reversalPostings('W3-000001', reversing, FUNDS))).toBe(0);
    }),
  );
});
