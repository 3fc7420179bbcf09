import { and, desc, eq, sql } from 'drizzle-orm';
import type { StationDb, Tx } from './open.ts';
import { suspensionSteps, suspensions } from './schema.ts';
import { statement } from './statement.ts';

export type KnownSuspension = typeof suspensions.$inferSelect;
export type SuspensionStep = (typeof suspensionSteps.$inferSelect)['step'];

const byLabel = statement((db) =>
  db
    .select()
    .from(suspensions)
    .where(eq(suspensions.label, sql.placeholder('label')))
    .prepare(),
);
const lastNumber = statement((db) =>
  db
    .select({ number: suspensions.number })
    .from(suspensions)
    .where(eq(suspensions.epoch, sql.placeholder('epoch')))
    .orderBy(desc(suspensions.number))
    .limit(1)
    .prepare(),
);
const ended = statement((db) =>
  db
    .select({ position: suspensionSteps.position })
    .from(suspensionSteps)
    .where(and(eq(suspensionSteps.label, sql.placeholder('label')), sql`${suspensionSteps.step} <> 'resumed'`))
    .prepare(),
);
const lastResumed = statement((db) =>
  db
    .select({ position: suspensionSteps.position })
    .from(suspensionSteps)
    .where(and(eq(suspensionSteps.label, sql.placeholder('label')), eq(suspensionSteps.step, 'resumed')))
    .orderBy(desc(suspensionSteps.position))
    .limit(1)
    .prepare(),
);
const waiting = statement((db) =>
  db
    .select()
    .from(suspensions)
    .where(
      sql`not exists (select 1 from ${suspensionSteps} where ${suspensionSteps.label} = ${suspensions.label} and ${suspensionSteps.step} <> 'resumed')`,
    )
    .orderBy(desc(suspensions.position))
    .limit(200)
    .prepare(),
);

/** The number of the epoch's next payment that is set aside. */
export function nextSuspensionNumber(tx: Tx, epoch: number): number {
  return (lastNumber(tx).get({ epoch })?.number ?? 0) + 1;
}

export function addSuspension(tx: Tx, suspension: KnownSuspension): void {
  tx.insert(suspensions).values(suspension).run();
}

/** What became of a suspended payment. It ends once: taken, dropped, or set aside again under another label. */
export function addSuspensionStep(tx: Tx, label: string, position: number, step: SuspensionStep): void {
  tx.insert(suspensionSteps).values({ label, position, step }).run();
}

/** A payment that was set aside and has not ended, or null. */
export function waitingSuspensionOf(db: StationDb, label: string): KnownSuspension | null {
  const known = byLabel(db).get({ label });
  return known && !ended(db).get({ label }) ? known : null;
}

/** All that were set aside and have not ended, the latest first. */
export function waitingSuspensions(db: StationDb): KnownSuspension[] {
  return waiting(db).all();
}

/** The position of the entry that last took one up again, or null. */
export function lastResumedAt(db: StationDb, label: string): number | null {
  return lastResumed(db).get({ label })?.position ?? null;
}
