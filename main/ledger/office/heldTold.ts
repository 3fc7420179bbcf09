import { batchNamed } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';

/**
 * Whether amounts of a batch may be told: what receipts took adds up to what a drawer holds, so not before both halves of every
 * handoff are there. A drawer that no journal knows of is nobody's to count yet.
 */
export async function isTold(tx: LedgerTx, district: string, batch: string): Promise<boolean> {
  const row = await batchNamed(tx, district, batch);
  return row === null || (row.closedAt !== null && row.waiting === 0);
}
