import type { Cell, ReportColumn } from '#domain/report';
import { useStation } from '../../frame/station.ts';
import { reports as words } from '../../messages/reports.ts';
import { usePage } from '../../page.ts';
import { firstPage } from '../batches/batchesForm.ts';
import { type Route, useGo } from '../route.ts';
import { namedBy } from './cells.ts';

/** Opens what a row names: a batch, a deposit, or a receipt where this station has it. */
export function useOpen(from: Route) {
  const go = useGo();
  const { notice } = usePage();
  const { seriesLabel } = useStation().station;
  return function open(columns: readonly ReportColumn[], row: readonly Cell[] | undefined): void {
    const named = namedBy(columns, row);
    if (!named) return;
    const { opens, label } = named;
    // A receipt is in the journal of the station that took it, and nowhere else.
    if (opens === 'receipt' && !label.startsWith(`${seriesLabel}-`)) notice.tell(words.elsewhere(label));
    else go({ go: routeTo(opens, label), leaving: from });
  };
}

function routeTo(opens: NonNullable<ReportColumn['opens']>, label: string): Route {
  switch (opens) {
    case 'receipt':
      return { at: 'receipts', label, text: label };
    case 'batch':
      return { at: 'batches', place: firstPage(label) };
    case 'deposit':
      return { at: 'deposit', deposit: label };
  }
}
