import type { DocumentRef, Person } from '#contract/shapes';
import { custodyOf } from '#db/station/custody';
import { drawerOf } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { refuse } from '#domain/refusal';

/** Whether an X report is not for who asks: no cashier sees what a drawer holds, and nobody what the own one does. */
export function hasHiddenTotals(db: StationDb, label: string, { person, role }: Person): boolean {
  if (role === 'cashier') return true;
  const known = custodyOf(db, 'x', label);
  const drawer = known && drawerOf(db, known.drawer);
  return drawer?.cashier === person && drawer.state !== 'closed';
}

/** Refuses a document that holds totals which are not for who asks. */
export function mustMaySee(db: StationDb, { kind, label }: DocumentRef, person: Person): void {
  if (kind !== 'x' || !hasHiddenTotals(db, label, person)) return;
  if (person.role === 'cashier') refuse('not_permitted', { role: 'cashier', allowed: 'supervisor,finance,auditor' });
  refuse('drawer_own', { drawer: custodyOf(db, 'x', label)?.drawer ?? label });
}
