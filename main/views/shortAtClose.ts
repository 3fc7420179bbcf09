import { closePositionOf } from '#db/station/drawers';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { reversalPositionsIn } from '#db/station/undos';
import { assert } from '#domain/assert';
import { type Cents, cents, subtract, sum, ZERO } from '#domain/money';
import type { DrawerTender } from '#domain/tender';

/**
 * By how much a closed drawer was short in a tender, without what reversals have explained since. A receipt that never
 * was left such a gap; where there is none, somebody did pay.
 */
export function shortAtClose(db: StationDb, drawer: string): (tender: DrawerTender) => Cents {
  const position = closePositionOf(db, drawer);
  assert(position !== null, `drawer ${drawer} is not closed`);
  const { comparison } = entryAt(db, position, 'drawer_closed').entry.payload;
  const explained = reversalPositionsIn(db, drawer).flatMap(
    (reversal) => entryAt(db, reversal, 'receipt_reversed').entry.payload.tenders,
  );
  return (tender) => {
    const found = comparison.tenders.find((compared) => compared.tender === tender)?.differenceCents ?? ZERO;
    const since = sum(explained.filter((one) => one.tender === tender).map((one) => cents(one.cents)));
    return cents(Math.max(0, subtract(ZERO, sum([found, since]))));
  };
}
