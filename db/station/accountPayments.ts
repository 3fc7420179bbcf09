import { asc, desc, eq, sql } from 'drizzle-orm';
import type { TenderKind } from '#domain/tender';
import type { StationDb } from './open.ts';
import { applications, entries, receipts, tenders, voids } from './schema.ts';
import { statement } from './statement.ts';

/** One payment that this station took on an account: `cents` is the account's part of the receipt. */
export type PaymentOn = { label: string; issuedAt: number; cents: number; tenders: TenderKind[]; voided: boolean };

/* A void applies to the account too, but has no receipt of its own and so drops out of the join. */
const latest = statement((db) =>
  db
    .select({
      position: applications.position,
      label: receipts.label,
      issuedAt: entries.recordedAt,
      cents: sql<number>`sum(${applications.cents})`,
      voidPosition: voids.position,
    })
    .from(applications)
    .innerJoin(receipts, eq(receipts.position, applications.position))
    .innerJoin(entries, eq(entries.position, applications.position))
    .leftJoin(voids, eq(voids.receiptPosition, applications.position))
    .where(eq(applications.accountNumber, sql.placeholder('accountNumber')))
    .groupBy(applications.position)
    .orderBy(desc(applications.position))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
const kindsAt = statement((db) =>
  db
    .select({ kind: tenders.kind })
    .from(tenders)
    .where(eq(tenders.position, sql.placeholder('position')))
    .orderBy(asc(tenders.place))
    .prepare(),
);

/** What this station took on an account, latest first, void receipts included. */
export function paymentsOn(db: StationDb, accountNumber: string, limit: number): PaymentOn[] {
  return latest(db)
    .all({ accountNumber, limit })
    .map(({ position, voidPosition, ...payment }) => ({
      ...payment,
      tenders: [
        ...new Set(
          kindsAt(db)
            .all({ position })
            .map(({ kind }) => kind),
        ),
      ],
      voided: voidPosition !== null,
    }));
}
