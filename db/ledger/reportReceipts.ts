import { type SQL, sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { explainedTender, inSpan, isExplained, isShown, type Span, sameEntry } from './reportSpan.ts';

/* What receipts came to, from applied postings alone: a year of them is added up without reading one of their texts. */

/** Receipts and those of them made void. */
export type ReceiptsSum = { receipts: number; issuedCents: number; voids: number; voidedCents: number };

export type DrawerSum = ReceiptsSum & { drawer: string; batch: string; cashier: string; businessDay: string };
export type HourSum = ReceiptsSum & { hour: number };

/**
 * Issued and void receipts, one row each: what its lines came to, which is all of one side less what cash rounding left
 * there. `drawer` is null where nothing was laid in one.
 */
const receiptsTold = (span: Span): SQL => sql`
  SELECT e.district_id, e.series, e.epoch, e.sequence, e.kind = 'receipt_issued' AS issued, e.recorded_at,
    max(split_part(p.account, ':', 2)) FILTER (WHERE p.account LIKE 'drawer:%') AS drawer,
    coalesce(sum(p.cents) FILTER (WHERE p.account <> 'rounding'
      AND p.side = CASE e.kind WHEN 'receipt_issued' THEN 'credit' ELSE 'debit' END), 0) AS cents
  FROM entries e JOIN postings p USING (district_id, series, epoch, sequence)
  WHERE ${inSpan(span)} AND e.kind IN ('receipt_issued', 'receipt_voided') AND ${isShown(span)}
  GROUP BY e.district_id, e.series, e.epoch, e.sequence, e.kind, e.recorded_at`;

const sums = sql`count(*) FILTER (WHERE issued)::integer AS receipts,
  coalesce(sum(cents) FILTER (WHERE issued), 0)::bigint AS "issuedCents",
  count(*) FILTER (WHERE NOT issued)::integer AS voids,
  coalesce(sum(cents) FILTER (WHERE NOT issued), 0)::bigint AS "voidedCents"`;

/** By drawer, in the order in which they were opened. */
export function drawerSums(tx: LedgerTx, span: Span): Promise<DrawerSum[]> {
  return tx.rows<DrawerSum>(sql`
    WITH told AS MATERIALIZED (${receiptsTold(span)}),
    named AS (SELECT coalesce(t.drawer, (SELECT coalesce(x.text::json #>> '{payload,drawer}',
        x.text::json #>> '{payload,receipt,drawer}') FROM entries x WHERE ${sameEntry('x', 't')})) COLLATE "C" AS drawer,
      issued, cents FROM told t)
    SELECT n.drawer, b.batch, b.cashier, b.business_day::text AS "businessDay", ${sums}
    FROM named n JOIN batches b ON b.district_id = ${span.district} AND b.drawer COLLATE "C" = n.drawer
    GROUP BY n.drawer, b.batch, b.cashier, b.business_day, b.opened_at ORDER BY b.business_day, b.opened_at, n.drawer`);
}

/** By the hour of the day in which they were recorded, by the clocks of that time zone. */
export function hourSums(tx: LedgerTx, span: Span, timeZone: string): Promise<HourSum[]> {
  return tx.rows<HourSum>(sql`
    SELECT extract(hour FROM to_timestamp(recorded_at / 1000) AT TIME ZONE ${timeZone})::integer AS hour, ${sums}
    FROM (${receiptsTold(span)}) told GROUP BY 1 ORDER BY 1`);
}

/** What moved of one tender. `tender` is that of a drawer, `credit`, `rounding`, or how a refund was given back. */
export type TenderMoved = {
  tender: string;
  takenCents: number;
  voidedCents: number;
  correctedCents: number;
  refundedCents: number;
};

/**
 * Of each tender what receipts brought, voids gave back, corrections moved and refunds paid out. Cash rounding is taken
 * off apart, so that all together is what the lines came to.
 */
export function tendersMoved(tx: LedgerTx, span: Span): Promise<TenderMoved[]> {
  const moved = (name: string, kind: string, sign: 1 | -1) => sql`coalesce(sum(cents) FILTER (WHERE kind = ${kind}), 0)
    ::bigint * ${sql.raw(String(sign))} AS ${sql.identifier(name)}`;
  return tx.rows<TenderMoved>(sql`
    SELECT tender, ${moved('takenCents', 'receipt_issued', 1)}, ${moved('voidedCents', 'receipt_voided', -1)},
      ${moved('correctedCents', 'receipt_corrected', 1)}, ${moved('refundedCents', 'refund_issued', -1)}
    FROM (
      SELECT e.kind, CASE WHEN p.side = 'debit' THEN p.cents ELSE -p.cents END AS cents,
        CASE WHEN p.account LIKE 'drawer:%' THEN split_part(p.account, ':', 3)
          WHEN ${isExplained} THEN ${explainedTender} WHEN p.account = 'rounding' THEN 'rounding' WHEN p.account LIKE 'unapplied:%' THEN 'credit'
          ELSE p.account END AS tender
      FROM entries e JOIN postings p USING (district_id, series, epoch, sequence)
      WHERE ${inSpan(span)} AND ${isShown(span)} AND (
        e.kind = 'receipt_issued' AND (p.account LIKE 'drawer:%' OR p.account = 'rounding'
          OR p.account LIKE 'unapplied:%' AND p.side = 'debit')
        OR e.kind = 'receipt_voided' AND (p.account LIKE 'drawer:%' OR p.account = 'rounding'
          OR p.account LIKE 'unapplied:%' AND p.side = 'credit')
        OR e.kind = 'receipt_corrected' AND (p.account LIKE 'drawer:%' OR ${isExplained})
        OR e.kind = 'refund_issued' AND (p.account LIKE 'drawer:%' OR p.account IN ('clearing:card', 'refunds-payable')))
    ) moved GROUP BY tender ORDER BY tender`);
}
