import type { Payload } from '#domain/entry';
import { isPermit } from '#domain/line';
import { custodyOf } from './custody.ts';
import { anyEntryAt } from './journal.ts';
import type { StationDb } from './open.ts';
import { receiptOf, voidPositionOf } from './receipts.ts';
import { undoOf } from './undos.ts';
import { zPosition } from './zReports.ts';

/** A slip of this station's journal that can be printed again. */
export type SlipDocument = 'receipt' | NonNullable<Payload<'receipt_reprinted'>['document']>;

/** The position of the entry that a slip is made of; null where there is no such slip. */
export function documentPositionOf(db: StationDb, document: SlipDocument, label: string): number | null {
  switch (document) {
    case 'correction':
    case 'reversal':
    case 'refund': {
      const undo = undoOf(db, label);
      return undo?.kind === document ? undo.position : null;
    }
    case 'z':
      return zPosition(db, label);
    case 'receipt':
      return receiptOf(db, label)?.position ?? null;
    case 'void': {
      const known = receiptOf(db, label);
      return known && voidPositionOf(db, known.position);
    }
    case 'permit': {
      const known = receiptOf(db, label);
      const issued = known && anyEntryAt(db, known.position);
      return issued?.kind === 'receipt_issued' && issued.payload.lines.some(isPermit)
        ? (known?.position ?? null)
        : null;
    }
    default:
      return custodyOf(db, document, label)?.position ?? null;
  }
}
