import { desc, eq, inArray, sql } from 'drizzle-orm';
import { identity } from './identity.ts';
import type { StationDb } from './open.ts';
import { receiptsWithWords } from './receiptWords.ts';
import { applications, entries, receipts, tenders } from './schema.ts';
import { statement } from './statement.ts';

/** No list of receipts is longer. */
export const RECEIPTS_LISTED_MAX = 200;

/** What a text may mean to somebody who looks for a receipt; each way has an index of its own. Words are folded. */
export type ReceiptWords = {
  label: string | null;
  number: number | null;
  reference: string | null;
  cents: number | null;
  words: readonly string[];
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

/** Positions of receipts that any of the words fit, latest first. Of too many, what fits as a whole stays. */
export function receiptsMatching(db: StationDb, text: ReceiptWords): number[] {
  const found = new Set<number>();
  const keep = (positions: readonly number[]) => {
    for (const position of positions) found.add(position);
  };
  const by = (where: ReturnType<typeof sql>) =>
    keep(
      db
        .select({ position: receipts.position })
        .from(receipts)
        .where(where)
        .orderBy(desc(receipts.position))
        .limit(RECEIPTS_LISTED_MAX)
        .all()
        .map((row) => row.position),
    );
  if (text.label !== null) by(sql`${receipts.label} = ${text.label}`);
  // Numbers begin anew with each epoch, and so does their index. There are few epochs.
  if (text.number !== null)
    for (let epoch = identity(db)?.epoch ?? 0; epoch > 0; epoch--)
      by(sql`${receipts.epoch} = ${epoch} and ${receipts.number} = ${text.number}`);
  if (text.reference !== null) keep(receiptsOfReference(db, text.reference));
  if (text.cents !== null) by(sql`${receipts.totalCents} = ${text.cents}`);
  if (text.words.length > 0) keep(receiptsWithWords(db, text.words, RECEIPTS_LISTED_MAX));
  return [...found].slice(0, RECEIPTS_LISTED_MAX).sort((left, right) => right - left);
}

/** By a check's number or a card's last four. */
function receiptsOfReference(db: StationDb, reference: string): number[] {
  return db
    .select({ position: tenders.position })
    .from(tenders)
    .where(eq(tenders.reference, reference))
    .orderBy(desc(tenders.position))
    .limit(RECEIPTS_LISTED_MAX)
    .all()
    .map((row) => row.position);
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
