import type { Output } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import type { ReadyContext } from './context.ts';

/** The last slips that came out on the paper of the screen. */
export function paper(_db: StationDb, _input: Record<string, never>, at: ReadyContext): Output<'paper'> {
  return { slips: at.paper() };
}
