import type { Output } from '#contract/contract';
import { entryAt, positionsOfRefusedTenders } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';

/** No list of what was turned away is longer. */
const LISTED_MAX = 200;

/** What was turned away at this station, the latest first. */
export function refusedTenders(db: StationDb): Output<'refusedTenders'> {
  return {
    refused: positionsOfRefusedTenders(db, LISTED_MAX).map((position) => {
      const { entry, personal } = entryAt(db, position, 'tender_refused');
      const { drawer, refused, steps } = entry.payload;
      const words = personal?.words ?? '';
      return { at: entry.recordedAt, byName: nameOf(db, entry.actor), drawer, refused, steps, words };
    }),
  };
}
