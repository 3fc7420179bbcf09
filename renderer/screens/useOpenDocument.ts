import type { DocumentKind } from '#domain/documentKind';
import { useStation } from '../frame/station.ts';
import { firstPage } from './batches/batchesForm.ts';
import { type Route, useGo } from './route.ts';

/**
 * Opens a batch, a deposit, or a receipt at one of its slips: where this station took it, there is all that can be done
 * with it. Back leads to `from`.
 */
export function useOpenDocument(from: Route): (kind: DocumentKind, label: string, slip?: string) => void {
  const go = useGo();
  const { seriesLabel } = useStation().station;
  return (kind, label, slip) => {
    const isOwn = label.startsWith(`${seriesLabel}-`);
    go({ go: kind === 'receipt' && !isOwn ? atTheOffice(label, slip) : routeTo(kind, label), leaving: from });
  };
}

/** A receipt of another station, or of a series that this one had before: the ledger has them all. */
function atTheOffice(label: string, slip: string | null = null): Route {
  return { at: 'officeReceipt', place: { batch: null, label, slip } };
}

function routeTo(kind: DocumentKind, label: string): Route {
  switch (kind) {
    case 'receipt':
      return { at: 'receipts', label, text: label };
    case 'batch':
      return { at: 'batches', place: firstPage(label) };
    case 'deposit':
      return { at: 'deposit', deposit: label };
  }
}
