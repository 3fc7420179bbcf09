import { sql } from 'drizzle-orm';
import { isNotParked } from './batchSums.ts';
import type { LedgerTx } from './database.ts';
import { postingsOf } from './postings.ts';
import { explainedTender, inSpan, isExplained, isShown, type Span } from './reportSpan.ts';

/* What one business day's applied entries say: of accounts their postings, of receipts the totals that they state. */

export type KindTotal = { kind: string; count: number; cents: number; roundingCents: number };
export type RefundTotal = { means: string; count: number; cents: number };
export type CustodyTotal = { kind: string; count: number; cents: number };
export type TenderTotal = {
  tender: string;
  takenCents: number;
  givenBackCents: number;
  correctedInCents: number;
  correctedOutCents: number;
};
export type AccountTotal = { account: string; debitCents: number; creditCents: number };
export type ClosedDrawer = {
  drawer: string;
  cashier: string;
  /** None of a drawer that the office ended. */
  z: string | null;
  overShortCents: number;
  checkDifferenceCents: number;
  cardDifferenceCents: number;
};

/** Entries `e` of the day, but for those of drawers of which no amount is told yet. */
const ofDay = (span: Span) => sql`${inSpan(span, 'e')} AND ${isShown(span, 'e')}`;

/** An entry that was applied, and not parked, has postings: all of these kinds move money. */
const applied = sql`EXISTS (SELECT FROM postings p WHERE p.district_id = e.district_id AND p.series = e.series
  AND p.epoch = e.epoch AND p.sequence = e.sequence)`;

/**
 * Receipts and what undid them: how many, the lines' totals as Z and verify add them up, and apart from these what cash
 * rounding left with the district: below zero where it cost something.
 */
export function receiptTotals(tx: LedgerTx, span: Span): Promise<KindTotal[]> {
  return tx.rows<KindTotal>(sql`
    SELECT kind, count(*)::integer AS count, sum(cents)::bigint AS cents, sum(rounding)::bigint AS "roundingCents" FROM (
      SELECT e.kind, CASE e.kind
          WHEN 'receipt_issued' THEN (e.text::json #>> '{payload,totalCents}')::bigint
          WHEN 'receipt_voided' THEN (e.text::json #>> '{payload,receipt,totalCents}')::bigint
          WHEN 'receipt_corrected' THEN (e.text::json #>> '{payload,correction,from,cents}')::bigint
          ELSE (SELECT sum((part #>> '{line,cents}')::bigint) FROM json_array_elements(e.text::json #> '{payload,parts}') part)
        END AS cents,
        (SELECT coalesce(sum(CASE p.side WHEN 'credit' THEN p.cents ELSE -p.cents END), 0) FROM postings p
          WHERE p.district_id = e.district_id AND p.series = e.series AND p.epoch = e.epoch AND p.sequence = e.sequence
            AND p.account = 'rounding') AS rounding
      FROM entries e WHERE ${ofDay(span)} AND ${applied}
        AND e.kind IN ('receipt_issued', 'receipt_voided', 'receipt_corrected', 'receipt_reversed', 'refund_issued')
      ) receipts
    GROUP BY kind`);
}

/** What payers got back by refunds, by how they got it. */
export function refundTotals(tx: LedgerTx, span: Span): Promise<RefundTotal[]> {
  return tx.rows<RefundTotal>(sql`
    SELECT e.text::json #>> '{payload,means,kind}' AS means, count(*)::integer AS count,
      sum((e.text::json #>> '{payload,cents}')::bigint)::bigint AS cents
    FROM entries e WHERE ${ofDay(span)} AND e.kind = 'refund_issued'
      AND ${applied}
    GROUP BY 1 ORDER BY 1`);
}

/** What moves a drawer's cash, or opens its tray, and is no receipt. */
const custody = sql`('cash_dropped', 'cash_paid_in', 'cash_paid_out', 'no_sale', 'change_swapped', 'drawer_checked',
  'totals_read')`;

/** Cash that moved at drawers and was no receipt, by kind of entry. */
export function custodyTotals(tx: LedgerTx, span: Span): Promise<CustodyTotal[]> {
  return tx.rows<CustodyTotal>(sql`
    SELECT e.kind, count(*)::integer AS count, coalesce(sum((e.text::json #>> '{payload,cents}')::bigint), 0)::bigint AS cents
    FROM entries e WHERE ${ofDay(span)} AND e.kind IN ${custody}
      AND ${isNotParked}
    GROUP BY e.kind ORDER BY e.kind`);
}

