import { type BusinessDay, dayWords } from '#domain/businessDay';

/**
 * Says of days that are all to come that they are, so that nobody takes an empty report for days without receipts. It is
 * no refusal: a drawer may be open for a day to come.
 */
export function notBegun({ from, to }: { from: BusinessDay; to: BusinessDay }, today: BusinessDay): string[] {
  if (from <= today) return [];
  const what = from === to ? `${dayWords(from)} has not begun` : 'No day of this span has begun';
  return [`${what}: today is ${dayWords(today)}.`];
}
