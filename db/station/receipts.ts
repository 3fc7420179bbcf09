import { and, asc, count, desc, eq, gt, sql } from 'drizzle-orm';
import { type Cents, cents } from '#domain/money';
import type { ReceiptLine, Tender } from '#domain/receipt';
import type { StationDb, Tx } from './open.ts';
import { indexReceipt } from './receiptWords.ts';
import { applications, receipts, tenders, voids } from './schema.ts';
import { statement } from './statement.ts';

export type KnownReceipt = typeof receipts.$inferSelect;

const insertReceipt = statement((db) =>
  db
    .insert(receipts)
    .values({
      position: sql.placeholder('position'),
      label: sql.placeholder('label'),
      epoch: sql.placeholder('epoch'),
      number: sql.placeholder('number'),
      drawer: sql.placeholder('drawer'),
      payer: sql.placeholder('payer'),
      totalCents: sql.placeholder('totalCents'),
    })
    .prepare(),
);
const insertTender = statement((db) =>
  db
    .insert(tenders)
    .values({
      position: sql.placeholder('position'),
      place: sql.placeholder('place'),
      kind: sql.placeholder('kind'),
      cents: sql.placeholder('cents'),
      reference: sql.placeholder('reference'),
    })
    .prepare(),
);
const insertApplication = statement((db) =>
  db
    .insert(applications)
    .values({
      position: sql.placeholder('position'),
      accountNumber: sql.placeholder('accountNumber'),
      chargeId: sql.placeholder('chargeId'),
      cents: sql.placeholder('cents'),
    })
    .prepare(),
);
const lastNumber = statement((db) =>
  db
    .select({ number: receipts.number })
    .from(receipts)
    .where(eq(receipts.epoch, sql.placeholder('epoch')))
    .orderBy(desc(receipts.number))
    .limit(1)
    .prepare(),
);
const byLabel = statement((db) =>
  db
    .select()
    .from(receipts)
    .where(eq(receipts.label, sql.placeholder('label')))
    .prepare(),
);
const voidAt = statement((db) =>
  db
    .select({ position: voids.position })
    .from(voids)
    .where(eq(voids.receiptPosition, sql.placeholder('position')))
    .prepare(),
);
const ofDrawer = statement((db) =>
  db
    .select({
      position: receipts.position,
      label: receipts.label,
      totalCents: receipts.totalCents,
      voidPosition: voids.position,
    })
    .from(receipts)
    .leftJoin(voids, eq(voids.receiptPosition, receipts.position))
    .where(eq(receipts.drawer, sql.placeholder('drawer')))
    .orderBy(asc(receipts.position))
    .prepare(),
);
const standingTenders = statement((db) =>
  db
    .select({ kind: tenders.kind, cents: tenders.cents, reference: tenders.reference })
    .from(receipts)
    .innerJoin(tenders, eq(tenders.position, receipts.position))
    .leftJoin(voids, eq(voids.receiptPosition, receipts.position))
    .where(and(eq(receipts.drawer, sql.placeholder('drawer')), sql`${voids.position} is null`))
    .orderBy(asc(tenders.position), asc(tenders.place))
    .prepare(),
);

const cashMoves = statement((db) =>
  db
    .select({
      takenCents: sql<number>`coalesce(sum(${tenders.cents}), 0)`,
      taken: count(),
      givenBackCents: sql<number>`coalesce(sum(case when ${voids.position} is not null then ${tenders.cents} end), 0)`,
      givenBack: count(voids.position),
    })
    .from(receipts)
    .innerJoin(tenders, and(eq(tenders.position, receipts.position), eq(tenders.kind, 'cash')))
    .leftJoin(voids, eq(voids.receiptPosition, receipts.position))
    .where(eq(receipts.drawer, sql.placeholder('drawer')))
    .prepare(),
);

const issuedAfter = statement((db) =>
  db
    .select({ cents: sql<number>`coalesce(sum(${receipts.totalCents}), 0)` })
    .from(receipts)
    .where(gt(receipts.position, sql.placeholder('position')))
    .prepare(),
);

