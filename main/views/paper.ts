import type { Output } from '#contract/contract';
import type { StationDb } from '#db/station/open';
import { printJobOf } from '#db/station/printJobs';
import type { ReadyContext } from './context.ts';
import { tellsCount } from './documentSeen.ts';
import { hasHiddenTotals } from './totalsHidden.ts';

/** The last slips that came out on the paper of the screen, but for those that would spoil a count of who looks. */
export function paper(db: StationDb, _input: Record<string, never>, at: ReadyContext): Output<'paper'> {
  const isHidden = (job: number) => {
    const printed = printJobOf(db, job);
    if (printed === null) return false;
    if (printed.document === 'x') return hasHiddenTotals(db, printed.label, at.person);
    return !printed.blind && tellsCount(db, printed, at.person);
  };
  return { slips: at.paper().filter(({ job }) => !isHidden(job)) };
}
