import { dayWords } from './businessDay.ts';
import type { Facts } from './facts.ts';

const words = (day: Facts[string] | undefined) => dayWords(String(day));

/** What closing a day, and what goes out to finance, can be refused. */
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
  gl_day_not_closed: (f) => `${words(f.openDay)} is not closed. Close it first, or choose an earlier day.`,
  gl_day_not_exported: (f) =>
    `${f.openDay ? `${words(f.openDay)} has not gone out to finance` : 'Nothing has gone out to finance'} yet. Have it exported first.`,
  gl_nothing_new: (f) =>
    `Everything up to ${words(f.throughDay)} went out already, ${f.askedDay === f.throughDay ? 'that day' : words(f.askedDay)} with GL export ${f.number}. Have that one again by its number, or close another day first.`,
  gl_not_counted: (f) =>
    `The office has not counted all of ${f.batches}, and the export would tell it. Have open drawers closed, ones left open ended, and count at the Safe; then export.`,
  gl_place_missing: (f) =>
    `The district’s chart has no place for ${f.what}. Have finance ${f.code ? `add ${f.code} to the chart` : `set standing.${f.place}`} in district.json.`,
  gl_export_unknown: (f) => `There is no GL export ${f.number}. Choose one from the list.`,
  gl_line_unknown: (f) => `GL export ${f.number} has no line ${f.line}. Choose one from the list.`,
  gl_export_altered: (f) =>
    `What GL export ${f.number} would say now is not what went out. Do not post it; have the ledger’s journals verified.`,
  trace_unknown: (f) => `There is no receipt, batch or deposit ${f.label} here. Check its number letter by letter.`,
} as const satisfies Record<string, (facts: Facts) => string>;
