import { DayAsked } from '#domain/businessDay';
import { Report, ReportName } from '#domain/report';
import { lineOfText } from '#domain/text';
import { officeQuery } from './definition.ts';

/** What is asked of a report. */
export const reportAsked = { report: ReportName, from: DayAsked, to: DayAsked };

/** What the ledger tells of any days, in one shape whatever it is about. */
export const reportCalls = {
  /** One page of a report. `after` is the `more` of the page before. */
  report: officeQuery({
    who: ['supervisor', 'finance', 'auditor'],
    input: { ...reportAsked, after: lineOfText(120).optional() },
    output: Report,
    reads: ['office'],
  }),
} as const;
