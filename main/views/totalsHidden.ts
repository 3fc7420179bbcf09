import type { DocumentRef } from '#contract/shapes';
import { custodyOf } from '#db/station/custody';
import { drawerOf } from '#db/station/drawers';
import { isDrawerCounted } from '#db/station/handoffsCounted';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { refuse } from '#domain/refusal';
import type { Looker } from './blindTo.ts';

/**
 * Whether an X report is not for who asks: no cashier sees what a drawer holds, and nobody what the own one does. Where the
 * district counts blind it is for who read it, which the journal tells, and for auditors, who count nothing; for others
 * when the office has counted what the drawer handed over.
 */
export function hasHiddenTotals(db: StationDb, label: string, by: Looker): boolean {
  return by.person.role === 'cashier' || isOwn(db, label, by) || readBy(db, label, by) !== null;
}

/** Refuses a document that holds totals which are not for who asks. */
export function mustMaySee(db: StationDb, { kind, label }: DocumentRef, by: Looker): void {
  if (kind !== 'x') return;
  if (by.person.role === 'cashier') refuse('not_permitted', { role: 'cashier', allowed: 'supervisor,finance,auditor' });
  if (isOwn(db, label, by)) refuse('drawer_own', { drawer: custodyOf(db, 'x', label)?.drawer ?? label });
  const reader = readBy(db, label, by);
  if (reader !== null) refuse('totals_not_counted', { label, name: nameOf(db, reader) });
}

function isOwn(db: StationDb, label: string, { person }: Looker): boolean {
  const known = custodyOf(db, 'x', label);
  const drawer = known && drawerOf(db, known.drawer);
  return drawer?.cashier === person.person && drawer.state !== 'closed';
}

/** Whose eyes alone an X report is for, where that is somebody else; null where it is for who asks, too. */
function readBy(db: StationDb, label: string, { person, policy }: Looker): string | null {
  const known = custodyOf(db, 'x', label);
  if (!known || !policy.counting.blind || person.role === 'auditor') return null;
  const reader = entryAt(db, known.position, 'totals_read').entry.actor;
  if (reader === person.person) return null;
  const isCounted = drawerOf(db, known.drawer)?.state === 'closed' && isDrawerCounted(db, known.drawer);
  return isCounted ? null : reader;
}
