import { officeSlipOf } from '#db/station/officeSlips';
import type { StationDb } from '#db/station/open';
import {
  markKicked,
  markPrintJob,
  printJobOf,
  printJobsInterrupted,
  unprintedJobs,
  waitingPrintJobs,
} from '#db/station/printJobs';
import { type Slip, TRAY_ONLY } from '#printing/slip';
import type { SpoolJobs } from '#printing/spool';
import type { Twin } from './twin/twin.ts';
import { documentOf } from './views/document.ts';

/**
 * The spool's jobs over the station's database: each slip is made again from the journal when it is to be printed. While
 * something is on its way into the second copy there are none: nobody is told yet that it is recorded.
 */
export function spoolJobs(db: StationDb, twin: Pick<Twin, 'isPending'>): SpoolJobs {
  return {
    waiting: (limit) => (twin.isPending ? [] : waitingPrintJobs(db, limit)),
    find: (job) => printJobOf(db, job),
    mark: (job, state, at, tried) => markPrintJob(db, job, state, at, tried),
    kicked: (some, at) => markKicked(db, some, at),
    interrupted: (at) => printJobsInterrupted(db, at),
    unprinted: () => unprintedJobs(db),
    slip: ({ job, document, label, copy, blind }) => {
      if (document === 'tray') return TRAY_ONLY;
      if (document === 'office') return JSON.parse(officeSlipOf(db, job)) as Slip;
      return documentOf(db, { kind: document, label }, { copy, blind });
    },
  };
}
