import type { Receipt } from './receipt.ts';

/** The slip of a correction, a reversal or a refund: each has a number of its own. */
export type UndoDocument = { kind: 'correction' | 'reversal' | 'refund'; label: string };

/** Slips that a receipt and its undoing have. A void and a permit bear the number of their receipt. */
export type ReceiptDocument = { kind: 'receipt' | 'permit' | 'void'; label: string } | UndoDocument;

type Seen = {
  label: string;
  receipt: Pick<Receipt, 'lines'>;
  voided: object | null;
  undos: readonly UndoDocument[];
};

/** Every slip that a receipt has: its own, a permit's, and those of what undid it. */
export function receiptDocuments(seen: Seen): [ReceiptDocument, ...ReceiptDocument[]] {
  const { label, receipt, voided, undos } = seen;
  const hasPermit = receipt.lines.some((line) => line.kind === 'fee' && line.prints === 'permit');
  return [
    { kind: 'receipt', label },
    ...(hasPermit ? [{ kind: 'permit' as const, label }] : []),
    ...(voided ? [{ kind: 'void' as const, label }] : []),
    ...undos.map((undo) => ({ kind: undo.kind, label: undo.label })),
  ];
}
