import { custodyCountsOf } from '#db/station/custody';
import { entryAt, movesOf } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { receiptsOfDrawer } from '#db/station/receipts';
import { drawerAccount } from '#domain/drawerPostings';
import { cents, sum } from '#domain/money';
import { DrawerTender } from '#domain/tender';
import type { DrawerMoves } from '#printing/zTenders';

/** How what is expected of each tender came about, as the journal posted it, and what of its receipts never lay there. */
export function drawerMoves(db: StationDb, drawer: string): DrawerMoves {
  const standing = receiptsOfDrawer(db, drawer)
    .filter((receipt) => receipt.voidPosition === null)
    .map((receipt) => entryAt(db, receipt.position, 'receipt_issued').entry.payload);
  const credits = standing.flatMap((receipt) => receipt.tenders.filter((tender) => tender.kind === 'credit'));
  const rounded = standing.filter((receipt) => receipt.roundingCents !== 0);
  return {
    moves: DrawerTender.options.flatMap((tender) =>
      movesOf(db, drawerAccount(drawer, tender)).map((move) => ({ tender, ...move })),
    ),
    custody: custodyCountsOf(db, drawer),
    credit: { items: credits.length, cents: sum(credits.map((tender) => cents(tender.cents))) },
    rounding: { items: rounded.length, cents: sum(rounded.map((receipt) => cents(receipt.roundingCents))) },
  };
}
