import fc from 'fast-check';
import { bankingDaysAfter, isBankingDay } from '#domain/bankingDay';
import { dayAfter } from '#domain/businessDay';

/** The Federal Reserve's own lists: what its banks keep in these years. */
const HOLIDAYS: Record<string, string[]> = {
  2026: ['01-01', '01-19', '02-16', '05-25', '06-19', '09-07', '10-12', '11-11', '11-26', '12-25'],
  2027: ['01-01', '01-18', '02-15', '05-31', '07-05', '09-06', '10-11', '11-11', '11-25'],
  2028: ['01-17', '02-21', '05-29', '06-19', '07-04', '09-04', '10-09', '11-23', '12-25'],
};

test.each(Object.keys(HOLIDAYS))(
  'the weekdays of %s on which banks rest are the Federal Reserve’s holidays',
  (year) => {
    const resting: string[] = [];
    for (let day = `${year}-01-01`; day.startsWith(year); day = dayAfter(day, 1)) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      if (weekday !== 0 && weekday !== 6 && !isBankingDay(day)) resting.push(day);
    }
    // Veterans’ Day of 2028, Juneteenth and Christmas of 2027 and New Year of 2028 are Saturdays: nothing is kept for them.
    expect(resting).toEqual(HOLIDAYS[year]?.map((day) => `${year}-${day}`));
  },
);

test.each([
  ['2026-11-28', 'a Saturday'],
  ['2026-11-29', 'a Sunday'],
  ['2026-11-26', 'Thanksgiving, the fourth Thursday'],
  ['2026-05-25', 'Memorial Day, the last Monday'],
  ['2027-07-05', 'the Monday after the Fourth on a Sunday'],
  ['2026-12-25', 'Christmas'],
])('%s is none: %s', (day) => expect(isBankingDay(day)).toBe(false));

test.each([
  ['2026-11-27', 'the Friday after Thanksgiving'],
  ['2026-07-03', 'the Friday before the Fourth on a Saturday'],
  ['2026-05-18', 'a Monday that is not the last'],
  ['2026-11-19', 'the third Thursday'],
])('%s is one: %s', (day) => expect(isBankingDay(day)).toBe(true));

test.each([
  ['2026-11-23', 0, '2026-11-23'],
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-11-23', 10, '2026-12-08'],
  ['2026-11-28', 1, '2026-11-30'],
  ['2026-12-21', 10, '2027-01-06'],
])('%s and %i banking days are %s', (from, days, reached) => expect(bankingDaysAfter(from, days)).toBe(reached));

test('property: the day reached is a banking day, and as many lie behind it as were asked for', () => {
  const from = fc.integer({ min: 0, max: 7_000 }).map((days) => dayAfter('2026-01-01', days));
  fc.assert(
    fc.property(from, fc.integer({ min: 1, max: 30 }), (day, days) => {
      const reached = bankingDaysAfter(day, days);
      expect(isBankingDay(reached)).toBe(true);
      let passed = 0;
      for (let next = dayAfter(day, 1); next <= reached; next = dayAfter(next, 1)) if (isBankingDay(next)) passed += 1;
      expect(passed).toBe(days);
    }),
  );
});
