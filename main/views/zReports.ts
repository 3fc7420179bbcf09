import type { Output } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { closedDrawers } from '#db/station/zReports';
import { isCloseBlindTo } from './blindTo.ts';
import type { ReadyContext } from './context.ts';

/** A year of one station's closes fits in the list. */
const REPORTS_MAX = 400;

/** Z reports of this station, latest first; amounts of those that the office has counted, and of one's own. */
export function zReports(db: StationDb, _input: Record<string, never>, at: ReadyContext): Output<'zReports'> {
  return {
    reports: closedDrawers(db, REPORTS_MAX).map(({ cashier, actor, ...report }) => ({
      ...report,
      ...(isCloseBlindTo(db, { actor, cashier, drawer: report.drawer }, at)
        ? { issuedCents: null, overShortCents: null }
        : {}),
      cashierName: nameOf(db, cashier),
    })),
  };
}
