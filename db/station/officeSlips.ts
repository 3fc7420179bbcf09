import { eq } from 'drizzle-orm';
import { assert } from '#domain/assert';
import type { StationDb, Tx } from './open.ts';
import { addPrintJob, lastPrintJobOf, markPrintJob } from './printJobs.ts';
import { officeSlips } from './schema.ts';

/** Which print of a slip of the office the next one is, from 1. */
export function nextOfficeCopy(db: StationDb, label: string): number {
  return (lastPrintJobOf(db, 'office', label)?.copy ?? 0) + 1;
}

/**
 * Puts a slip of the office on the spool as it was told: its journal is not here. Whoever prints it again has seen what
 * became of the print before: one that is in doubt counts as come out.
 */
export function addOfficeSlip(tx: Tx, { label, slip, at }: { label: string; slip: string; at: number }): number {
  const before = lastPrintJobOf(tx, 'office', label);
  if (before?.state === 'in_doubt') markPrintJob(tx, before.job, 'printed', at, false);
  const copy = nextOfficeCopy(tx, label);
  addPrintJob(tx, { position: null, document: 'office', label, copy, kick: false, changedAt: at });
  const job = lastPrintJobOf(tx, 'office', label)?.job;
  assert(job !== undefined, `the print of ${label} was not there to fill`);
  tx.insert(officeSlips).values({ job, slip }).run();
  return copy;
}

/** What such a job prints. */
export function officeSlipOf(db: StationDb, job: number): string {
  const row = db.select().from(officeSlips).where(eq(officeSlips.job, job)).get();
  assert(row, `print job ${job} has no slip`);
  return row.slip;
}
