import { type BatchRow, stepsOfBatch } from '#db/ledger/batches';
import { checkersOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';

/** Who counted or closed the drawer of a batch, or looked into it by a surprise count, each once: none may approve it. */
export async function handsOn(tx: LedgerTx, district: string, row: BatchRow): Promise<string[]> {
  const steps = await stepsOfBatch(tx, district, row.batch);
  const counted = steps.filter(({ step }) => step === 'counted' || step === 'closed').map(({ person }) => person);
  return [...new Set([...counted, ...(await checkersOf(tx, district, row))])];
}

/** Whether somebody had a part in a batch: took its money, or had a hand on it. */
export async function hadPart(tx: LedgerTx, district: string, row: BatchRow, person: string): Promise<boolean> {
  return row.cashier === person || (await handsOn(tx, district, row)).includes(person);
}
