import type { Output } from '#contract/contract';
import type { BatchRow } from '#db/ledger/batches';

/**
 * A batch as lists show it.
 * @param takenCents what it took, void receipts left out; told only once the office has counted all that it handed over
 */
export function listedOf(
  { batch, drawer, cashier, businessDay, openedAt, closedAt, state, isLeft, unsettled, waiting }: BatchRow,
  nameOf: (person: string) => string,
  takenCents: number | null,
): Output<'batches'>['batches'][number] {
  const isShown = closedAt !== null && waiting === 0;
  return {
    ...{ batch, drawer, businessDay, openedAt, closedAt, state, isLeft, unsettled, cashierName: nameOf(cashier) },
    takenCents: isShown ? takenCents : null,
  };
}
