import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { inSpan, isShown, type Span } from './reportSpan.ts';
import type { AccountTotal } from './reports.ts';

/** Debits and credits by account, those of single drawers, handoffs, batches, deposits and customers added up by their kind. */
export function spanAccounts(tx: LedgerTx, span: Span): Promise<AccountTotal[]> {
  return tx.rows<AccountTotal>(sql`
    SELECT account, coalesce(sum(cents) FILTER (WHERE side = 'debit'), 0)::bigint AS "debitCents",
      coalesce(sum(cents) FILTER (WHERE side = 'credit'), 0)::bigint AS "creditCents"
    FROM (SELECT CASE
        WHEN p.account LIKE 'drawer:%' THEN 'drawer:' || split_part(p.account, ':', 3)
        WHEN p.account LIKE 'undeposited:%' THEN 'undeposited:' || split_part(p.account, ':', 3)
        WHEN split_part(p.account, ':', 1) IN ('unapplied', 'suspense', 'transit', 'deposit')
          THEN split_part(p.account, ':', 1)
        ELSE p.account END AS account, p.side, p.cents
      FROM entries e JOIN postings p USING (district_id, series, epoch, sequence)
      WHERE ${inSpan(span)} AND ${isShown(span)}) posted
    GROUP BY account ORDER BY account`);
}

/** An account with credit: what the span brought and used of it, and what there is now. */
export type CreditRow = {
  account: string;
  customer: string | null;
  broughtCents: number;
  usedCents: number;
  creditCents: number;
};

/** Accounts that have credit, or had some of it moved in the span, after one of them. */
export function creditByAccount(tx: LedgerTx, span: Span, after: string, most: number): Promise<CreditRow[]> {
  return tx.rows<CreditRow>(sql`
    SELECT c.account, h.customer, c.brought AS "broughtCents", c.used AS "usedCents", c.credit AS "creditCents"
    FROM (${credits(span)}) c
    LEFT JOIN accounts h ON h.district_id = ${span.district} AND h.account_number = c.account
    WHERE c.account > ${after} ORDER BY c.account LIMIT ${most}`);
}

/** The same, added up. */
export async function creditTotal(
  tx: LedgerTx,
  span: Span,
): Promise<Pick<CreditRow, 'broughtCents' | 'usedCents' | 'creditCents'>> {
  const [row] = await tx.rows<Pick<CreditRow, 'broughtCents' | 'usedCents' | 'creditCents'>>(sql`
    SELECT coalesce(sum(brought), 0)::bigint AS "broughtCents", coalesce(sum(used), 0)::bigint AS "usedCents",
      coalesce(sum(credit), 0)::bigint AS "creditCents" FROM (${credits(span)}) c`);
  return row ?? { broughtCents: 0, usedCents: 0, creditCents: 0 };
}

const credits = (span: Span) => sql`
  SELECT * FROM (
    SELECT a.account_number AS account, coalesce(sum(a.cents), 0)::bigint AS credit,
      coalesce(sum(a.cents) FILTER (WHERE e.sequence IS NOT NULL AND a.cents > 0), 0)::bigint AS brought,
      coalesce(-sum(a.cents) FILTER (WHERE e.sequence IS NOT NULL AND a.cents < 0), 0)::bigint AS used
    FROM applications a LEFT JOIN entries e ON e.district_id = a.district_id AND e.series = a.series
      AND e.epoch = a.epoch AND e.sequence = a.sequence AND e.business_day BETWEEN ${span.from}::date AND ${span.to}::date
    WHERE a.district_id = ${span.district} AND a.charge_id IS NULL GROUP BY a.account_number) moved
  WHERE credit <> 0 OR brought <> 0 OR used <> 0`;

/** One line of suspense: what came, what was cleared since, and from whom it is, where that may be told. */
export type SuspenseRow = {
  receipt: string;
  place: number;
  businessDay: string;
  parcel: string | null;
  broughtCents: number;
  clearedCents: number;
  personal: string | null;
};

/** Money in suspense whose receipt is of the span, the oldest first. */
export function suspenseOf(tx: LedgerTx, span: Span): Promise<SuspenseRow[]> {
  return tx.rows<SuspenseRow>(sql`
    SELECT split_part(p.account, ':', 2) AS receipt, split_part(p.account, ':', 3)::integer AS place,
      e.business_day::text AS "businessDay", e.personal,
      e.text::json #> '{payload,lines}' -> (split_part(p.account, ':', 3)::integer - 1) ->> 'parcel' AS parcel,
      p.cents AS "broughtCents", coalesce((SELECT p.cents - sum(CASE c.side WHEN 'credit' THEN c.cents ELSE -c.cents END)
        FROM postings c WHERE c.district_id = p.district_id AND c.account = p.account), 0)::bigint AS "clearedCents"
    FROM postings p JOIN entries e USING (district_id, series, epoch, sequence)
    WHERE p.district_id = ${span.district} AND p.account LIKE 'suspense:%' AND p.side = 'credit'
      AND e.kind = 'receipt_issued' AND ${inSpan(span)} AND ${isShown(span)}
    ORDER BY e.business_day, e.series, e.epoch, e.sequence, 2`);
}
