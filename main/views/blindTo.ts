import type { Person } from '#contract/shapes';
import { isDrawerCounted, isHandoffCounted } from '#db/station/handoffsCounted';
import type { StationDb } from '#db/station/open';
import type { Policy } from '#domain/district';
import type { Entry } from '#domain/entry';

/** Who looks at something, and by which rules. */
export type Looker = { person: Person; policy: Policy };

/**
 * Whether an entry tells what a drawer handed over, to somebody else than who did, before it is known here that the
 * office has counted it. Where the district counts blind nobody is told until both have counted (design §8).
 */
export function isBlindTo(db: StationDb, entry: Entry, by: Looker): boolean {
  if (entry.kind === 'drawer_closed') return isCloseBlindTo(db, { ...entry.payload, actor: entry.actor }, by);
  if (entry.kind !== 'cash_dropped' || !isBlind([entry.actor], by)) return false;
  return !isHandoffCounted(db, entry.payload.handoff);
}

/** The same of the close of a drawer. */
export function isCloseBlindTo(
  db: StationDb,
  { actor, cashier, drawer }: { actor: string; cashier: string; drawer: string },
  by: Looker,
): boolean {
  return isBlind([actor, cashier], by) && !isDrawerCounted(db, drawer);
}

function isBlind(knowing: readonly string[], { person, policy }: Looker): boolean {
  return policy.counting.blind && !knowing.includes(person.person);
}
