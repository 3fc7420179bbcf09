import type { Entry } from './entry.ts';
import type { ReceiptLine } from './line.ts';

/** The lines, or parts of lines, that an entry takes back from their accounts: none for most kinds. */
export function linesTakenBack(entry: Entry): ReceiptLine[] {
  switch (entry.kind) {
    case 'receipt_voided':
      return entry.payload.receipt.lines;
    case 'receipt_corrected':
      return entry.payload.correction.what === 'line' ? [entry.payload.correction.from] : [];
    case 'receipt_reversed':
    case 'refund_issued':
      return entry.payload.parts.map((part) => part.line);
    default:
      return [];
  }
}
