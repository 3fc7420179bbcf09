import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { StationDb, Tx } from './open.ts';
import { correctedTenders, receipts, undos } from './schema.ts';
import { statement } from './statement.ts';

export type UndoKind = (typeof undos.$inferSelect)['kind'];
export type KnownUndo = typeof undos.$inferSelect;

const byLabel = statement((db) =>
  db
    .select()
    .from(undos)
    .where(eq(undos.label, sql.placeholder('label')))
    .prepare(),
);
const ofReceipt = statement((db) =>
  db
    .select()
    .from(undos)
    .where(eq(undos.receiptPosition, sql.placeholder('receiptPosition')))
    .orderBy(asc(undos.position))
    .prepare(),
);
const reversedIn = statement((db) =>
  db
    .select({ position: undos.position })
    .from(undos)
    .innerJoin(receipts, eq(receipts.position, undos.receiptPosition))
    .where(and(eq(receipts.drawer, sql.placeholder('drawer')), eq(undos.kind, 'reversal')))
    .prepare(),
);
const lastNumber = statement((db) =>
  db
    .select({ number: undos.number })
    .from(undos)
    .where(and(eq(undos.epoch, sql.placeholder('epoch')), eq(undos.kind, sql.placeholder('kind'))))
    .orderBy(desc(undos.number))
    .limit(1)
    .prepare(),
);

/** The number of the epoch's next correction, reversal or refund; each kind counts for itself, without gaps. */
export function nextUndoNumber(tx: Tx, epoch: number, kind: UndoKind): number {
  return (lastNumber(tx).get({ epoch, kind })?.number ?? 0) + 1;
}

export function addUndo(tx: Tx, undo: KnownUndo): void {
  tx.insert(undos).values(undo).run();
}

/** What takes the place of a receipt's tender from here on. */
export function addCorrectedTender(tx: Tx, corrected: typeof correctedTenders.$inferInsert): void {
  tx.insert(correctedTenders).values(corrected).run();
}

/** Corrections, reversals and refunds of a receipt, in order. */
export function undosOf(db: StationDb, receiptPosition: number): KnownUndo[] {
  return ofReceipt(db).all({ receiptPosition });
}

/** The undo of a label such as `W3-R000012`, or null. */
export function undoOf(db: StationDb, label: string): KnownUndo | null {
  return byLabel(db).get({ label }) ?? null;
}

/** The reversals of a drawer's receipts, by their entries. */
export function reversalPositionsIn(db: StationDb, drawer: string): number[] {
  return reversedIn(db)
    .all({ drawer })
    .map(({ position }) => position);
}
