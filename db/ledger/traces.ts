import { type SQL, sql } from 'drizzle-orm';
import type { BatchRow } from './batches.ts';
import { isNotParked, span, undoingsOf } from './batchSums.ts';
import type { LedgerTx } from './database.ts';
import type { EntryPlace } from './postingDays.ts';

/** An entry of a receipt: that which issued it, or one that undoes something of it. `personal` is JSON. */
export type ReceiptEntry = EntryPlace & { text: string; hash: string; personal: string | null };

/** Which receipt: the number that it bears in its series. */
export type ReceiptNumber = { series: string; epoch: number; number: number };

/** The entry that issued a receipt; null where none was applied. */
export async function receiptEntry(
  tx: LedgerTx,
  district: string,
  { series, epoch, number }: ReceiptNumber,
): Promise<ReceiptEntry | null> {
  const [row] = await tx.rows<ReceiptEntry>(sql`
    SELECT series, epoch, sequence, text, hash, personal FROM entries WHERE district_id = ${district}
      AND series = ${series} AND epoch = ${epoch} AND sequence = (SELECT min(l.sequence) FROM receipt_lines l
        WHERE l.district_id = ${district} AND l.series = ${series} AND l.epoch = ${epoch} AND l.number = ${number})`);
  return row ?? null;
}

/** What undid something of a receipt or put it right since it was issued, in order: a void, too. */
export function undoingsOfReceipt(tx: LedgerTx, district: string, issued: EntryPlace): Promise<ReceiptEntry[]> {
  const { series, epoch, sequence } = issued;
  return tx.rows<ReceiptEntry>(sql`
    SELECT series, epoch, sequence, text, hash, personal FROM entries e
    WHERE district_id = ${district} AND series = ${series} AND epoch = ${epoch} AND sequence IN (
      SELECT u.sequence FROM parts_undone u WHERE u.district_id = ${district} AND u.series = ${series}
        AND u.epoch = ${epoch} AND u.receipt_sequence = ${sequence}
      UNION SELECT e.sequence FROM entries e WHERE e.district_id = ${district} AND e.series = ${series}
        AND e.epoch = ${epoch} AND e.sequence > ${sequence} AND e.kind = 'receipt_corrected' AND ${isNotParked}
        AND (e.text::json #>> '{payload,issuedSequence}')::bigint = ${sequence})
    ORDER BY sequence`);
}

/** Every entry that tells of a batch: its drawer's, its receipts' with what undoes them, and those of its handoffs and deposits. */
export async function entriesOfBatch(tx: LedgerTx, district: string, batch: BatchRow): Promise<EntryPlace[]> {
  const told = (path: SQL) => sql`e.text::json #>> ${path}`;
  const ofDrawer = await tx.rows<EntryPlace>(sql`
    SELECT e.series, e.epoch, e.sequence FROM entries e WHERE ${span(district, batch)} AND (
      ${told(sql`'{payload,batch}'`)} = ${batch.batch} OR ${told(sql`'{payload,receipt,batch}'`)} = ${batch.batch}
      OR ${told(sql`'{payload,drawer}'`)} = ${batch.drawer})
    UNION SELECT series, epoch, sequence FROM handoff_steps WHERE district_id = ${district} AND handoff IN (
      SELECT handoff FROM handoff_steps WHERE district_id = ${district} AND batch = ${batch.batch})
    UNION SELECT series, epoch, sequence FROM batch_steps WHERE district_id = ${district} AND batch = ${batch.batch}
    UNION SELECT s.series, s.epoch, s.sequence FROM deposit_steps s JOIN deposit_parts p USING (district_id, deposit)
      WHERE s.district_id = ${district} AND p.batch = ${batch.batch}`);
  const undoings = await undoingsOf(tx, district, batch);
  return [...ofDrawer, ...undoings.map(({ epoch, sequence }) => ({ series: batch.series, epoch, sequence }))];
}

/** Every entry that tells of a deposit. */
export function entriesOfDeposit(tx: LedgerTx, district: string, deposit: string): Promise<EntryPlace[]> {
  return tx.rows<EntryPlace>(sql`
    SELECT series, epoch, sequence FROM deposit_steps WHERE district_id = ${district} AND deposit = ${deposit}`);
}
