import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

/** How much of one line of a receipt an entry took back; `place` is the line's, from 0. */
export type PartUndone = { receiptSequence: number; sequence: number; place: number; cents: number };

/** What was taken back of these receipts, by their entries. */
export function partsUndoneOf(tx: LedgerTx, key: StationKey, receipts: readonly number[]): Promise<PartUndone[]> {
  return tx.rows<PartUndone>(sql`
    SELECT receipt_sequence AS "receiptSequence", sequence, place, cents FROM parts_undone
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}
      AND receipt_sequence = ANY(${sql.param(receipts)}::bigint[])`);
}

export async function insertPartsUndone(tx: LedgerTx, key: StationKey, parts: readonly PartUndone[]): Promise<void> {
  const column = (name: keyof PartUndone) => sql.param(parts.map((part) => part[name]));
  await tx.run(sql`
    INSERT INTO parts_undone (district_id, series, epoch, receipt_sequence, sequence, place, cents)
    SELECT ${key.district}::text, ${key.series}::text, ${key.epoch}::integer, receipt_sequence, sequence, place, cents
    FROM unnest(${column('receiptSequence')}::bigint[], ${column('sequence')}::bigint[], ${column('place')}::integer[],
      ${column('cents')}::bigint[]) AS fresh (receipt_sequence, sequence, place, cents)`);
}
