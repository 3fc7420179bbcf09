import { and, desc, eq, sql } from 'drizzle-orm';
import type { CustodySlip } from '#domain/custodySlip';
import type { StationDb, Tx } from './open.ts';
import { custody } from './schema.ts';
import { statement } from './statement.ts';

export type KnownCustody = typeof custody.$inferSelect;

const byLabel = statement((db) =>
  db
    .select()
    .from(custody)
    .where(eq(custody.label, sql.placeholder('label')))
    .prepare(),
);
const lastOfDrawer = statement((db) =>
  db
    .select({ number: custody.number })
    .from(custody)
    .where(and(eq(custody.drawer, sql.placeholder('drawer')), eq(custody.kind, 'drop')))
    .orderBy(desc(custody.number))
    .limit(1)
    .prepare(),
);

/** The number of a drawer's next drop, counted without gaps. */
export function nextDropNumber(tx: Tx, drawer: string): number {
  return (lastOfDrawer(tx).get({ drawer })?.number ?? 0) + 1;
}

export function addCustody(tx: Tx, row: KnownCustody): void {
  tx.insert(custody).values(row).run();
}

/** What bears a label such as `W3-D0012-drop-1`, where it is of that kind; or null. */
export function custodyOf(db: StationDb, kind: CustodySlip, label: string): KnownCustody | null {
  const known = byLabel(db).get({ label });
  return known?.kind === kind ? known : null;
}
