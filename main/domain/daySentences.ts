import { dayWords } from './businessDay.ts';
import type { Facts } from './facts.ts';

const words = (day: Facts[string] | undefined) => dayWords(String(day));

/** What closing a day can be refused. */
export const daySentences = {
  day_closed: (f) => `Days up to ${words(f.closedDay)} are closed. Open the drawer for a later day.`,
  day_closed_already: (f) => `Days up to ${words(f.closedDay)} are closed already. Choose a later day.`,
  day_ahead: (f) => `${words(f.aheadDay)} has not come yet. Choose today or an earlier day.`,
  day_changed: (f) => `Something of ${words(f.closedDay)} changed since it was shown. Look at it again.`,
  day_reason_needed: (f) =>
    `${f.looseEnds === 1 ? 'Something is' : `${f.looseEnds} things are`} not in order. Say in a few words why the day closes all the same.`,
  station_day_closed_already: (f) =>
    `${f.station} closed ${words(f.closedDay)} already. Close the day of the whole district.`,
  station_day_empty: (f) => `${f.station} has sent nothing yet. Leave it to the close of the whole district.`,
} as const satisfies Record<string, (facts: Facts) => string>;
