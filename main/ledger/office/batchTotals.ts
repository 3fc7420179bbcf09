import type { TenderTotals } from '#contract/batchCalls';
import type { TenderSum, UndoingRow } from '#db/ledger/batchSums';
import type { Payload } from '#domain/entry';
import { TenderKind } from '#domain/tenderKind';

type Items = TenderTotals['issued'];

const none = (): Items => ({ items: 0, cents: 0 });

/** What a batch's tenders come to: as they were issued and made void, moved by corrections, and given back in cash. */
export function tenderTotals(
  sums: readonly TenderSum[],
  undoings: readonly UndoingRow[],
  refunds: Items,
): TenderTotals[] {
  const corrected = new Map<TenderKind, Items>();
  for (const { kind, told } of undoings) {
    if (kind !== 'receipt_corrected') continue;
    const { correction } = told as Payload<'receipt_corrected'>;
    if (correction.what !== 'tender') continue;
    move(corrected, correction.from.kind, -1, -correction.from.cents);
    move(corrected, correction.to.kind, 1, correction.to.cents);
  }
  const of = (tender: TenderKind, kind: TenderSum['kind']): Items => {
    const sum = sums.find((row) => row.tender === tender && row.kind === kind);
    return sum ? { items: sum.items, cents: sum.cents } : none();
  };
  return TenderKind.options
    .map((tender) => ({
      tender,
      issued: of(tender, 'receipt_issued'),
      voided: of(tender, 'receipt_voided'),
      corrected: corrected.get(tender) ?? none(),
      refunded: tender === 'cash' ? refunds : none(),
    }))
    .filter(({ tender: _, ...parts }) => Object.values(parts).some(({ items, cents }) => items !== 0 || cents !== 0));
}

function move(totals: Map<TenderKind, Items>, tender: TenderKind, items: number, cents: number): void {
  const before = totals.get(tender) ?? none();
  totals.set(tender, { items: before.items + items, cents: before.cents + cents });
}
