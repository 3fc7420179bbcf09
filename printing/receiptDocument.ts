import { isPermit } from '#domain/line';
import type { ReceiptDocument, UndoDocument } from '#domain/receiptDocuments';
import { isCancelled, type ReceiptHistory, type UndoesAPart } from '#domain/receiptHistory';
import { permitSlip } from './permitSlip.ts';
import { receiptSlip } from './receiptSlip.ts';
import type { Slip } from './slip.ts';
import type { Copy, SlipFacts } from './slipParts.ts';
import { correctionSlip, refundSlip, reversalSlip } from './undoSlip.ts';
import { voidSlip } from './voidSlip.ts';

/** A slip of a receipt or of what undid it, made again from their entries; null where there is no such slip of it. */
export function receiptDocument(
  document: ReceiptDocument,
  history: ReceiptHistory,
  facts: SlipFacts,
  { copy }: Copy,
): Slip | null {
  const { issued, voided } = history;
  switch (document.kind) {
    case 'receipt':
      return receiptSlip(issued, facts, { copy, isVoid: isCancelled(history) });
    case 'permit':
      if (!issued.entry.payload.lines.some(isPermit)) return null;
      return permitSlip(issued, facts, { copy, isVoid: isCancelled(history) });
    case 'void':
      return voided && voidSlip(voided, facts, { copy });
    default:
      return undoDocument(document, history, facts, { copy });
  }
}

const UNDOES = {
  correction: 'receipt_corrected',
  reversal: 'receipt_reversed',
  refund: 'refund_issued',
} as const satisfies Record<UndoDocument['kind'], UndoesAPart>;

/** The slip of an undo, in the language that the payer's receipt was printed in: it is read by the same person. */
function undoDocument(
  { kind, label }: UndoDocument,
  { issued, undos }: ReceiptHistory,
  facts: SlipFacts,
  { copy }: Copy,
): Slip | null {
  const undo = undos.find(({ entry }) => entry.kind === UNDOES[kind] && entry.payload.label === label);
  if (!undo) return null;
  const { entry } = undo;
  const print = { copy, language: issued.entry.payload.language };
  switch (entry.kind) {
    case 'receipt_corrected':
      return correctionSlip({ ...undo, entry }, facts, print);
    case 'receipt_reversed':
      return reversalSlip({ ...undo, entry }, facts, print);
    case 'refund_issued':
      return refundSlip({ ...undo, entry }, facts, print);
  }
}
