import { and, eq, notExists, sql } from 'drizzle-orm';
import { floatsIssued } from './custodySchema.ts';
import type { StationDb, Tx } from './open.ts';
import { drawers } from './schema.ts';
import { statement } from './statement.ts';

/** A float that the office issued for this station. How much it is nobody here is told: who takes it counts it. */
export type FloatIssued = typeof floatsIssued.$inferSelect;

const waitingFor = statement((db) =>
  db
    .select()
    .from(floatsIssued)
    .where(
      and(
        eq(floatsIssued.person, sql.placeholder('person')),
        notExists(db.select({ one: sql`1` }).from(drawers).where(eq(drawers.handoff, floatsIssued.handoff))),
      ),
    )
    // Labels grow with their numbers.
    .orderBy(sql`length(${floatsIssued.handoff})`, floatsIssued.handoff)
    .prepare(),
);

/** Keeps a float as the ledger told it. Told again it is the same. */
export function storeFloat(tx: Tx, float: FloatIssued): void {
  tx.insert(floatsIssued).values(float).onConflictDoNothing().run();
}

/** Forgets a float that the office took back. A drawer that opened with it goes on. */
export function dropFloat(tx: Tx, handoff: string): void {
  tx.delete(floatsIssued).where(eq(floatsIssued.handoff, handoff)).run();
}

/** The floats that a person may still take here, the first issued first. */
export function floatsWaitingFor(db: StationDb, person: string): FloatIssued[] {
  return waitingFor(db).all({ person });
}
