import fc from 'fast-check';
import type { OpenCharge } from '#domain/account';
import { inOrder, spread, spreadNamed } from '#domain/allocation';
import { ChargeKind } from '#domain/chargeKind';
import { cents, sum } from '#domain/money';

const ORDER = ['fee', 'interest', 'penalty', 'contract', 'service', 'permit'] as const;

const charge = (chargeId: number, kind: ChargeKind, dueDay: string, openCents: number): OpenCharge => ({
  ...{ chargeId, kind, dueDay, openCents },
  ...{ period: 'Sep–Oct 2026', fund: '401', bars: '3435001' },
});

const open = [
  charge(1, 'service', '2026-11-30', 8_640),
  charge(2, 'service', '2026-09-30', 8_640),
  charge(3, 'penalty', '2026-10-01', 864),
  charge(4, 'fee', '2026-11-15', 4_000),
];

test.each<[number, [number, number][], number]>([
  [100, [[4, 100]], 0],
  [4_000, [[4, 4_000]], 0],
  [
    5_000,
    [
      [4, 4_000],
      [3, 864],
      [2, 136],
    ],
    0,
  ],
  [
    22_144,
    [
      [4, 4_000],
      [3, 864],
      [2, 8_640],
      [1, 8_640],
    ],
    0,
  ],
  [
    25_000,
    [
      [4, 4_000],
      [3, 864],
      [2, 8_640],
      [1, 8_640],
    ],
    2_856,
  ],
])('%d cents pay fees, then penalties, then the oldest service', (amount, allocations, unappliedCents) => {
  expect(spread(cents(amount), open, ORDER)).toEqual({
    allocations: allocations.map(([chargeId, part]) => ({ chargeId, cents: part })),
    unappliedCents,
  });
});

test('the order is the district’s', () => {
  const serviceFirst = ['service', 'fee', 'interest', 'penalty', 'contract', 'permit'] as const;
  expect(spread(cents(100), open, serviceFirst).allocations).toEqual([{ chargeId: 2, cents: 100 }]);
});

test('within one kind and day the older charge comes first', () => {
  const same = [charge(9, 'service', '2026-09-30', 10), charge(7, 'service', '2026-09-30', 10)];
  expect(inOrder(same, ORDER).map(({ chargeId }) => chargeId)).toEqual([7, 9]);
});

test('without open charges all of it is credit', () => {
  expect(spread(cents(5), [], ORDER)).toEqual({ allocations: [], unappliedCents: 5 });
});

test('nothing cannot be spread', () => {
  expect(() => spread(cents(0), open, ORDER)).toThrow('above zero');
});

test('what the payer named is paid as named', () => {
  const named = [{ chargeId: 2, cents: cents(50) }];
  expect(spreadNamed(named)).toEqual({ allocations: named, unappliedCents: 0 });
});

const charges = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...ChargeKind.options),
      dueDay: fc.constantFrom('2026-07-31', '2026-09-30', '2026-11-30'),
      openCents: fc.integer({ min: 1, max: 100_000 }),
    }),
    { maxLength: 12 },
  )
  .map((drawn) => drawn.map((one, place) => charge(place + 1, one.kind, one.dueDay, one.openCents)));

test('property: no cent is lost, no charge is paid twice or too much, and none is begun before the one before is whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }).map(cents), charges, (amount, drawn) => {
      const { allocations, unappliedCents } = spread(amount, drawn, ORDER);
      expect(sum(allocations.map((part) => part.cents)) + unappliedCents).toBe(amount);
      expect(new Set(allocations.map((part) => part.chargeId)).size).toBe(allocations.length);
      const due = inOrder(drawn, ORDER);
      for (const [place, part] of allocations.entries()) {
        expect(part.chargeId).toBe(due[place]?.chargeId);
        expect(part.cents).toBeGreaterThan(0);
        if (place < allocations.length - 1) expect(part.cents).toBe(due[place]?.openCents);
        else expect(part.cents).toBeLessThanOrEqual(due[place]?.openCents ?? 0);
      }
      if (unappliedCents > 0) expect(allocations.length).toBe(drawn.length);
    }),
  );
});