/** The number of the epoch's next receipt. Asked inside the commit that uses it, so that no number is lost or given twice. */
export function nextReceiptNumber(tx: Tx, epoch: number): number {
  return (lastNumber(tx).get({ epoch })?.number ?? 0) + 1;
}

/** Files a receipt under its entry: the row and the words to find it by, its tenders, and what it pays on each account. */
export function addReceipt(
  tx: Tx,
  receipt: KnownReceipt,
  lines: readonly ReceiptLine[],
  paid: readonly Tender[],
): void {
  insertReceipt(tx).run(receipt);
  for (const [place, tender] of paid.entries()) {
    insertTender(tx).run({
      position: receipt.position,
      place,
      kind: tender.kind,
      cents: tender.cents,
      reference: referenceOf(tender),
    });
  }
  apply(tx, receipt.position, lines, 1);
  const numbers = lines.map((line) => line.accountNumber);
  indexReceipt(tx, receipt.position, receipt.payer, numbers);
}

/** Files a void: what the receipt had paid is taken back from its accounts. */
export function addVoid(tx: Tx, receiptPosition: number, position: number, lines: readonly ReceiptLine[]): void {
  tx.insert(voids).values({ receiptPosition, position }).run();
  apply(tx, position, lines, -1);
}

/** The receipt of a label such as `W3-000482`, or null. */
export function receiptOf(db: StationDb, label: string): KnownReceipt | null {
  return byLabel(db).get({ label }) ?? null;
}

/** The position of the entry that voids a receipt, or null while it stands. */
export function voidPositionOf(db: StationDb, receiptPosition: number): number | null {
  return voidAt(db).get({ position: receiptPosition })?.position ?? null;
}

/** Receipts of a drawer in order, with the position of their void where they have one. */
export function receiptsOfDrawer(
  db: StationDb,
  drawer: string,
): { position: number; label: string; totalCents: number; voidPosition: number | null }[] {
  return ofDrawer(db).all({ drawer });
}

/** Tenders of a drawer's receipts that are not void, in order. `reference` is a check's number or a card's last four. */
export function standingTendersOf(
  db: StationDb,
  drawer: string,
): { kind: 'cash' | 'check' | 'card'; cents: number; reference: string | null }[] {
  return standingTenders(db).all({ drawer });
}

/** Cash that a drawer's receipts kept, void ones included, and what their voids gave back again. */
export function cashMovesOf(
  db: StationDb,
  drawer: string,
): { taken: { cents: number; receipts: number }; givenBack: { cents: number; receipts: number } } {
  const moves = cashMoves(db).get({ drawer });
  return {
    taken: { cents: moves?.takenCents ?? 0, receipts: moves?.taken ?? 0 },
    givenBack: { cents: moves?.givenBackCents ?? 0, receipts: moves?.givenBack ?? 0 },
  };
}

function apply(tx: Tx, position: number, lines: readonly ReceiptLine[], sign: 1 | -1): void {
  for (const line of lines) {
    for (const charge of line.charges) {
      insertApplication(tx).run({
        position,
        accountNumber: line.accountNumber,
        chargeId: charge.chargeId,
        cents: sign * charge.cents,
      });
    }
    if (line.unappliedCents > 0)
      insertApplication(tx).run({
        position,
        accountNumber: line.accountNumber,
        chargeId: null,
        cents: sign * line.unappliedCents,
      });
  }
}

function referenceOf(tender: Tender): string | null {
  switch (tender.kind) {
    case 'cash':
      return null;
    case 'check':
      return tender.checkNumber;
    case 'card':
      return tender.lastFour;
  }
}

/** What all receipts after a position come to, void ones included, whoever's drawer they are in. */
export function issuedSince(db: StationDb, position: number): Cents {
  return cents(issuedAfter(db).get({ position })?.cents ?? 0);
}
