import type { Output } from '#contract/contract';
import type { BatchRow } from '#db/ledger/batches';

/** A batch as lists show it. */
export function listedOf(
  { batch, drawer, cashier, businessDay, openedAt, closedAt, state, unsettled }: BatchRow,
  nameOf: (person: string) => string,
): Output<'batches'>['batches'][number] {
  return { ...{ batch, drawer, businessDay, openedAt, closedAt, state, unsettled }, cashierName: nameOf(cashier) };
}
