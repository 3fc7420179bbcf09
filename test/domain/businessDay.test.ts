import fc from 'fast-check';
import { BusinessDay, dayAfter, dayOf, daysBetween } from '#domain/businessDay';

const HERE = 'America/Los_Angeles';

test.each([
  ['2026-11-23T07:59:59Z', '2026-11-22'],
  ['2026-11-23T08:00:00Z', '2026-11-23'],
  // Clocks go back on November 1 and forward on March 8: the day still turns at midnight (F71).
  ['2026-11-01T06:59:59Z', '2026-10-31'],
  ['2026-11-01T07:00:00Z', '2026-11-01'],
  ['2026-11-02T07:59:59Z', '2026-11-01'],
  ['2026-11-02T08:00:00Z', '2026-11-02'],
  ['2026-03-08T07:59:59Z', '2026-03-07'],
  ['2026-03-09T06:59:59Z', '2026-03-08'],
  ['2026-03-09T07:00:00Z', '2026-03-09'],
])('%s is %s at the counter (F70)', (instant, day) => {
  expect(dayOf(Date.parse(instant), HERE)).toBe(day);
});

test('other places have other days', () => {
  const instant = Date.parse('2026-11-23T07:00:00Z');
  expect(dayOf(instant, 'UTC')).toBe('2026-11-23');
  expect(dayOf(instant, HERE)).toBe('2026-11-22');
});

test.each([
  ['2026-11-23', '2026-11-30', 7],
  ['2026-11-23', '2026-11-22', -1],
  ['2026-03-07', '2026-03-09', 2],
  ['2028-02-28', '2028-03-01', 2],
  ['2026-12-31', '2027-01-01', 1],
])('from %s to %s are %d days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
  expect(dayAfter(from, days)).toBe(to);
});

test('property: going forth and counting back agree', () => {
  const from = Date.parse('2000-01-01') / 86_400_000;
  fc.assert(
    fc.property(fc.nat(40_000), fc.integer({ min: -10_000, max: 10_000 }), (start, days) => {
      const day = new Date((from + start) * 86_400_000).toISOString().slice(0, 10);
      expect(BusinessDay.safeParse(dayAfter(day, days)).success).toBe(true);
      expect(daysBetween(day, dayAfter(day, days))).toBe(days);
    }),
  );
});

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '20261123', '', '2026-11-23T00:00:00Z'])('%j is no day', (text) => {
  expect(BusinessDay.safeParse(text).success).toBe(false);
});
