import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import type { EntryPlace } from './postingDays.ts';

/** The entry that issued a receipt, and its batch; null where there is none, or it is parked. */
export async function receiptEntry(
  tx: LedgerTx,
  district: string,
  key: { series: string; epoch: number },
  label: string,
): Promise<(EntryPlace & { batch: string }) | null> {
  // The text is looked through before it is read: most receipts are another.
  const [row] = await tx.rows<EntryPlace & { batch: string }>(sql`
    SELECT series, epoch, sequence, text::json #>> '{payload,batch}' AS batch FROM entries e
    WHERE district_id = ${district} AND series = ${key.series} AND epoch = ${key.epoch} AND kind = 'receipt_issued'
      AND position(${`"label":"${label}"`} IN text) > 0 AND text::json #>> '{payload,label}' = ${label}
      AND NOT EXISTS (SELECT FROM parked p WHERE p.district_id = e.district_id AND p.series = e.series
        AND p.epoch = e.epoch AND p.sequence = e.sequence)
    LIMIT 1`);
  return row ?? null;
}

/** Every entry that tells of a batch: its drawer's, and those of its handoffs and deposits. */
export function entriesOfBatch(tx: LedgerTx, district: string, batch: string): Promise<EntryPlace[]> {
  return tx.rows<EntryPlace>(sql`
    SELECT series, epoch, sequence FROM batches WHERE district_id = ${district} AND batch = ${batch}
    UNION SELECT series, epoch, sequence FROM batch_steps WHERE district_id = ${district} AND batch = ${batch}
    UNION SELECT series, epoch, sequence FROM handoff_steps WHERE district_id = ${district} AND handoff IN (
      SELECT handoff FROM handoff_steps WHERE district_id = ${district} AND batch = ${batch})
    UNION SELECT s.series, s.epoch, s.sequence FROM deposit_steps s JOIN deposit_parts p USING (district_id, deposit)
      WHERE s.district_id = ${district} AND p.batch = ${batch}`);
}

/** Every entry that tells of a deposit. */
export function entriesOfDeposit(tx: LedgerTx, district: string, deposit: string): Promise<EntryPlace[]> {
  return tx.rows<EntryPlace>(sql`
    SELECT series, epoch, sequence FROM deposit_steps WHERE district_id = ${district} AND deposit = ${deposit}`);
}
