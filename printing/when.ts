import { zoneWhereTwice } from '#domain/clockTwice';

/** The day of an instant (ms) in a time zone, as slips write it: `Nov 23, 2026`. */
export function dateAt(instant: number, timeZone: string): string {
  return formatsOf(timeZone).date.format(instant);
}

/** The time of an instant (ms) in a time zone by the 24-hour clock: `10:43`; in an hour that comes twice `01:30 PST`. */
export function timeAt(instant: number, timeZone: string): string {
  return formatsOf(timeZone).time.format(instant) + zoneWhereTwice(instant, timeZone);
}

/** Day and time in one: `Nov 23, 2026 10:43`. */
export function momentAt(instant: number, timeZone: string): string {
  return `${dateAt(instant, timeZone)} ${timeAt(instant, timeZone)}`;
}

type Formats = { date: Intl.DateTimeFormat; time: Intl.DateTimeFormat };

/** Making a format takes longer than a whole slip, and a station has one time zone. */
const formats = new Map<string, Formats>();

function formatsOf(timeZone: string): Formats {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = {
    date: new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'short', day: 'numeric' }),
    time: new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
  formats.set(timeZone, made);
  return made;
}
