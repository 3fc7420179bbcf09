import { and, asc, count, desc, eq, gt, inArray, lt, lte, notInArray, or, sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import type { StationDb, Tx } from './open.ts';
import { entries, type PRINT_STATES, printJobs } from './schema.ts';
import { statement } from './statement.ts';

export type PrintJob = typeof printJobs.$inferSelect;
export type PrintState = (typeof PRINT_STATES)[number];

const insert = statement((db) =>
  db
    .insert(printJobs)
    .values({
      position: sql.placeholder('position'),
      document: sql.placeholder('document'),
      label: sql.placeholder('label'),
      copy: sql.placeholder('copy'),
      kick: sql.placeholder('kick'),
      changedAt: sql.placeholder('changedAt'),
      blind: sql.placeholder('blind'),
    })
    .prepare(),
);
/**
 * Written out and not bound, so that SQLite sees that the index of the unfinished fits. Without it each look goes through
 * every slip that was ever printed: 50 ms among a million.
 */
const isUnfinished = sql`${printJobs.state} <> 'printed'`;
const waiting = statement((db) =>
  db
    .select()
    .from(printJobs)
    .where(and(isUnfinished, inArray(printJobs.state, ['waiting', 'failed'])))
    .orderBy(asc(printJobs.job))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
const byJob = statement((db) =>
  db
    .select()
    .from(printJobs)
    .where(eq(printJobs.job, sql.placeholder('job')))
    .prepare(),
);
const unfinished = statement((db) => db.select({ jobs: count() }).from(printJobs).where(isUnfinished).prepare());
const lastOf = statement((db) =>
  db
    .select()
    .from(printJobs)
    .where(and(eq(printJobs.document, sql.placeholder('document')), eq(printJobs.label, sql.placeholder('label'))))
    .orderBy(desc(printJobs.job))
    .limit(1)
    .prepare(),
);

const left = statement((db) =>
  db
    .select({ job: printJobs.job, document: printJobs.document, label: printJobs.label, state: printJobs.state })
    .from(printJobs)
    .innerJoin(entries, eq(entries.position, printJobs.position))
    .where(
      and(
        isUnfinished,
        // What only opens the tray, letters, which have a list of their own, and papers of the office.
        notInArray(printJobs.document, ['tray', 'notice', 'office']),
        or(
          inArray(printJobs.state, ['failed', 'in_doubt']),
          // One that failed is on the printer again for a moment at each try.
          gt(printJobs.attempts, 1),
          lte(entries.recordedAt, sql.placeholder('recordedBefore')),
        ),
        gt(printJobs.position, sql.placeholder('after')),
        eq(entries.actor, sql.placeholder('actor')),
      ),
    )
    .orderBy(asc(printJobs.job))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const statesOf = statement((db) =>
  db
    .selectDistinct({ state: printJobs.state })
    .from(printJobs)
    .where(and(eq(printJobs.label, sql.placeholder('label')), eq(printJobs.document, sql.placeholder('document'))))
    .prepare(),
);

/** Puts a document on the spool, in the transaction of what it proves. It prints only after that has committed. */
export function addPrintJob(
  tx: Tx,
  job: Pick<PrintJob, 'position' | 'document' | 'label' | 'copy' | 'kick' | 'changedAt'> & { blind?: boolean },
): void {
  insert(tx).run({ ...job, kick: job.kick ? 1 : 0, blind: job.blind ? 1 : 0 });
}

/** Jobs that wait or failed, the oldest first, at most so many. */
export function waitingPrintJobs(db: StationDb, limit: number): PrintJob[] {
  return waiting(db).all({ limit });
}

/** One job, or null. */
export function printJobOf(db: StationDb, job: number): PrintJob | null {
  return byJob(db).get({ job }) ?? null;
}

/** Moves a job to another state; `tried` counts one more attempt. */
export function markPrintJob(db: StationDb, job: number, state: PrintState, at: number, tried: boolean): void {
  const attempts = tried ? sql`${printJobs.attempts} + 1` : sql`${printJobs.attempts}`;
  const result = db.update(printJobs).set({ state, changedAt: at, attempts }).where(eq(printJobs.job, job)).run();
  assert(result.changes === 1, `print job ${job} was not there to mark`);
}

/** Writes down when the tray is opened for some jobs, or, with null, that it surely was not. */
export function markKicked(db: StationDb, jobs: readonly number[], at: number | null): void {
  db.update(printJobs)
    .set({ kickedAt: at })
    .where(inArray(printJobs.job, [...jobs]))
    .run();
}

/** Jobs that were on the printer when the program stopped: nobody knows whether they came out. */
export function printJobsInterrupted(db: StationDb, at: number): void {
  db.update(printJobs)
    .set({ state: 'in_doubt', changedAt: at })
    .where(and(isUnfinished, eq(printJobs.state, 'printing')))
    .run();
}

/** Whether what waits after a replay had come out before its row was lost nobody knows. */
export function printJobsReplayed(tx: Tx): void {
  tx.update(printJobs)
    .set({ state: 'in_doubt' })
    .where(and(isUnfinished, eq(printJobs.state, 'waiting')))
    .run();
}

/** After the replay of a close: of its cashier's slips in doubt those had come out that it did not call missing. */
export function slipsLookedAfter(
  tx: Tx,
  of: { cashier: string; before: number; missing: readonly { document: string; label: string }[] },
): void {
  const missing = new Set(of.missing.map(({ document, label }) => `${document} ${label}`));
  const doubted = tx
    .select({ job: printJobs.job, document: printJobs.document, label: printJobs.label })
    .from(printJobs)
    .innerJoin(entries, eq(entries.position, printJobs.position))
    .where(
      and(
        isUnfinished,
        eq(printJobs.state, 'in_doubt'),
        lt(printJobs.position, of.before),
        eq(entries.actor, of.cashier),
      ),
    )
    .all();
  for (const { job, document, label } of doubted)
    if (!missing.has(`${document} ${label}`))
      tx.update(printJobs).set({ state: 'printed' }).where(eq(printJobs.job, job)).run();
}

/** How many slips have not come out yet, those in doubt included. */
export function unprintedJobs(db: StationDb): number {
  return unfinished(db).get()?.jobs ?? 0;
}

/** A slip that did not come out, as far as anybody knows. */
export type UnprintedSlip = Pick<PrintJob, 'job' | 'label' | 'state'> & {
  document: Exclude<PrintJob['document'], 'tray' | 'notice' | 'office'>;
};

/**
 * Slips of what one person did since a position that failed, are in doubt, or were recorded before an instant (ms), the
 * oldest first. What was put on the spool just now is not late yet.
 */
export function unprintedSlipsOf(
  db: StationDb,
  about: { actor: string; after: number; recordedBefore: number; limit: number },
): UnprintedSlip[] {
  return left(db).all(about) as UnprintedSlip[];
}

/** The last job that printed one document, or null. */
export function lastPrintJobOf(db: StationDb, document: PrintJob['document'], label: string): PrintJob | null {
  return lastOf(db).get({ document, label }) ?? null;
}

/** Whether one document came out on paper, by any of its jobs, as far as anybody knows for certain. */
export function cameOut(db: StationDb, document: PrintJob['document'], label: string): boolean {
  return statesOf(db)
    .all({ document, label })
    .some(({ state }) => state === 'printed');
}

/** Whether it came out or may have: somebody may hold it. One that is tried just now counts once that is known. */
export function mayHaveComeOut(db: StationDb, document: PrintJob['document'], label: string): boolean {
  return statesOf(db)
    .all({ document, label })
    .some(({ state }) => state === 'printed' || state === 'in_doubt');
}
