import { and, count, desc, eq, ne, sql } from 'drizzle-orm';
import type { CustodyKind, CustodySlip } from '#domain/custodySlip';
import { custody } from './custodySchema.ts';
import type { StationDb, Tx } from './open.ts';
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

const lastOfKind = statement((db) =>
  db
    .select({ number: custody.number })
    .from(custody)
    .where(and(eq(custody.epoch, sql.placeholder('epoch')), eq(custody.kind, sql.placeholder('kind'))))
    .orderBy(desc(custody.number))
    .limit(1)
    .prepare(),
);

const byKind = statement((db) =>
  db
    .select({ kind: custody.kind, items: count() })
    .from(custody)
    .where(eq(custody.drawer, sql.placeholder('drawer')))
    .groupBy(custody.kind)
    .prepare(),
);

/** How often each of them happened at a drawer. */
export function custodyCountsOf(db: StationDb, drawer: string): { kind: CustodyKind; items: number }[] {
  return byKind(db).all({ drawer });
}

/** The number of a drawer's next drop, counted without gaps. */
export function nextDropNumber(tx: Tx, drawer: string): number {
  return (lastOfDrawer(tx).get({ drawer })?.number ?? 0) + 1;
}

/** The number of the epoch's next one of a kind that is not counted by drawer, without gaps. */
export function nextCustodyNumber(tx: Tx, epoch: number, kind: Exclude<CustodyKind, 'drop'>): number {
  return (lastOfKind(tx).get({ epoch, kind })?.number ?? 0) + 1;
}

export function addCustody(tx: Tx, row: KnownCustody): void {
  tx.insert(custody).values(row).run();
}

const latest = statement((db) =>
  db
    .select()
    .from(custody)
    .where(ne(custody.kind, 'check'))
    .orderBy(desc(custody.position))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The latest of them that leave paper. */
export function latestCustody(db: StationDb, limit: number): (KnownCustody & { kind: CustodySlip })[] {
  return latest(db).all({ limit }) as (KnownCustody & { kind: CustodySlip })[];
}

/** What bears a label such as `W3-D0012-drop-1`, where it is of that kind; or null. */
export function custodyOf(db: StationDb, kind: CustodyKind, label: string): KnownCustody | null {
  const known = byLabel(db).get({ label });
  return known?.kind === kind ? known : null;
}
