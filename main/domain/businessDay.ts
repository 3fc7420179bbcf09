import * as z from 'zod';

/** A calendar day as text, `2026-11-23`: chosen when the drawer opens, never computed from a clock afterwards. */
export const BusinessDay = z.iso.date();
export type BusinessDay = z.infer<typeof BusinessDay>;

/**
 * A business day as somebody tells it or asks for it: of this century. A year 0000 or 9999 is a slip of the hand, and no
 * calendar of a database or a computer has all days around it.
 */
export const DayAsked = BusinessDay.refine((day) => day >= '2000-01-01' && day <= '2099-12-31', {
  error: 'must be a day of the years 2000 to 2099',
});

/** Making a formatter takes a hundred times as long as using it, and each screen asks for the day again and again. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant (ms) in a district's time zone, such as `America/Los_Angeles`. */
export function dayOf(instant: number, timeZone: string): BusinessDay {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    // The Swedish locale writes dates as ISO 8601 does.
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(instant);
}

/** Whole days from one business day to another; negative when `to` is earlier. */
export function daysBetween(from: BusinessDay, to: BusinessDay): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The business day so many days after (or, negative, before) another. */
export function dayAfter(day: BusinessDay, days: number): BusinessDay {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

const inWords = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** A business day as slips and sentences write it: `Nov 23, 2026`. */
export function dayWords(day: BusinessDay): string {
  return inWords.format(Date.parse(day));
}
