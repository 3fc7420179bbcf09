import { sql } from 'drizzle-orm';
import { OFFICE_SERIES } from '#domain/series';
import type { LedgerTx } from './database.ts';
import { inSpan, isShown, isShownThere, type Span, sameEntry, withHidden } from './reportSpan.ts';
import type { AccountTotal } from './reports.ts';

/**
 * Debits and credits by account, those of single drawers, handoffs, batches, deposits and customers added up by their kind.
 * Each account is added up before its kind is told: there are a hundred times as many postings.
 * @param without accounts whose entries in the office's journal are left out
 */
export function spanAccounts(tx: LedgerTx, span: Span, without: readonly string[]): Promise<AccountTotal[]> {
  const isTold =
    without.length === 0
      ? sql`true`
      : sql`(p.series <> ${OFFICE_SERIES} OR NOT EXISTS (SELECT FROM postings o WHERE ${sameEntry('o', 'p')} AND o.account = ANY (${sql.param(without)}::text[])))`;
  return tx.rows<AccountTotal>(sql`
    SELECT CASE
        WHEN account LIKE 'drawer:%' THEN 'drawer:' || split_part(account, ':', 3)
        WHEN account LIKE 'undeposited:%' THEN 'undeposited:' || split_part(account, ':', 3)
        WHEN split_part(account, ':', 1) IN ('unapplied', 'suspense', 'transit', 'deposit') THEN split_part(account, ':', 1)
        ELSE account END AS account,
      coalesce(sum(cents) FILTER (WHERE side = 'debit'), 0)::bigint AS "debitCents",
      coalesce(sum(cents) FILTER (WHERE side = 'credit'), 0)::bigint AS "creditCents"
    FROM (SELECT p.account, p.side, sum(p.cents) AS cents FROM postings p
      WHERE ${inSpan(span, 'p')} AND ${isShown(span, 'p')} AND ${isTold} GROUP BY p.account, p.side) posted
    GROUP BY 1 ORDER BY 1`);
}

/** An account with credit: what the span brought and used of it, and what there was at the end of its last day. */
export type CreditRow = {
  account: string;
  customer: string | null;
  broughtCents: number;
  usedCents: number;
  creditCents: number;
};

/** Accounts that had credit then, or had some of it moved in the span, after one of them. */
export function creditByAccount(tx: LedgerTx, asked: CreditAsked, after: string, most: number): Promise<CreditRow[]> {
  return tx.rows<CreditRow>(sql`
    SELECT c.account, h.customer, c.brought AS "broughtCents", c.used AS "usedCents", c.credit AS "creditCents"
    FROM (${credits(asked)}) c
    LEFT JOIN accounts h ON h.district_id = ${asked.district} AND h.account_number = c.account
    WHERE c.account > ${after} ORDER BY c.account LIMIT ${most}`);
}

/** The same, added up. */
export async function creditTotal(
  tx: LedgerTx,
  asked: CreditAsked,
): Promise<Pick<CreditRow, 'broughtCents' | 'usedCents' | 'creditCents'>> {
  const [row] = await tx.rows<Pick<CreditRow, 'broughtCents' | 'usedCents' | 'creditCents'>>(sql`
    SELECT coalesce(sum(brought), 0)::bigint AS "broughtCents", coalesce(sum(used), 0)::bigint AS "usedCents",
      coalesce(sum(credit), 0)::bigint AS "creditCents" FROM (${credits(asked)}) c`);
  return row ?? { broughtCents: 0, usedCents: 0, creditCents: 0 };
}

/**
 * Of which days credit is asked. What a load moved has no business day: it is of the district's day on which it was
 * loaded. What a drawer that is not counted brought or used is left out.
 */
export type CreditAsked = Span & { timeZone: string };

const credits = ({ timeZone, ...span }: CreditAsked) => sql`
  SELECT * FROM (
    SELECT account, coalesce(sum(cents), 0)::bigint AS credit,
      coalesce(sum(cents) FILTER (WHERE day >= ${span.from}::date AND cents > 0), 0)::bigint AS brought,
      coalesce(-sum(cents) FILTER (WHERE day >= ${span.from}::date AND cents < 0), 0)::bigint AS used
    FROM (
      SELECT a.account_number AS account, a.cents,
        coalesce(e.business_day, (to_timestamp(l.loaded_at / 1000.0) AT TIME ZONE ${timeZone})::date) AS day
      FROM applications a LEFT JOIN entries e USING (district_id, series, epoch, sequence)
      LEFT JOIN loads l ON l.district_id = a.district_id AND l.version = a.load_version
      WHERE a.district_id = ${span.district} AND a.charge_id IS NULL AND (e.sequence IS NULL OR ${isShown(span, 'e')})) dated
    WHERE day <= ${span.to}::date GROUP BY account) moved
  WHERE credit <> 0 OR brought <> 0 OR used <> 0`;

/** One line of suspense: what came, what was cleared by the end of the span, and from whom it is, where that may be told. */
export type SuspenseRow = {
  receipt: string;
  place: number;
  businessDay: string;
  parcel: string | null;
  broughtCents: number;
  clearedCents: number;
  personal: string | null;
};

/** Money in suspense that came in the span, or before and was open or cleared in it, the oldest first. */
export function suspenseOf(tx: LedgerTx, span: Span): Promise<SuspenseRow[]> {
  return tx.rows<SuspenseRow>(sql`${withHidden(span)}
    SELECT split_part(p.account, ':', 2) AS receipt, split_part(p.account, ':', 3)::integer AS place,
      e.business_day::text AS "businessDay", e.personal,
      CASE e.kind WHEN 'receipt_corrected' THEN e.text::json #>> '{payload,correction,to,parcel}'
        ELSE e.text::json #> '{payload,lines}' -> (split_part(p.account, ':', 3)::integer - 1) ->> 'parcel' END AS parcel,
      p.cents AS "broughtCents", p.cents - s.open AS "clearedCents"
    FROM postings p JOIN entries e USING (district_id, series, epoch, sequence)
    CROSS JOIN LATERAL (
      SELECT sum(CASE c.side WHEN 'credit' THEN c.cents ELSE -c.cents END)::bigint AS open,
        bool_or(c.business_day >= ${span.from}::date) AS moved
      FROM postings c
      WHERE c.district_id = p.district_id AND c.account = p.account AND c.account LIKE 'suspense:%'
        AND c.business_day <= ${span.to}::date AND ${isShownThere(span, 'c')}) s
    WHERE p.district_id = ${span.district} AND p.account LIKE 'suspense:%' AND p.side = 'credit'
      -- It came with its receipt, or a correction moved it there; what went and came back is one, of its first day.
      AND e.business_day <= ${span.to}::date AND NOT EXISTS (SELECT FROM postings f
        WHERE f.district_id = p.district_id AND f.account = p.account AND f.account LIKE 'suspense:%' AND f.side = 'credit'
          AND (f.epoch, f.sequence) < (p.epoch, p.sequence))
      AND (s.moved OR s.open <> 0) AND ${isShownThere(span, 'e')}
    ORDER BY e.business_day, e.series, e.epoch, e.sequence, 2`);
}
