import fc from 'fast-check';
import { cents, sum } from '#domain/money';
import { type Offered, payLines, settle } from '#domain/settlement';
import { TenderKind } from '#domain/tenderKind';

const of = (kind: TenderKind, amount: number): Offered => ({ kind, cents: cents(amount) });

test.each<[string, number, Offered[], { missing: number; change: number; surplus: number; kept: number[] }]>([
  ['nothing', 8_640, [], { missing: 8_640, change: 0, surplus: 0, kept: [] }],
  ['exact cash', 8_640, [of('cash', 8_640)], { missing: 0, change: 0, surplus: 0, kept: [8_640] }],
  ['cash with change', 8_640, [of('cash', 10_000)], { missing: 0, change: 1_360, surplus: 0, kept: [8_640] }],
  ['too little cash', 8_640, [of('cash', 8_000)], { missing: 640, change: 0, surplus: 0, kept: [8_000] }],
  ['a check of less', 8_640, [of('check', 8_000)], { missing: 640, change: 0, surplus: 0, kept: [8_000] }],
  ['a check of more', 8_640, [of('check', 10_000)], { missing: 0, change: 0, surplus: 1_360, kept: [10_000] }],
  [
    'check and cash, change from cash (F49)',
    126_465,
    [of('check', 120_000), of('cash', 8_000)],
    { missing: 0, change: 1_535, surplus: 0, kept: [120_000, 6_465] },
  ],
  [
    'cash that is not needed',
    8_640,
    [of('cash', 500), of('card', 8_640)],
    { missing: 0, change: 500, surplus: 0, kept: [0, 8_640] },
  ],
  [
    'a check too large beside cash: nothing of it comes out as cash',
    8_640,
    [of('cash', 500), of('check', 9_000)],
    { missing: 0, change: 500, surplus: 360, kept: [0, 9_000] },
  ],
])('%s', (_, due, offered, expected) => {
  expect(settle(cents(due), offered)).toEqual({
    missingCents: expected.missing,
    changeCents: expected.change,
    surplusCents: expected.surplus,
    roundingCents: 0,
    kept: expected.kept,
  });
});

const offers = fc.array(
  fc.record({
    kind: fc.constantFrom(...TenderKind.options),
    cents: fc.integer({ min: 1, max: 1_000_000 }).map(cents),
  }),
  { maxLength: 8 },
);

test('property: what came in is kept or handed back; change is cash alone; never missing and over at once (F33)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }).map(cents), offers, (due, offered) => {
      const { missingCents, changeCents, surplusCents, kept } = settle(due, offered);
      const cash = sum(offered.filter(({ kind }) => kind === 'cash').map((tender) => tender.cents));
      expect(sum(kept) + changeCents).toBe(sum(offered.map((tender) => tender.cents)));
      expect(sum(kept) + missingCents - surplusCents).toBe(due);
      expect(changeCents).toBeLessThanOrEqual(cash);
      expect(missingCents === 0 || (changeCents === 0 && surplusCents === 0)).toBe(true);
      for (const [place, tender] of offered.entries()) {
        expect(kept[place]).toBeGreaterThanOrEqual(0);
        if (tender.kind === 'cash') expect(kept[place]).toBeLessThanOrEqual(tender.cents);
        else expect(kept[place]).toBe(tender.cents);
      }
    }),
  );
});

test('which tender paid which line', () => {
  const amounts = (...values: number[]) => values.map(cents);
  expect(payLines(amounts(100, 50), amounts(120, 30))).toEqual([
    { line: 0, tender: 0, cents: 100 },
    { line: 1, tender: 0, cents: 20 },
    { line: 1, tender: 1, cents: 30 },
  ]);
  expect(payLines(amounts(100), amounts(0, 100))).toEqual([{ line: 0, tender: 1, cents: 100 }]);
});

test('lines and tenders of different sums stop', () => {
  expect(() => payLines([cents(100)], [cents(99)])).toThrow('must equal');
});

test('property: every line is paid whole and every tender spent whole, without an empty payment', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(parts, fc.array(fc.integer({ min: 0, max: 9_999 }), { maxLength: 5 }), (lines, cuts) => {
      const total = lines.reduce((all, line) => all + line, 0);
      const at = [0, ...cuts.map((cut) => cut % (total + 1)).sort((left, right) => left - right), total];
      const kept = at.slice(1).map((end, place) => cents(end - (at[place] ?? 0)));
      const payments = payLines(lines.map(cents), kept);
      for (const payment of payments) expect(payment.cents).toBeGreaterThan(0);
      const paid = (of: 'line' | 'tender', place: number) =>
        sum(payments.filter((payment) => payment[of] === place).map((payment) => payment.cents));
      expect(lines.map((_, place) => paid('line', place))).toEqual(lines);
      expect(kept.map((_, place) => paid('tender', place))).toEqual(kept);
    }),
  );
});
