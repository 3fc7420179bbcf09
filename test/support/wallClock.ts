const ZONE = 'America/Los_Angeles';
const MINUTE = 60_000;

const onTheWall = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
const zoneName = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, timeZoneName: 'short' });

/**
 * The first instant (ms), not before another, at which the clock on the wall at Quarry Bay shows a time such as `08:10`
 * or, where an hour comes twice, `01:30 PST`; on a given day when there is one.
 */
export function atWallTime(text: string, notBefore: number, day: string | null = null): number {
  const [time = '', zone] = text.split(' ');
  const first = Math.floor(notBefore / MINUTE) * MINUTE;
  for (let instant = first; instant < first + 50 * 3_600_000; instant += MINUTE) {
    const [shownDay, shownTime] = onTheWall.format(instant).split(' ');
    if (shownTime !== time || (day !== null && shownDay !== day)) continue;
    if (zone === undefined || zoneName.format(instant).endsWith(zone)) return Math.max(instant, notBefore);
  }
  throw new Error(`the clock at Quarry Bay never shows ${day ?? ''} ${text} after ${onTheWall.format(notBefore)}`);
}
