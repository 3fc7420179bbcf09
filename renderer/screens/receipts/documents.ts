import type { DocumentRef, ReceiptView } from '#contract/shapes';

/** Every slip that a receipt has: its own, a permit's, and those of what undid it. */
export function documentsOf(view: ReceiptView): [DocumentRef, ...DocumentRef[]] {
  const { label } = view;
  const hasPermit = view.receipt.lines.some((line) => line.kind === 'fee' && line.prints === 'permit');
  return [
    { kind: 'receipt', label },
    ...(hasPermit ? [{ kind: 'permit' as const, label }] : []),
    ...(view.voided ? [{ kind: 'void' as const, label }] : []),
    ...view.undos.map((undo) => ({ kind: undo.kind, label: undo.label })),
  ];
}

/** The document at a place of the round; the receipt's own where there are fewer. */
export function documentAt(view: ReceiptView, place: number): DocumentRef {
  const documents = documentsOf(view);
  return documents[place] ?? documents[0];
}
