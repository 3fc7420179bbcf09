import type { BatchRow } from '#db/ledger/batches';
import { closeOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import type { DepositCheck } from '#domain/deposit';

/** The checks and money orders that a batch's close counted. */
export async function checksOf(tx: LedgerTx, district: string, batch: BatchRow): Promise<DepositCheck[]> {
  const closed = await closeOf(tx, district, batch);
  if (closed === null) return [];
  const { count } = closed.told;
  return [
    ...count.checks.map((check) => ({ ...check, batch: batch.batch, tender: 'check' as const })),
    ...count.moneyOrders.map((order) => ({ ...order, batch: batch.batch, tender: 'money-order' as const })),
  ];
}
