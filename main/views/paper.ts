import type { Output } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import { printJobOf } from '#db/station/printJobs';
import type { ReadyContext } from './context.ts';
import { hasHiddenTotals } from './totalsHidden.ts';

/** The last slips that came out on the paper of the screen. */
export function paper(db: StationDb, _input: Record<string, never>, at: ReadyContext): Output<'paper'> {
  const isHidden = (job: number) => {
    const printed = printJobOf(db, job);
    return printed !== null && printed.document === 'x' && hasHiddenTotals(db, printed.label, at.person);
  };
  return { slips: at.paper().filter(({ job }) => !isHidden(job)) };
}
