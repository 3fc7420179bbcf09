import { drawerOf, type KnownDrawer } from '#db/station/drawers';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { refuse } from '#domain/refusal';
import type { Looker } from './blindTo.ts';
import { countsOf } from './counts.ts';

/**
 * The drawer of that name, for who may see what is expected beside what was counted, and close it by that: its cashier,
 * or a supervisor. Where the district counts blind a supervisor has counted it again herself: any other may still have
 * to count at the safe what it will hand over, and says yes to its close at the screen of who closes it.
 */
export function drawerToCompare(db: StationDb, drawer: string, { person, policy }: Looker): KnownDrawer {
  const known = drawerOf(db, drawer) ?? refuse('drawer_unknown');
  if (known.cashier === person.person) return known;
  const cashier = nameOf(db, known.cashier);
  if (person.role !== 'supervisor') refuse('drawer_not_yours', { drawer, cashier });
  const isCounted = known.state === 'counted';
  if (isCounted && policy.counting.blind && !countsOf(db, drawer).some(({ countedBy }) => countedBy === person.person))
    refuse('drawer_count_again', { drawer, cashier });
  return known;
}
