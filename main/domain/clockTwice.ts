/*
 * The night on which clocks go back has an hour twice. An instant in it is told with the short name of its zone, `PDT` or
 * `PST`, and no other is.
 */

const DAY_MS = 86_400_000;
/** No clock goes back by more. */
const BACK_MAX_MS = 3 * 3_600_000;

type Formats = { offset: Intl.DateTimeFormat; name: Intl.DateTimeFormat; changing: Map<number, boolean> };

/** Making a format takes long, and a day of many rows is asked about again and again. */
const formats = new Map<string, Formats>();

/** ` PST` for an instant (ms) whose time of day comes twice in a time zone, to stand after that time; nothing for any other. */
export function zoneWhereTwice(instant: number, timeZone: string): string {
  const known = formatsOf(timeZone);
  const day = Math.floor(instant / DAY_MS);
  const isChanging = known.changing.get(day) ?? isChangingOn(day, known);
  known.changing.set(day, isChanging);
  if (!isChanging || !isTwice(instant, known)) return '';
  return ` ${partOf(known.name, instant)}`;
}

/** Whether clocks change on a day of universal time, or so shortly before or after that it matters to one of its times. */
function isChangingOn(day: number, { offset }: Formats): boolean {
  const [from, to] = [day * DAY_MS - BACK_MAX_MS, (day + 1) * DAY_MS + BACK_MAX_MS];
  return partOf(offset, from) !== partOf(offset, to);
}

/** Whether another instant shows the same time: one by the clock of shortly before, or of shortly after. */
function isTwice(instant: number, { offset }: Formats): boolean {
  const at = (when: number) => offsetMs(partOf(offset, when));
  const own = at(instant);
  return [at(instant - BACK_MAX_MS), at(instant + BACK_MAX_MS)].some(
    (other) => other !== own && at(instant + own - other) === other,
  );
}

/** `GMT-08:00` → −8 hours in ms; `GMT` → 0. */
function offsetMs(words: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(words) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function partOf(format: Intl.DateTimeFormat, instant: number): string {
  return format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

function formatsOf(timeZone: string): Formats {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = {
    offset: new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }),
    name: new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' }),
    changing: new Map<number, boolean>(),
  };
  formats.set(timeZone, made);
  return made;
}
