import { asc, desc, eq, sql } from 'drizzle-orm';
import type { PaymentElsewhere, Undone } from '#domain/paymentElsewhere';
import type { TenderKind } from '#domain/tenderKind';
import type { KnownAccount } from './accounts.ts';
import type { StationDb } from './open.ts';
import { applications, entries, receipts, tenders, voids } from './schema.ts';
import { statement } from './statement.ts';

/** One payment on an account: `cents` is the account's part of the receipt. */
export type PaymentOn = {
  label: string;
  issuedAt: number;
  cents: number;
  tenders: { kind: TenderKind; reference: string | null }[];
  /** What was done to the receipt last; of one from elsewhere, to the account's part of it. */
  undone: Undone | null;
};

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
    // Credit of this account that paid for another is no payment on it.
    .having(sql`sum(${applications.cents}) > 0`)
    .orderBy(desc(applications.position))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
const tendersAt = statement((db) =>
  db
    .select({ kind: tenders.kind, reference: tenders.reference })
    .from(tenders)
    .where(eq(tenders.position, sql.placeholder('position')))
    .orderBy(asc(tenders.place))
    .prepare(),
);

/** A payment that this station took, by its entry. */
export type OwnPayment = Omit<PaymentOn, 'undone'> & { position: number; isVoid: boolean };

/** What this station took on an account, latest first, also what was taken back since. */
export function paymentsOn(db: StationDb, accountNumber: string, limit: number): OwnPayment[] {
  return latest(db)
    .all({ accountNumber, limit })
    .map(({ voidPosition, ...payment }) => ({
      ...payment,
      tenders: tendersAt(db).all({ position: payment.position }),
      isVoid: voidPosition !== null,
    }));
}

/** What came down of payments on an account that other stations took, latest first; no references of their tenders. */
export function paymentsElsewhere({ elsewhere }: Pick<KnownAccount, 'elsewhere'>): PaymentOn[] {
  return (JSON.parse(elsewhere) as PaymentElsewhere[]).map(({ tenders: kinds, ...payment }) => ({
    ...payment,
    tenders: kinds.map((kind) => ({ kind, reference: null })),
  }));
}
