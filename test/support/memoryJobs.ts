import type { PrintJob, SpoolJobs } from '#printing/spool';

/** Jobs in memory instead of in a database; the slips of those in `spoiled` cannot be made. */
export function memoryJobs(kept: PrintJob[], spoiled: ReadonlySet<number>): SpoolJobs {
  return {
    waiting: (limit) => copies(kept.filter((job) => ['waiting', 'failed'].includes(job.state)).slice(0, limit)),
    find: (job) => copies(kept.filter((other) => other.job === job))[0] ?? null,
    mark: (job, state, at, tried) => {
      const found = kept.find((other) => other.job === job);
      if (found) Object.assign(found, { state, changedAt: at, attempts: found.attempts + (tried ? 1 : 0) });
    },
    kicked: (jobs, at) => {
      for (const job of kept) if (jobs.includes(job.job)) job.kickedAt = at;
    },
    interrupted: () => {
      for (const job of kept) if (job.state === 'printing') job.state = 'in_doubt';
    },
    unprinted: () => kept.filter((job) => job.state !== 'printed').length,
    slip: (job) => {
      if (spoiled.has(job.job)) throw new Error('no entry');
      return { title: job.label, rows: [{ row: 'text', text: job.label }], banners: [], qr: null };
    },
  };
}

function copies(jobs: readonly PrintJob[]): PrintJob[] {
  return jobs.map((job) => ({ ...job }));
}
