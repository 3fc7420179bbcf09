import { type SQL, sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { explainedTender, inSpan, isExplained, isLineShown, isShown, type Span } from './reportSpan.ts';

/* What receipts came to, from their lines and postings alone: a year is added up without reading one of their texts. */

/** Receipts and those of them made void. */
export type ReceiptsSum = { receipts: number; issuedCents: number; voids: number; voidedCents: number };

export type DrawerSum = ReceiptsSum & { drawer: string; batch: string; cashier: string; businessDay: string };
export type HourSum = ReceiptsSum & { hour: number };

/** Lines of issued and void receipts of the span. */
const ofReceipts = (span: Span): SQL =>
  sql`${inSpan(span, 'l')} AND l.done IN ('issued', 'voided') AND ${isLineShown(span)}`;

/** Every receipt has a first line, so as many as there are of these there are receipts. */
const sums = sql`count(*) FILTER (WHERE l.done = 'issued' AND l.place = 0)::integer AS receipts,
  coalesce(sum(l.cents) FILTER (WHERE l.done = 'issued'), 0)::bigint AS "issuedCents",
  count(*) FILTER (WHERE l.done = 'voided' AND l.place = 0)::integer AS voids,
  coalesce(sum(l.cents) FILTER (WHERE l.done = 'voided'), 0)::bigint AS "voidedCents"`;

/** By drawer, in the order in which they were opened. */
export function drawerSums(tx: LedgerTx, span: Span): Promise<DrawerSum[]> {
  return tx.rows<DrawerSum>(sql`
    SELECT t.drawer, b.batch, b.cashier, b.business_day::text AS "businessDay", t.receipts, t."issuedCents", t.voids,
      t."voidedCents"
    FROM (SELECT l.drawer, ${sums} FROM receipt_lines l WHERE ${ofReceipts(span)} GROUP BY l.drawer) t
    JOIN batches b ON b.district_id = ${span.district} AND b.drawer COLLATE "C" = t.drawer
    ORDER BY b.business_day, b.opened_at, t.drawer`);
}

/**
 * By the hour of the day in which they were recorded, by the clocks of that time zone. Clocks differ by whole quarters of
 * an hour, so what a quarter brought is added up before its hour is told.
 */
export function hourSums(tx: LedgerTx, span: Span, timeZone: string): Promise<HourSum[]> {
  const sum = (name: keyof ReceiptsSum, type: string) =>
    sql`sum(${sql.identifier(name)})::${sql.raw(type)} AS ${sql.identifier(name)}`;
  return tx.rows<HourSum>(sql`
    SELECT extract(hour FROM to_timestamp(quarter * 900) AT TIME ZONE ${timeZone})::integer AS hour,
      ${sum('receipts', 'integer')}, ${sum('issuedCents', 'bigint')}, ${sum('voids', 'integer')},
      ${sum('voidedCents', 'bigint')}
    FROM (SELECT l.recorded_at / 900000 AS quarter, ${sums} FROM receipt_lines l WHERE ${ofReceipts(span)} GROUP BY 1) q
    GROUP BY 1 ORDER BY 1`);
}

/** What moved of one tender. `tender` is that of a drawer, `credit`, `rounding`, or how a refund was given back. */
export type TenderMoved = {
  tender: string;
  takenCents: number;
  voidedCents: number;
  correctedCents: number;
  reversedCents: number;
  refundedCents: number;
};

/**
 * Of each tender what receipts brought, voids gave back, corrections moved, reversals took off and refunds paid out. What
 * is reversed was explained when its drawer closed, and is now. Cash rounding is taken off apart, so that all together is what the lines came to. Each account is added up before its tender is told: there are
 * a hundred times as many postings.
 */
export function tendersMoved(tx: LedgerTx, span: Span): Promise<TenderMoved[]> {
  const moved = (name: string, kind: string, sign: 1 | -1) => sql`coalesce(sum(cents) FILTER (WHERE kind = ${kind}), 0)
    ::bigint * ${sql.raw(String(sign))} AS ${sql.identifier(name)}`;
  return tx.rows<TenderMoved>(sql`
    SELECT tender, ${moved('takenCents', 'receipt_issued', 1)}, ${moved('voidedCents', 'receipt_voided', -1)},
      ${moved('correctedCents', 'receipt_corrected', 1)},
      ${moved('reversedCents', 'receipt_reversed', -1)}, ${moved('refundedCents', 'refund_issued', -1)}
    FROM (
      SELECT p.kind, CASE WHEN p.side = 'debit' THEN p.cents ELSE -p.cents END AS cents,
        CASE WHEN p.account LIKE 'drawer:%' THEN split_part(p.account, ':', 3)
          WHEN ${isExplained} THEN ${explainedTender} WHEN p.account LIKE 'unapplied:%' THEN 'credit'
          ELSE p.account END AS tender
      FROM (SELECT p.kind, p.account, p.side, sum(p.cents) AS cents FROM postings p
        WHERE ${inSpan(span, 'p')} AND p.account NOT LIKE 'gl:%' AND ${isShown(span, 'p')}
          AND p.kind IN ('receipt_issued', 'receipt_voided', 'receipt_corrected', 'receipt_reversed', 'refund_issued')
        GROUP BY p.kind, p.account, p.side) p
      WHERE p.kind = 'receipt_issued' AND (p.account LIKE 'drawer:%' OR p.account = 'rounding'
          OR p.account LIKE 'unapplied:%' AND p.side = 'debit')
        OR p.kind = 'receipt_voided' AND (p.account LIKE 'drawer:%' OR p.account = 'rounding'
          OR p.account LIKE 'unapplied:%' AND p.side = 'credit')
        OR p.kind = 'receipt_corrected' AND (p.account LIKE 'drawer:%' OR ${isExplained})
        OR p.kind = 'receipt_reversed' AND (${isExplained} OR p.account = 'rounding'
          OR p.account LIKE 'unapplied:%' AND p.side = 'credit')
        OR p.kind = 'refund_issued' AND (p.account LIKE 'drawer:%' OR p.account IN ('clearing:card', 'refunds-payable',
          'rounding'))
    ) moved GROUP BY tender ORDER BY tender`);
}
