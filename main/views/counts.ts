import { stepsOfDrawer } from '#db/station/drawers';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import type { Count } from '#domain/balancing';

/** A count that was submitted: immutable, numbered from 1, with who counted. */
export type SubmittedCount = { countNumber: number; countedBy: string; count: Count };

/** Every count of a drawer, the first and all recounts, in order. */
export function countsOf(db: StationDb, drawer: string): SubmittedCount[] {
  return stepsOfDrawer(db, drawer)
    .filter((step) => step.step === 'counted')
    .map((step) => {
      const { entry } = entryAt(db, step.position, 'drawer_counted');
      return { countNumber: entry.payload.countNumber, countedBy: entry.actor, count: entry.payload.count };
    });
}
