import { type BusinessDay, dayOf } from '#domain/businessDay';
import { zoneWhereTwice } from '#domain/clockTwice';
import { type Cents, cents, formatAmount } from '#domain/money';

/** Numbers, days and times as the page writes them. A clock is the district's, 24 hours, "8:02". */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
  formats.set(key, made);
  return made;
}

/** `8:02`, `16:51`; in an hour that comes twice `1:30 PST`. */
export function clock(instant: number, zone: string): string {
  const parts = format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${Number(of('hour'))}:${of('minute')}${zoneWhereTwice(instant, zone)}`;
}

/** `8:02` on the day of `now`, else `Nov 20, 8:02`. */
export function clockOrDay(instant: number, zone: string, now: number): string {
  const day = dayOf(instant, zone);
  return day === dayOf(now, zone) ? clock(instant, zone) : `${shortDay(day)}, ${clock(instant, zone)}`;
}

const noon = (day: BusinessDay) => Date.parse(`${day}T12:00:00Z`);

/** `Monday, November 23, 2026`. */
export function longDay(day: BusinessDay): string {
  return format('UTC', { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }).format(noon(day));
}

/** `Mon`. */
export function weekday(day: BusinessDay): string {
  return format('UTC', { weekday: 'short' }).format(noon(day));
}

/** `Nov 23`. */
export function shortDay(day: BusinessDay): string {
  return format('UTC', { month: 'short', day: 'numeric' }).format(noon(day));
}

/** `Nov 23, 2026`. */
export function mediumDay(day: BusinessDay): string {
  return format('UTC', { month: 'short', day: 'numeric', year: 'numeric' }).format(noon(day));
}

/** A plain number of cents from the contract as text: `1,264.65`. */
export function amount(value: number): string {
  return formatAmount(cents(value) as Cents);
}

/** `14`, `1,204`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `M. Ortiz` of `Marisol Ortiz`: staff, where a whole name would crowd the bar. */
export function shortName(name: string): string {
  const words = name.split(' ').filter(Boolean);
  const last = words.at(-1);
  return words.length < 2 || !last ? name : `${[...name][0]}. ${last}`;
}
