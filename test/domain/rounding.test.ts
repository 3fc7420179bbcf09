import fc from 'fast-check';
import { glAccount, receiptPostings } from '#domain/distribution';
import { type Cents, cents, sum } from '#domain/money';
import { imbalance } from '#domain/posting';
import { nearestFive, type Offered, paying, payLines, settle } from '#domain/settlement';
import type { TenderKind } from '#domain/tenderKind';

const of = (kind: TenderKind, amount: number): Offered => ({ kind, cents: cents(amount) });
const total = (values: readonly number[]) => sum(values.map(cents));

/** Up and down as the law has it (rules.md, SHB 2334), by the last digit. */
const BY_DIGIT = [0, -1, -2, 2, 1, 0, -1, -2, 2, 1];

const endings = Array.from({ length: 100 }, (_, ending) => ending);

test.each(endings)('an amount that ends with %d goes to the nearest five', (ending) => {
  for (const dollars of [0, 1, 86, 99_999]) {
    const amount = cents(dollars * 100 + ending);
    expect(nearestFive(amount) - amount).toBe(BY_DIGIT[ending % 10]);
    expect(nearestFive(amount) % 5).toBe(0);
  }
});

test('what is below zero is never rounded', () => {
  expect(() => nearestFive(cents(-3))).toThrow('only what is due');
});

type Expected = { kept: number[]; change: number; rounding: number; missing?: number; surplus?: number };

test.each<[string, number, Offered[], Expected]>([
  ['down: 86.42 and a hundred', 8_642, [of('cash', 10_000)], { kept: [8_640], change: 1_360, rounding: -2 }],
  ['up: 86.43 and a hundred', 8_643, [of('cash', 10_000)], { kept: [8_645], change: 1_355, rounding: 2 }],
  ['the exact coins (F50)', 231, [of('cash', 231)], { kept: [231], change: 0, rounding: 0 }],
  ['the rounded coins (F50)', 231, [of('cash', 230)], { kept: [230], change: 0, rounding: -1 }],
  ['a cent short of the rounded', 231, [of('cash', 229)], { kept: [229], change: 0, rounding: -1, missing: 1 }],
  ['exact coins below the rounded', 233, [of('cash', 233)], { kept: [233], change: 0, rounding: 0 }],
  ['between exact and rounded', 233, [of('cash', 234)], { kept: [233], change: 1, rounding: 0 }],
  [
    'the cash residue alone beside a check (F49)',
    1_291,
    [of('check', 1_000), of('cash', 300)],
    { kept: [1_000, 290], change: 10, rounding: -1 },
  ],
  ['no cash at all', 1_291, [of('card', 1_291)], { kept: [1_291], change: 0, rounding: 0 }],
  ['cash that is not needed', 500, [of('card', 500), of('cash', 3)], { kept: [500, 0], change: 3, rounding: 0 }],
  ['two cents are not rounded away', 2, [of('cash', 5)], { kept: [2], change: 3, rounding: 0 }],
  ['nothing due (F51)', 0, [], { kept: [], change: 0, rounding: 0 }],
  [
    'a check that is too large',
    1_291,
    [of('check', 1_300), of('cash', 7)],
    { kept: [1_300, 0], change: 7, rounding: 0, surplus: 9 },
  ],
])('%s', (_, due, offered, { kept, change, rounding, missing = 0, surplus = 0 }) => {
  const settlement = settle(cents(due), offered, 'nearest-five');
  expect(settlement).toEqual({
    kept,
    changeCents: change,
    roundingCents: rounding,
    missingCents: missing,
    surplusCents: surplus,
  });
  // A minus zero would be shown as −0.00 (F51).
  for (const value of [...settlement.kept, settlement.changeCents, settlement.roundingCents, settlement.missingCents])
    expect(Object.is(value, -0)).toBe(false);
});

test('exact is exact, whatever the amount ends with', () => {
  for (const ending of endings)
    expect(settle(cents(8_600 + ending), [of('cash', 10_000)])).toMatchObject({
      roundingCents: 0,
      changeCents: 1_400 - ending,
    });
});

const dues = fc.integer({ min: 1, max: 40_000 }).map(cents);
const percent = fc.integer({ min: 0, max: 100 });

