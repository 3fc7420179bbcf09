import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { inSpan, isApplied, isShown, type Span } from './reportSpan.ts';

/** An entry that found something over or short, or explained it: the close of a drawer, also an even one, and others. */
export type OverShortRow = {
  kind: string;
  businessDay: string;
  actor: string;
  /** Of a settled handoff: the cashier of the drawer that it is of, where there is one. */
  cashier: string | null;
  told: {
    /** Null, as its batch, of a float that no drawer took. */
    drawer?: string | null;
    batch?: string | null;
    cashier?: string;
    handoff?: string;
    deposit?: string;
    order?: string;
    count?: string;
    label?: string;
  } & {
    z?: { label: string };
  };
  overShortCents: number;
  checkCents: number;
  moneyOrderCents: number;
  cardCents: number;
};

/**
 * Over is credited, short debited; differences of checks, money orders and cards are no cash. In order of business day. What
 * a bank or the county says otherwise of a deposit is not in it: deposits are told with that.
 */
export function overAndShort(tx: LedgerTx, span: Span): Promise<OverShortRow[]> {
  const found = (account: string, name: string) => sql`
    coalesce(sum(CASE p.side WHEN 'credit' THEN p.cents ELSE -p.cents END) FILTER (WHERE p.account = ${account}), 0)
      ::bigint AS ${sql.identifier(name)}`;
  return tx.rows<OverShortRow>(sql`
    WITH found AS MATERIALIZED (
      SELECT e.district_id, e.series, e.epoch, e.sequence, ${found('over-short', 'overShortCents')},
        ${found('difference:check', 'checkCents')}, ${found('difference:money-order', 'moneyOrderCents')},
        ${found('difference:card', 'cardCents')}
      FROM entries e LEFT JOIN postings p ON p.district_id = e.district_id AND p.series = e.series
        AND p.epoch = e.epoch AND p.sequence = e.sequence
        AND p.account IN ('over-short', 'difference:check', 'difference:money-order', 'difference:card')
      WHERE ${inSpan(span, 'e')} AND ${isShown(span, 'e')} AND (p.place IS NOT NULL OR e.kind IN ('drawer_closed', 'drawer_ended') AND ${isApplied})
        AND e.kind NOT IN ('receipt_issued', 'receipt_voided')
      GROUP BY e.district_id, e.series, e.epoch, e.sequence)
    SELECT e.kind, e.business_day::text AS "businessDay", e.actor, e.text::json -> 'payload' AS told,
      -- Looked up for these alone: joined, every batch would be compared with the text of every entry.
      CASE e.kind WHEN 'handoff_resolved' THEN (SELECT b.cashier FROM batches b WHERE b.district_id = e.district_id
        AND b.batch = e.text::json #>> '{payload,batch}') END AS cashier,
      f."overShortCents", f."checkCents", f."moneyOrderCents", f."cardCents"
    FROM found f JOIN entries e USING (district_id, series, epoch, sequence)
    ORDER BY e.business_day, e.recorded_at, e.series, e.epoch, e.sequence`);
}
