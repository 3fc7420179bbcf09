import { desc, eq, inArray, sql } from 'drizzle-orm';
import { identity } from './identity.ts';
import type { StationDb } from './open.ts';
import { applications, entries, receipts, tenders } from './schema.ts';
import { statement } from './statement.ts';

/** No list of receipts is longer. */
export const RECEIPTS_LISTED_MAX = 200;

/** What a text may mean to somebody who looks for a receipt; each way has an index of its own. */
export type ReceiptWords = {
  label: string | null;
  number: number | null;
  account: string | null;
  reference: string | null;
  cents: number | null;
  payer: string | null;
};

const last = statement((db) =>
  db
    .select({ label: receipts.label, issuedAt: entries.recordedAt })
    .from(receipts)
    .innerJoin(entries, eq(entries.position, receipts.position))
    .orderBy(desc(receipts.position))
    .limit(1)
    .prepare(),
);

/** The station's last receipt, or null before the first. */
export function lastReceipt(db: StationDb): { label: string; issuedAt: number } | null {
  return last(db).get() ?? null;
}

/** Positions of the latest receipts, of one drawer or of the whole station. */
export function latestReceipts(db: StationDb, drawer: string | null): number[] {
  const rows = db.select({ position: receipts.position }).from(receipts);
  const chosen = drawer === null ? rows : rows.where(eq(receipts.drawer, drawer));
  return chosen
    .orderBy(desc(receipts.position))
    .limit(RECEIPTS_LISTED_MAX)
    .all()
    .map((row) => row.position);
}

/** Positions of receipts that any of the words fit, latest first. */
export function receiptsMatching(db: StationDb, words: ReceiptWords): number[] {
  const found = new Set<number>();
  const keep = (rows: { position: number }[]) => {
    for (const row of rows) found.add(row.position);
  };
  const by = (where: ReturnType<typeof sql>) =>
    keep(
      db
        .select({ position: receipts.position })
        .from(receipts)
        .where(where)
        .orderBy(desc(receipts.position))
        .limit(RECEIPTS_LISTED_MAX)
        .all(),
    );
  if (words.label !== null) by(sql`${receipts.label} = ${words.label}`);
  // Numbers begin anew with each epoch, and so does their index. There are few epochs.
  if (words.number !== null)
    for (let epoch = identity(db)?.epoch ?? 0; epoch > 0; epoch--)
      by(sql`${receipts.epoch} = ${epoch} and ${receipts.number} = ${words.number}`);
  if (words.cents !== null) by(sql`${receipts.totalCents} = ${words.cents}`);
  if (words.payer !== null)
    by(sql`${receipts.payerFolded} >= ${words.payer} and ${receipts.payerFolded} < ${`${words.payer}\u{10FFFF}`}`);
  if (words.reference !== null)
    keep(
      db
        .select({ position: tenders.position })
        .from(tenders)
        .where(eq(tenders.reference, words.reference))
        .orderBy(desc(tenders.position))
        .limit(RECEIPTS_LISTED_MAX)
        .all(),
    );
  if (words.account !== null)
    keep(receiptsOfAccount(db, words.account, RECEIPTS_LISTED_MAX).map((position) => ({ position })));
  return [...found].sort((left, right) => right - left).slice(0, RECEIPTS_LISTED_MAX);
}

/** Positions of the receipts that paid on an account, latest first. */
export function receiptsOfAccount(db: StationDb, accountNumber: string, limit: number): number[] {
  const positions = db
    .selectDistinct({ position: applications.position })
    .from(applications)
    .where(eq(applications.accountNumber, accountNumber));
  return db
    .select({ position: receipts.position })
    .from(receipts)
    .where(inArray(receipts.position, positions))
    .orderBy(desc(receipts.position))
    .limit(limit)
    .all()
    .map((row) => row.position);
}
