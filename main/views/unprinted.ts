import type { KnownDrawer } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { type UnprintedSlip, unprintedSlipsOf } from '#db/station/printJobs';
import { UNPRINTED_MAX } from '#domain/balancing';

/** A slip that has not come out for so long will not come out by itself while one looks. */
const LATE_MS = 30_000;

/** Slips of a drawer that did not come out: its cashier's, since it opened. */
export function unprintedOf(db: StationDb, drawer: KnownDrawer, now: number): UnprintedSlip[] {
  const { cashier: actor, position: after } = drawer;
  return unprintedSlipsOf(db, { actor, after, recordedBefore: now - LATE_MS, limit: UNPRINTED_MAX });
}
