import { type SQL, sql } from 'drizzle-orm';
import type { BankTender } from '#domain/bankTender';
import type { LedgerTx } from './database.ts';

/** What one tender of a batch's receipts paid of one fund: all its cash together, each check or money order by itself. */
export type PaidRow = {
  batch: string;
  tender: BankTender;
  /** The receipt of a paper and its place there; null for cash. */
  paper: string | null;
  checkNumber: string | null;
  paperCents: number | null;
  fund: string;
  /** Below zero where more of the fund was given back in cash than came in. */
  cents: number;
};

/** Where a payment stands that pays no charge: the funds of unapplied credit and of suspense. */
export type UnnamedFunds = { unapplied: string; suspense: string };

/** How a line is spread over funds, in the order of its parts. */
const portions = (line: SQL, { unapplied, suspense }: UnnamedFunds) => sql`
  SELECT one ->> 'fund' AS fund, (one ->> 'cents')::bigint AS cents, n
    FROM jsonb_array_elements(coalesce(${line} -> 'charges', ${line} -> 'shares')) WITH ORDINALITY AS parts (one, n)
  UNION ALL SELECT ${unapplied}::text, (${line} ->> 'unappliedCents')::bigint, 1000000
    WHERE (${line} ->> 'unappliedCents')::bigint > 0
  UNION ALL SELECT ${suspense}::text, (${line} ->> 'cents')::bigint, 1 WHERE ${line} ->> 'kind' = 'suspense'`;

/**
 * What receipts of approved batches paid by fund, as their approver saw them: later corrections move no money from one
 * bank account to another. What was void or never was is left out, and cash given back out of the drawer is less. Of a
 * line that several tenders paid, its parts take from them in their order, as lines take from tenders.
 */
export function paidByFund(
  tx: LedgerTx,
  district: string,
  batches: readonly string[],
  unnamed: UnnamedFunds,
): Promise<PaidRow[]> {
  return tx.rows<PaidRow>(sql`WITH ${toldOf(district, batches)}, ${standing},
    paid AS (
      SELECT i.batch, o.tender, CASE o.tender ->> 'kind' WHEN 'cash' THEN NULL ELSE i.label || ' ' || o.place END AS paper,
        o.fund, o.cents
      FROM issued i CROSS JOIN LATERAL (${ofReceipt(unnamed)}) o
      WHERE o.tender ->> 'kind' IN ('cash', 'check', 'money-order')
      UNION ALL SELECT r.batch, '{"kind":"cash"}'::jsonb, NULL, p.fund, -p.cents
      FROM told r CROSS JOIN LATERAL jsonb_array_elements(r.told -> 'parts') part
      CROSS JOIN LATERAL (${portions(sql`(part -> 'line')`, unnamed)}) p
      WHERE r.kind = 'refund_issued' AND r.told #>> '{means,batch}' = r.batch)
    SELECT batch, tender ->> 'kind' AS tender, paper, coalesce(tender ->> 'checkNumber', tender ->> 'serial') AS "checkNumber",
      CASE WHEN paper IS NOT NULL THEN (tender ->> 'cents')::bigint END AS "paperCents", fund, sum(cents)::bigint AS cents
    FROM paid GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 6`);
}

/** Receipt `i` alone: which tender, at which place, paid how much of which fund. */
const ofReceipt = (unnamed: UnnamedFunds) => sql`
  SELECT coalesce(i.stands -> concat('tender', p.tender), i.receipt -> 'tenders' -> p.tender) AS tender, p.tender AS place,
    l.fund, least(l.at + l.cents, p.at + p.cents) - greatest(l.at, p.at) AS cents
  FROM (SELECT l.n - 1 AS line, p.fund, p.cents, sum(p.cents) OVER (PARTITION BY l.n ORDER BY p.n) - p.cents AS at
    FROM jsonb_array_elements(i.receipt -> 'lines') WITH ORDINALITY AS l (told, n)
    CROSS JOIN LATERAL (SELECT coalesce(i.stands -> concat('line', l.n - 1), l.told) AS line OFFSET 0) s
    CROSS JOIN LATERAL (${portions(sql`s.line`, unnamed)}) p) l
  JOIN (SELECT line, tender, cents, sum(cents) OVER (PARTITION BY line ORDER BY n) - cents AS at
    FROM (SELECT (one ->> 'line')::integer AS line, (one ->> 'tender')::integer AS tender, (one ->> 'cents')::bigint AS cents, n
      FROM jsonb_array_elements(i.receipt -> 'payments') WITH ORDINALITY AS p (one, n)) p) p
    ON p.line = l.line AND l.at < p.at + p.cents AND p.at < l.at + l.cents`;

/**
 * Receipts of the batches from opening to close, and what was undone up to the entry that their last approval names. Each
 * text is taken apart once, as jsonb: as json it would be read again for every line and tender.
 */
const toldOf = (district: string, batches: readonly string[]) => sql`
  asked AS MATERIALIZED (
    SELECT b.batch, b.series, b.epoch, b.sequence, (h.head ->> 'epoch')::integer AS head_epoch,
      (h.head ->> 'sequence')::bigint AS head_sequence
    FROM batches b CROSS JOIN LATERAL (
      SELECT e.text::jsonb #> '{payload,head}' AS head
      FROM batch_steps s JOIN entries e USING (district_id, series, epoch, sequence)
      WHERE s.district_id = b.district_id AND s.batch = b.batch AND s.step = 'approved'
      ORDER BY s.sequence DESC LIMIT 1) h
    WHERE b.district_id = ${district} AND b.batch = ANY(${sql.param(batches)}::text[])),
  told AS MATERIALIZED (
    SELECT a.batch, e.kind, e.epoch, e.sequence, e.text::jsonb -> 'payload' AS told
    FROM asked a CROSS JOIN LATERAL (SELECT * FROM entries e
      WHERE e.district_id = ${district} AND e.series = a.series AND (e.epoch, e.sequence) > (a.epoch, a.sequence)
        AND (e.epoch, e.sequence) <= (a.head_epoch, a.head_sequence) AND e.kind IN ('receipt_issued',
          'receipt_voided', 'receipt_corrected', 'receipt_reversed', 'refund_issued')
        AND NOT EXISTS (SELECT FROM parked p WHERE p.district_id = e.district_id AND p.series = e.series
          AND p.epoch = e.epoch AND p.sequence = e.sequence) OFFSET 0) e)`;

/** The receipts that stand, and what of each was corrected: by `line0`, `tender1` what it is now. */
const standing = sql`
  gone AS MATERIALIZED (
    SELECT batch, CASE kind WHEN 'receipt_voided' THEN told #>> '{receipt,label}' ELSE told ->> 'receipt' END AS label
    FROM told WHERE kind IN ('receipt_voided', 'receipt_reversed')),
  corrected AS MATERIALIZED (
    SELECT batch, told ->> 'receipt' AS label, jsonb_object_agg(concat(told #>> '{correction,what}',
      told #>> '{correction,place}'), told #> '{correction,to}' ORDER BY epoch, sequence) AS stands
    FROM told WHERE kind = 'receipt_corrected' GROUP BY 1, 2),
  issued AS MATERIALIZED (
    SELECT t.batch, t.told ->> 'label' AS label, t.told AS receipt, c.stands
    FROM told t LEFT JOIN corrected c ON c.batch = t.batch AND c.label = t.told ->> 'label'
    WHERE t.kind = 'receipt_issued' AND t.told ->> 'batch' = t.batch
      AND (t.batch, t.told ->> 'label') NOT IN (SELECT batch, label FROM gone))`;
