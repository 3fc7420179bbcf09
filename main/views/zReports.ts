import type { Output } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { closedDrawers } from '#db/station/zReports';

/** A year of one station's closes fits in the list. */
const REPORTS_MAX = 400;

/** Z reports of this station, latest first. */
export function zReports(db: StationDb): Output<'zReports'> {
  return {
    reports: closedDrawers(db, REPORTS_MAX).map(({ cashier, ...report }) => ({
      ...report,
      cashierName: nameOf(db, cashier),
    })),
  };
}