/** What receipts and their undoing moved of each tender of the drawers: floats, closes and other cash aside. */
export function tenderTotals(tx: LedgerTx, span: Span): Promise<TenderTotal[]> {
  const moved = (name: string, side: 'debit' | 'credit', isCorrection: boolean) => sql`
    coalesce(sum(p.cents) FILTER (WHERE p.side = ${side} AND (e.kind = 'receipt_corrected') = ${isCorrection}), 0)::bigint
      AS ${sql.identifier(name)}`;
  return tx.rows<TenderTotal>(sql`
    SELECT CASE WHEN p.account LIKE 'drawer:%' THEN split_part(p.account, ':', 3) ELSE ${explainedTender} END AS tender,
      ${moved('takenCents', 'debit', false)},
      ${moved('givenBackCents', 'credit', false)}, ${moved('correctedInCents', 'debit', true)},
      ${moved('correctedOutCents', 'credit', true)}
    FROM entries e CROSS JOIN LATERAL (${postingsOf('e')}) p
    WHERE ${ofDay(span)}
      AND e.kind NOT IN ('drawer_opened', 'drawer_closed', 'drawer_ended') AND e.kind NOT IN ${custody}
      AND (p.account LIKE 'drawer:%' OR e.kind = 'receipt_corrected' AND ${isExplained})
    GROUP BY 1 ORDER BY 1`);
}

/** Drawers closed on the day, even ones too. Over is credited, short debited. */
export function closedDrawers(tx: LedgerTx, span: Span): Promise<ClosedDrawer[]> {
  const difference = (account: string, name: string) => sql`
    coalesce(sum(CASE WHEN p.account = ${account} THEN CASE p.side WHEN 'credit' THEN p.cents ELSE -p.cents END END), 0)
      ::bigint AS ${sql.identifier(name)}`;
  return tx.rows<ClosedDrawer>(sql`
    SELECT e.text::json #>> '{payload,drawer}' AS drawer, e.text::json #>> '{payload,cashier}' AS cashier,
      e.text::json #>> '{payload,z,label}' AS z, ${difference('over-short', 'overShortCents')},
      ${difference('difference:check', 'checkDifferenceCents')}, ${difference('difference:card', 'cardDifferenceCents')}
    FROM entries e LEFT JOIN LATERAL (${postingsOf('e')}) p ON true
    WHERE ${ofDay(span)} AND e.kind IN ('drawer_closed', 'drawer_ended')
      AND ${isNotParked}
    GROUP BY e.series, e.epoch, e.sequence, e.text ORDER BY 1`);
}

export type StationStanding = { series: string; epoch: number; entries: number; waiting: number };

/** Stations with entries of the day, and how many of their entries of any day are not applied yet. */
export function stationStandings(tx: LedgerTx, district: string, day: string): Promise<StationStanding[]> {
  return tx.rows<StationStanding>(sql`
    SELECT s.series, s.epoch,
      (SELECT count(*) FROM entries e WHERE e.district_id = s.district_id AND e.series = s.series AND e.epoch = s.epoch
        AND e.business_day = ${day}::date)::integer AS entries,
      (SELECT count(*) FROM entries e WHERE e.district_id = s.district_id AND e.series = s.series AND e.epoch = s.epoch
        AND e.sequence > s.applied_sequence)::integer AS waiting
    FROM stations s WHERE s.district_id = ${district} ORDER BY s.series, s.epoch`);
}

export type ParkedRow = { series: string; epoch: number; sequence: number; why: string; detail: string };
export type StrayRow = { series: string; epoch: number; sequence: number | null; hash: string; why: string };

/** Rows of the two lists at most: whoever has more to look at begins with these. */
const LISTED_MAX = 200;

export function parkedEntries(tx: LedgerTx, district: string): Promise<ParkedRow[]> {
  return tx.rows<ParkedRow>(sql`
    SELECT series, epoch, sequence, why, detail FROM parked WHERE district_id = ${district}
    ORDER BY parked_at, series, epoch, sequence LIMIT ${LISTED_MAX}`);
}

/** Strays that no chain holds: one that came early and was sent again in its turn is none any more. */
export function strayEntries(tx: LedgerTx, district: string): Promise<StrayRow[]> {
  return tx.rows<StrayRow>(sql`
    SELECT series, epoch, sequence, hash, why FROM quarantine q WHERE district_id = ${district}
      AND NOT EXISTS (SELECT FROM entries e WHERE e.district_id = q.district_id AND e.series = q.series
        AND e.epoch = q.epoch AND e.sequence = q.sequence AND e.hash = q.hash)
    ORDER BY received_at, series, epoch, sequence LIMIT ${LISTED_MAX}`);
}