/** Checks, a card and cash that pay so much; the cash over by so much. */
function tendersFor(due: Cents, byCheck: number, byCard: number, over: number): Offered[] {
  const checked = Math.floor((due * byCheck) / 200);
  const carded = Math.floor((due * byCard) / 200);
  const left = due - checked - carded;
  return [
    ...(checked > 0 ? [of('check', checked)] : []),
    ...(left > 0 ? [of('cash', nearestFive(cents(left)) === 0 ? left + over : nearestFive(cents(left)) + over)] : []),
    ...(carded > 0 ? [of('card', carded)] : []),
  ];
}

test('property: Σ tenders − change − rounding = Σ lines = Σ postings, at every ending (F49–F52)', () => {
  fc.assert(
    fc.property(
      dues,
      fc.integer({ min: 0, max: 99 }),
      percent,
      percent,
      fc.integer({ min: 0, max: 700 }),
      (dollars, ending, byCheck, byCard, over) => {
        const due = cents(dollars * 100 + ending);
        const offered = tendersFor(due, byCheck, byCard, over);
        const settlement = settle(due, offered, 'nearest-five');
        const { changeCents, roundingCents, kept, missingCents, surplusCents } = settlement;
        expect([missingCents, surplusCents]).toEqual([0, 0]);
        expect(total(offered.map((tender) => tender.cents)) - changeCents - roundingCents).toBe(due);
        expect(Math.abs(roundingCents)).toBeLessThanOrEqual(2);
        const first = cents(Math.floor(due / 3) || due);
        const lines = first === due ? [due] : [first, cents(due - first)];
        const paid = payLines(lines, paying(offered, settlement));
        for (const [place, line] of lines.entries())
          expect(total(paid.filter((part) => part.line === place).map((part) => part.cents))).toBe(line);

        const postings = receiptPostings(
          {
            label: 'W3-000001',
            drawer: 'W3-D0001',
            roundingCents,
            lines: lines.map((amount) => ({ kind: 'suspense', parcel: '', cents: amount })),
            tenders: offered.map((tender, place) => {
              const keptCents = kept[place] ?? Number.NaN;
              if (tender.kind === 'cash')
                return { kind: 'cash', cents: keptCents, tenderedCents: tender.cents, changeCents, roundingCents };
              return { kind: 'card', cents: keptCents, brand: 'visa', lastFour: '8841', approvalCode: '04417B' };
            }),
          },
          [],
        );
        expect(imbalance(postings)).toBe(0);
        const credited = postings.filter((posting) => posting.account.startsWith('suspense:'));
        expect(total(credited.map((posting) => posting.cents))).toBe(due);
        const rounded = postings.filter((posting) => posting.account === 'rounding');
        expect(rounded).toEqual(
          roundingCents === 0
            ? []
            : [
                {
                  account: 'rounding',
                  side: roundingCents > 0 ? 'credit' : 'debit',
                  cents: Math.abs(roundingCents),
                },
              ],
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('property: whoever has the exact coins pays exactly, and nobody pays more than two cents beside it', () => {
  fc.assert(
    fc.property(dues, fc.integer({ min: 0, max: 2_000 }), (due, over) => {
      expect(settle(due, [of('cash', due)], 'nearest-five')).toMatchObject({
        missingCents: 0,
        changeCents: 0,
        roundingCents: 0,
      });
      const { kept, missingCents } = settle(due, [of('cash', due + over)], 'nearest-five');
      expect(missingCents).toBe(0);
      expect(Math.abs((kept[0] ?? Number.NaN) - due)).toBeLessThanOrEqual(2);
    }),
  );
});

test('a percent split posts each share to its own place, and all of the line', () => {
  const shares = [
    { fund: '402', bars: '3221000', cents: 109_346 },
    { fund: '401', bars: '3424000', cents: 6_979 },
  ];
  const postings = receiptPostings(
    {
      label: 'W3-000001',
      drawer: 'W3-D0001',
      roundingCents: 0,
      lines: [
        {
          kind: 'fee',
          code: 'side-sewer-permit',
          name: 'Side sewer permit',
          accountNumber: null,
          told: [],
          quantity: 1,
          cents: 116_325,
          shares,
          prints: 'permit',
        },
      ],
      tenders: [{ kind: 'credit', cents: 116_325, accountNumber: '40-11872-03' }],
    },
    [{ fund: '401', name: 'Sewer operating', basis: { kind: 'accrual', receivable: '1220000' } }],
  );
  expect(postings).toEqual([
    { account: 'unapplied:40-11872-03', side: 'debit', cents: 116_325 },
    ...shares.map((share) => ({ account: glAccount(share.fund, share.bars), side: 'credit', cents: share.cents })),
  ]);
});
