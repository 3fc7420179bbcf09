import { and, eq, gte, lt, notExists, sql } from 'drizzle-orm';
import { transitAccount } from '#domain/handoff';
import { handoffsCounted } from './custodySchema.ts';
import type { StationDb, Tx } from './open.ts';
import { postings } from './schema.ts';
import { statement } from './statement.ts';

const byHandoff = statement((db) =>
  db
    .select({ handoff: handoffsCounted.handoff })
    .from(handoffsCounted)
    .where(eq(handoffsCounted.handoff, sql.placeholder('handoff')))
    .prepare(),
);
const notCounted = statement((db) =>
  db
    .select({ account: postings.account })
    .from(postings)
    .where(
      and(
        gte(postings.account, sql.placeholder('from')),
        lt(postings.account, sql.placeholder('to')),
        notExists(
          db
            .select({ one: sql`1` })
            .from(handoffsCounted)
            .where(sql`${handoffsCounted.handoff} = substr(${postings.account}, ${transitAccount('').length + 1})`),
        ),
      ),
    )
    .limit(1)
    .prepare(),
);

/** Keeps that the office has counted a handoff. Told again it is the same. */
export function storeHandoffCounted(tx: Tx, handoff: string): void {
  tx.insert(handoffsCounted).values({ handoff }).onConflictDoNothing().run();
}

/** Whether the office has counted a handoff, as far as it is known here. */
export function isHandoffCounted(db: StationDb, handoff: string): boolean {
  return byHandoff(db).get({ handoff }) !== undefined;
}

/**
 * Whether the office has counted all that a drawer has handed over so far, and the float that it opened with. One that
 * was issued ahead bears no drawer's name: the office counted that first.
 */
export function isDrawerCounted(db: StationDb, drawer: string): boolean {
  // A dot comes right after a dash: between the two are all names that go on after the drawer's.
  return notCounted(db).get({ from: transitAccount(`${drawer}-`), to: transitAccount(`${drawer}.`) }) === undefined;
}
