import type { DocumentKind } from '#domain/documentKind';
import { useStation } from '../frame/station.ts';
import { reports as words } from '../messages/reports.ts';
import { usePage } from '../page.ts';
import { firstPage } from './batches/batchesForm.ts';
import { type Route, useGo } from './route.ts';

/** Opens a batch, a deposit, or a receipt where this station has it. Back leads to `from`. */
export function useOpenDocument(from: Route): (kind: DocumentKind, label: string) => void {
  const go = useGo();
  const { notice } = usePage();
  const { seriesLabel } = useStation().station;
  return (kind, label) => {
    // A receipt is in the journal of the station that took it, and nowhere else.
    if (kind === 'receipt' && !label.startsWith(`${seriesLabel}-`)) notice.tell(words.elsewhere(label));
    else go({ go: routeTo(kind, label), leaving: from });
  };
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
