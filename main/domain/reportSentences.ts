import { dayWords } from './businessDay.ts';
import type { Facts } from './facts.ts';

/** What a report can be refused. */
export const reportSentences = {
  span_backwards: (f) => `${dayWords(String(f.to))} is before ${dayWords(String(f.from))}. Turn the two days round.`,
  span_too_long: (f) =>
    `A report spans three years at most: from there to ${dayWords(String(f.lastDay))}. Take fewer days.`,
  report_place_unknown: () => 'This report does not go on from there. Begin it again.',
  report_too_long: (f) =>
    `This report has more than ${f.most} rows, too many for paper. Take fewer days, or save it as CSV.`,
} as const satisfies Record<string, (facts: Facts) => string>;
