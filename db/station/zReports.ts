import { and, desc, eq, sql } from 'drizzle-orm';
import type { StationDb } from './open.ts';
import { drawerSteps, entries } from './schema.ts';
import { statement } from './statement.ts';

/** What a list shows of a close. Amounts in cents; over is above zero, short below. */
export type ClosedDrawer = {
  label: string;
  drawer: string;
  actor: string;
  cashier: string;
  businessDay: string;
  closedAt: number;
  receipts: number;
  issuedCents: number;
  overShortCents: number;
};

/** A part of a close's payload, read by the database: most of a close is its count, which no list shows. */
const part = <T>(path: string) => sql<T>`json_extract(${entries.text}, ${sql.raw(`'$.payload.${path}'`)})`;
const label = part<string>('z.label');

const byLabel = statement((db) =>
  db
    .select({ position: entries.position })
    .from(entries)
    // Both written out as in the index, or SQLite would not see that it fits.
    .where(and(sql`${entries.kind} = 'drawer_closed'`, eq(label, sql.placeholder('label'))))
    .prepare(),
);
const latest = statement((db) =>
  db
    .select({
      label,
      drawer: drawerSteps.drawer,
      actor: entries.actor,
      cashier: part<string>('cashier'),
      businessDay: entries.businessDay,
      closedAt: entries.recordedAt,
      receipts: part<number>('receipts.issued'),
      issuedCents: part<number>('receipts.issuedCents'),
      // Cash is compared first, always.
      overShortCents: part<number>('comparison.tenders[0].differenceCents'),
    })
    .from(drawerSteps)
    .innerJoin(entries, eq(entries.position, drawerSteps.position))
    .where(eq(drawerSteps.step, 'closed'))
    .orderBy(desc(drawerSteps.position))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The position of the close whose Z report bears a label, or null. */
export function zPosition(db: StationDb, label: string): number | null {
  return byLabel(db).get({ label })?.position ?? null;
}

/** The last closes of this station, latest first. */
export function closedDrawers(db: StationDb, limit: number): ClosedDrawer[] {
  return latest(db).all({ limit });
}
