import type { Output, Parsed } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import { dayOf } from '#domain/businessDay';
import { openingMark as markOf } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';

/** Whether opening a drawer for a day needs a supervisor, and the mark of it. */
export function openingMark(_db: StationDb, input: Parsed<'openingMark'>, at: ReadyContext): Output<'openingMark'> {
  return {
    mark: markOf(at.person.person, input.businessDay, input.float),
    needsApproval: input.businessDay !== dayOf(at.now, at.policy.timeZone),
  };
}
