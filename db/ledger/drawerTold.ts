import { sql } from 'drizzle-orm';
import type { Payload } from '#domain/entry';
import type { BatchRow } from './batches.ts';
import { isNotParked, span } from './batchSums.ts';
import type { LedgerTx } from './database.ts';

/* What a drawer's own entries tell of what it holds, as far as its station has sent them. */

type ToldAs<K extends 'drawer_opened' | 'receipt_issued' | 'receipt_voided' | 'receipt_corrected'> = {
  kind: K;
  sequence: number;
  told: Payload<K>;
};

/** An entry that says which papers and cards a drawer holds, or with what float it began. */
export type DrawerToldRow =
  | ToldAs<'drawer_opened'>
  | ToldAs<'receipt_issued'>
  | ToldAs<'receipt_voided'>
  | ToldAs<'receipt_corrected'>;

/** The opening of a batch's drawer, its receipts, and what was made void or corrected in its time; in order. */
export function toldOfDrawer(tx: LedgerTx, district: string, batch: BatchRow): Promise<DrawerToldRow[]> {
  return tx.rows<DrawerToldRow>(sql`
    SELECT e.kind, e.sequence, e.text::json -> 'payload' AS told FROM entries e
    WHERE ${span(district, batch)} AND ${isNotParked}
      AND e.kind IN ('drawer_opened', 'receipt_issued', 'receipt_voided', 'receipt_corrected')
    ORDER BY e.epoch, e.sequence`);
}

/** Debits − credits of the accounts of a drawer, by tender. */
export async function heldInDrawer(tx: LedgerTx, district: string, batch: BatchRow): Promise<Map<string, number>> {
  const rows = await tx.rows<{ tender: string; cents: number }>(sql`
    SELECT split_part(p.account, ':', 3) AS tender, sum(CASE p.side WHEN 'debit' THEN p.cents ELSE -p.cents END)::bigint AS cents
    FROM postings p WHERE p.district_id = ${district} AND p.series = ${batch.series} AND p.epoch >= ${batch.epoch}
      AND p.account LIKE ${`drawer:${batch.drawer}:%`}
    GROUP BY 1`);
  return new Map(rows.map(({ tender, cents }) => [tender, cents]));
}
