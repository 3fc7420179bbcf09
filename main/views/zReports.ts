import type { Output } from '#contract/contract';
import { lastCloses } from '#db/station/drawers';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';

/** A year of one station's closes fits in the list. */
const REPORTS_MAX = 400;

/** Z reports of this station, latest first. */
export function zReports(db: StationDb): Output<'zReports'> {
  return {
    reports: lastCloses(db, REPORTS_MAX).map((position) => {
      const { entry } = entryAt(db, position, 'drawer_closed');
      const { z, drawer, cashier, receipts, comparison } = entry.payload;
      return {
        label: z.label,
        drawer,
        cashierName: nameOf(db, cashier),
        businessDay: entry.businessDay,
        closedAt: entry.recordedAt,
        receipts: receipts.issued,
        issuedCents: receipts.issuedCents,
        overShortCents: comparison.tenders.find((tender) => tender.tender === 'cash')?.differenceCents ?? 0,
      };
    }),
  };
}
