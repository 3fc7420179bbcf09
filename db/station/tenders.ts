import { desc, eq, sql } from 'drizzle-orm';
import { type Cents, cents } from '#domain/money';
import type { StationDb } from './open.ts';
import { entries, receipts, tenders, voids } from './schema.ts';
import { statement } from './statement.ts';

const byPaper = statement((db) =>
  db
    .select({ label: receipts.label })
    .from(tenders)
    .innerJoin(receipts, eq(receipts.position, tenders.position))
    .leftJoin(voids, eq(voids.receiptPosition, receipts.position))
    .where(sql`${tenders.paper} = ${sql.placeholder('paper')} and ${voids.position} is null`)
    .orderBy(desc(tenders.position))
    .limit(1)
    .prepare(),
);
const cashSince = statement((db) =>
  db
    .select({ cents: sql<number>`coalesce(sum(${tenders.cents}), 0)` })
    .from(receipts)
    .innerJoin(entries, eq(entries.position, receipts.position))
    .innerJoin(tenders, sql`${tenders.position} = ${receipts.position} and ${tenders.kind} = 'cash'`)
    .leftJoin(voids, eq(voids.receiptPosition, receipts.position))
    .where(
      sql`${receipts.payer} = ${sql.placeholder('payer')} collate nocase and ${voids.position} is null and ${entries.recordedAt} >= ${sql.placeholder('since')}`,
    )
    .prepare(),
);

/** The receipt that took the same check or money order and stands, or null. */
export function receiptOfPaper(db: StationDb, paper: string): string | null {
  return byPaper(db).get({ paper })?.label ?? null;
}

/** Currency that this station kept of one payer, however capitalised, since an instant (ms), void receipts left out. */
export function currencyFrom(db: StationDb, payer: string, since: number): Cents {
  return cents(cashSince(db).get({ payer, since })?.cents ?? 0);
}
