import { identity } from '#db/station/identity';
import type { StationDb } from '#db/station/open';
import { type KnownReceipt, receiptOf, voidPositionOf } from '#db/station/receipts';
import { refuse } from '#domain/refusal';

/**
 * The receipt of a label that something may be undone of. None of a former epoch: an undoing names the entry that it undoes by its
 * sequence alone, which that epoch counted for itself.
 * @throws Refusal `receipt_unknown`, `receipt_already_voided`, `receipt_of_former_epoch`
 */
export function receiptToUndo(db: StationDb, label: string): KnownReceipt {
  const known = receiptOf(db, label) ?? refuse('receipt_unknown', { label });
  if (voidPositionOf(db, known.position) !== null) refuse('receipt_already_voided', { label });
  if (known.epoch !== identity(db)?.epoch) refuse('receipt_of_former_epoch', { label });
  return known;
}
