const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_HOURS = 24;
/** From so many hours on, days are told. */
const DAYS_FROM = 48;

/** `14 h 41 min`, `3 d 2 h 5 min`: the whole minutes of a span (ms), so that it never tells more than there is. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE_MS);
  const hours = Math.floor(minutes / HOUR_MINUTES);
  if (minutes === 0) return 'under 1 min';
  if (hours === 0) return `${minutes} min`;
  const rest = `${minutes % HOUR_MINUTES} min`;
  if (hours < DAYS_FROM) return `${hours} h ${rest}`;
  return `${Math.floor(hours / DAY_HOURS)} d ${hours % DAY_HOURS} h ${rest}`;
}

/** `25:03`: hours and minutes, as a spreadsheet reads a span of time. */
export function durationClock(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE_MS);
  return `${Math.floor(minutes / HOUR_MINUTES)}:${String(minutes % HOUR_MINUTES).padStart(2, '0')}`;
}
