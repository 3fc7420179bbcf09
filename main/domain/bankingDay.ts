import { type BusinessDay, dayAfter } from './businessDay.ts';

/** Federal Reserve holidays by rule: a fixed date, or the n-th (−1: last) weekday of a month (Federal Reserve, FRBservices.org). */
const FIXED: readonly [month: number, day: number][] = [
  [1, 1],
  [6, 19],
  [7, 4],
  [11, 11],
  [12, 25],
];
const FLOATING: readonly [month: number, weekday: number, nth: number][] = [
  [1, 1, 3],
  [2, 1, 3],
  [5, 1, -1],
  [9, 1, 1],
  [10, 1, 2],
  [11, 4, 4],
];

/** Whether banks clear checks on a day: not at weekends and not on the Federal Reserve's holidays. */
export function isBankingDay(day: BusinessDay): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6) return false;
  // A fixed holiday on a Sunday is kept on the Monday; on a Saturday it is not kept on the Friday.
  return !isHoliday(day) && !(weekday === 1 && isFixed(dayAfter(day, -1)));
}

/** The day on which so many banking days have passed since another. */
export function bankingDaysAfter(day: BusinessDay, days: number): BusinessDay {
  let reached = day;
  for (let left = days; left > 0; ) {
    reached = dayAfter(reached, 1);
    if (isBankingDay(reached)) left -= 1;
  }
  return reached;
}

function isHoliday(day: BusinessDay): boolean {
  return isFixed(day) || FLOATING.some(([month, weekday, nth]) => isNth(day, month, weekday, nth));
}

function isFixed(day: BusinessDay): boolean {
  const [, month, date] = day.split('-').map(Number);
  return FIXED.some((holiday) => holiday[0] === month && holiday[1] === date);
}

function isNth(day: BusinessDay, month: number, weekday: number, nth: number): boolean {
  const [, itsMonth, date = 0] = day.split('-').map(Number);
  if (itsMonth !== month || weekdayOf(day) !== weekday) return false;
  if (nth > 0) return Math.ceil(date / 7) === nth;
  return dayAfter(day, 7).slice(5, 7) !== day.slice(5, 7);
}

function weekdayOf(day: BusinessDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
