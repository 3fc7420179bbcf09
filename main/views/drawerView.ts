import type { Drawer } from '#contract/shapes';
import { type KnownDrawer, receiptsInDrawer } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';

/** A drawer as every screen shows it: never with an amount of what is expected in it. */
export function drawerView(db: StationDb, known: KnownDrawer): Drawer {
  return {
    drawer: known.drawer,
    batch: known.batch,
    cashier: known.cashier,
    cashierName: nameOf(db, known.cashier),
    state: known.state,
    businessDay: known.businessDay,
    openedAt: known.openedAt,
    receipts: receiptsInDrawer(db, known.drawer),
  };
}
