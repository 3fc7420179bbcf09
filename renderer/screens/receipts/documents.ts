import type { ReceiptSeen } from '#contract/shapes';
import { type ReceiptDocument, receiptDocuments } from '#domain/receiptDocuments';

/** The document at a place of the round; the receipt's own where there are fewer. */
export function documentAt(view: ReceiptSeen, place: number): ReceiptDocument {
  const documents = receiptDocuments(view);
  return documents[place] ?? documents[0];
}
