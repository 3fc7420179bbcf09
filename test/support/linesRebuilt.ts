import type { LedgerDb } from '#db/ledger/database';
import { linesOfReceipts } from '#db/ledger/migrations/0020-lines-of-receipts';

/** The lines of receipts of all districts as they were applied, and as the step that made their table reads them from the texts. */
export async function linesRebuilt(db: LedgerDb): Promise<{ kept: unknown[]; rebuilt: unknown[] }> {
  const lines = () =>
    db.asOwner((tx) =>
      tx.query('SELECT * FROM receipt_lines ORDER BY district_id COLLATE "C", series, epoch, sequence, place'),
    );
  const kept = await lines();
  await db.asOwner((tx) => tx.script(`DROP TABLE receipt_lines; ${linesOfReceipts.sql}`));
  return { kept, rebuilt: await lines() };
}
