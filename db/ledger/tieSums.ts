import { type SQL, sql } from 'drizzle-orm';
import type { BankTender } from '#domain/bankTender';
import type { BusinessDay } from '#domain/businessDay';
import type { BatchRow } from './batches.ts';
import { isNotParked, span } from './batchSums.ts';
import type { LedgerTx } from './database.ts';
import { postingsOf } from './postings.ts';

/* What the postings say on the way from a batch's receipts to the bank, added up each time it is asked. */

/** What entries of one kind posted to an account: debits − credits. */
export type DrawerPosting = {
  kind: string;
  account: string;
  /** The number of a refund, or of cash paid in or out, of which each stands for itself. */
  document: string | null;
  cents: number;
};

const signed = sql`CASE p.side WHEN 'debit' THEN p.cents ELSE -p.cents END`;
const handsOver = sql`('drawer_opened', 'cash_dropped', 'drawer_closed', 'drawer_ended')`;

/** Entries `e` of the batch's span, and the office's that ended its drawer, where one did. */
function spanToEnd(district: string, batch: BatchRow): SQL {
  const { series, closedSeries, closedEpoch, closedSequence } = batch;
  if (closedSeries === null || closedSeries === series) return span(district, batch);
  return sql`(${span(district, batch)} OR e.district_id = ${district} AND e.series = ${closedSeries}
    AND e.epoch = ${closedEpoch} AND e.sequence = ${closedSequence})`;
}

/**
 * What moved in a batch's drawer, account by account; of its float, its drops and its close the other side, which says
 * where the money came from or went.
 */
export function drawerPostings(tx: LedgerTx, district: string, batch: BatchRow): Promise<DrawerPosting[]> {
  return tx.rows<DrawerPosting>(sql`
    SELECT e.kind, p.account, CASE WHEN e.kind IN ('refund_issued', 'cash_paid_in', 'cash_paid_out')
        THEN e.text::json #>> '{payload,label}' END AS document, sum(${signed})::bigint AS cents
    FROM entries e CROSS JOIN LATERAL (${postingsOf('e')}) p
    WHERE ${spanToEnd(district, batch)} AND CASE WHEN e.kind IN ${handsOver}
      THEN p.account NOT LIKE 'drawer:%' AND e.text::json #>> '{payload,drawer}' = ${batch.drawer}
      ELSE p.account LIKE ${`drawer:${batch.drawer}:%`} END
    GROUP BY 1, 2, 3 ORDER BY 3, 1, 2`);
}

/** What explained over/short or a difference of a batch after its close: debits − credits of where that stood. */
export type Explained = {
  kind: 'receipt_corrected' | 'receipt_reversed';
  document: string;
  account: string;
  cents: number;
};

/** What was put right after its close of the receipts that a batch took. */
export function explainedLater(tx: LedgerTx, district: string, batch: BatchRow): Promise<Explained[]> {
  return tx.rows<Explained>(sql`
    WITH later AS MATERIALIZED (SELECT e.*, e.text::json -> 'payload' AS told FROM entries e
      WHERE e.district_id = ${district} AND e.series = ${batch.series}
        AND (e.epoch, e.sequence) > (${batch.lastEpoch}, ${batch.lastSequence})
        AND e.kind IN ('receipt_corrected', 'receipt_reversed') AND ${isNotParked})
    SELECT l.kind, l.told ->> 'label' AS document, p.account, sum(${signed})::bigint AS cents
    FROM later l CROSS JOIN LATERAL (${postingsOf('l')}) p
    WHERE (p.account = 'over-short' OR p.account LIKE 'difference:%') AND EXISTS (SELECT FROM entries e
      WHERE ${span(district, batch)} AND e.kind = 'receipt_issued' AND e.sequence = (l.told ->> 'issuedSequence')::bigint
        AND e.text::json #>> '{payload,label}' = l.told ->> 'receipt'
        AND e.text::json #>> '{payload,batch}' = ${batch.batch}
      -- Kept apart, so that each receipt is looked up by its number, instead of every one of the batch compared.
      OFFSET 0)
    GROUP BY l.epoch, l.sequence, 1, 2, 3 ORDER BY l.epoch, l.sequence, 3`);
}

/** The newest business day of which a deposit holds money, tender by tender. */
export function newestInDeposit(
  tx: LedgerTx,
  district: string,
  deposit: string,
): Promise<{ tender: BankTender; day: BusinessDay }[]> {
  return tx.rows<{ tender: BankTender; day: BusinessDay }>(sql`
    SELECT p.tender, max(b.business_day)::text AS day
    FROM deposit_parts p JOIN batches b USING (district_id, batch)
    WHERE p.district_id = ${district} AND p.deposit = ${deposit} GROUP BY p.tender`);
}
