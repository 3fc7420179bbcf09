import { assert } from '#domain/assert';
import type { Entry, EntryOf } from '#domain/entry';
import { type ReceiptHistory, UNDOES_A_PART, type UndoesAPart } from '#domain/receiptHistory';
import { entryAt, recordedAt } from './journal.ts';
import type { StationDb } from './open.ts';
import { voidPositionOf } from './receipts.ts';
import { undosOf } from './undos.ts';

/** A receipt of this station with all that was done to it since, read from its entries. */
export function receiptHistory(db: StationDb, receiptPosition: number): ReceiptHistory {
  const voidPosition = voidPositionOf(db, receiptPosition);
  return {
    issued: entryAt(db, receiptPosition, 'receipt_issued'),
    voided: voidPosition === null ? null : entryAt(db, voidPosition, 'receipt_voided'),
    undos: undosOf(db, receiptPosition).map(({ position }) => {
      const { entry, ...beside } = recordedAt(db, position);
      assert(undoesAPart(entry), `${entry.kind} undoes no receipt`);
      return { entry, ...beside };
    }),
  };
}

function undoesAPart(entry: Entry): entry is EntryOf<UndoesAPart> {
  return (UNDOES_A_PART as readonly string[]).includes(entry.kind);
}
