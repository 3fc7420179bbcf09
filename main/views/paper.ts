import type { Output } from '#contract/contract';
import { anyEntryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { printJobOf } from '#db/station/printJobs';
import { isBlindTo } from './blindTo.ts';
import type { ReadyContext } from './context.ts';
import { hasHiddenTotals } from './totalsHidden.ts';

/** The last slips that came out on the paper of the screen, but for those that would spoil a count of who looks. */
export function paper(db: StationDb, _input: Record<string, never>, at: ReadyContext): Output<'paper'> {
  const isHidden = (job: number) => {
    const printed = printJobOf(db, job);
    if (printed === null) return false;
    if (printed.document === 'x') return hasHiddenTotals(db, printed.label, at);
    if (printed.blind || printed.position === null) return false;
    return isBlindTo(db, anyEntryAt(db, printed.position), at);
  };
  return { slips: at.paper().filter(({ job }) => !isHidden(job)) };
}
