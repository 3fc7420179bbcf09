import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { isAccountLine, type ReceiptLine } from '#domain/line';
import { type Cents, cents } from '#domain/money';
import type { Receipt } from '#domain/receipt';
import { isCredit, type Tender } from '#domain/tender';
import type { StationDb, Tx } from './open.ts';
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
      paper: sql.placeholder('paper'),
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
/** A tender that was put right stands as the last correction says. */
const correctedTo = (column: 'kind' | 'cents' | 'reference') =>
  sql.raw(`(select c.${column} from corrected_tenders c
    where c.receipt_position = tenders.position and c.place = tenders.place order by c.position desc limit 1)`);
const isCorrected = sql.raw(`exists (select 1 from corrected_tenders c
  where c.receipt_position = tenders.position and c.place = tenders.place)`);
const standingTenders = statement((db) =>
  db
    .select({
      kind: sql<Tender['kind']>`case when ${isCorrected} then ${correctedTo('kind')} else tenders.kind end`,
      cents: sql<number>`case when ${isCorrected} then ${correctedTo('cents')} else tenders.cents end`,
      reference: sql<
        string | null
      >`case when ${isCorrected} then ${correctedTo('reference')} else tenders.reference end`,
      receipt: receipts.label,
    })
    .from(receipts)
    .innerJoin(tenders, eq(tenders.position, receipts.position))
    .leftJoin(voids, eq(voids.receiptPosition, receipts.position))
    .where(and(eq(receipts.drawer, sql.placeholder('drawer')), sql`${voids.position} is null`))
    .orderBy(asc(tenders.position), asc(tenders.place))
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

/** Files a receipt under its entry, with its tenders and what it pays on each account. */
export function addReceipt(
  tx: Tx,
  receipt: KnownReceipt,
  { lines, tenders: paid }: Pick<Receipt, 'lines' | 'tenders'>,
): void {
  insertReceipt(tx).run(receipt);
  for (const [place, tender] of paid.entries()) {
    insertTender(tx).run({
      position: receipt.position,
      place,
      kind: tender.kind,
      cents: tender.cents,
      reference: referenceOf(tender),
      paper: paperIn(tender),
    });
  }
  applyLines(tx, receipt.position, lines, 1);
  applyCredits(tx, receipt.position, paid.filter(isCredit), 1);
}

/** Files a void: what the receipt had paid is taken back from its accounts. */
export function addVoid(
  tx: Tx,
  at: { receiptPosition: number; position: number },
  { lines, tenders: paid }: Pick<Receipt, 'lines' | 'tenders'>,
): void {
  tx.insert(voids).values(at).run();
  applyLines(tx, at.position, lines, -1);
  applyCredits(tx, at.position, paid.filter(isCredit), -1);
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
): { kind: Tender['kind']; cents: number; reference: string | null; receipt: string }[] {
  return standingTenders(db).all({ drawer });
}

/** What lines do to their accounts from an entry on: 1 pays, −1 takes back. */
export function applyLines(tx: Tx, position: number, lines: readonly ReceiptLine[], sign: 1 | -1): void {
  for (const line of lines.filter(isAccountLine)) {
    const { accountNumber } = line;
    for (const charge of line.charges)
      insertApplication(tx).run({ position, accountNumber, chargeId: charge.chargeId, cents: sign * charge.cents });
    if (line.unappliedCents > 0)
      insertApplication(tx).run({ position, accountNumber, chargeId: null, cents: sign * line.unappliedCents });
  }
}

/** Credit that was spent (1), or is given back (−1). */
export function applyCredits(
  tx: Tx,
  position: number,
  spent: readonly { accountNumber: string; cents: number }[],
  sign: 1 | -1,
): void {
  for (const { accountNumber, cents: credit } of spent)
    insertApplication(tx).run({ position, accountNumber, chargeId: null, cents: -sign * credit });
}

/** By what a person finds a tender's receipt again. */
export function referenceOf(tender: Tender): string | null {
  switch (tender.kind) {
    case 'cash':
    case 'credit':
      return null;
    case 'money-order':
      return tender.serial;
    case 'check':
      return tender.checkNumber;
    case 'card':
      return tender.lastFour;
  }
}

/** By what the same check or money order is known again. */
export function paperIn(tender: Tender): string | null {
  return 'paper' in tender ? tender.paper : null;
}

/** What all receipts after a position come to, void ones included, whoever's drawer they are in. */
export function issuedSince(db: StationDb, position: number): Cents {
  return cents(issuedAfter(db).get({ position })?.cents ?? 0);
}
