import { type SQL, sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { type DepositRow, leftAt, stateAt } from './deposits.ts';
import type { Span } from './reportSpan.ts';

/** A deposit and what is in it. The bank's day and amount are null until its slip is there. */
export type DepositTold = Pick<DepositRow, 'deposit' | 'number' | 'bankAccount' | 'firstReceiptAt' | 'dueAt'> & {
  businessDay: string;
  preparer: string;
  state: DepositRow['state'];
  batches: number;
  handedAt: number | null;
  bankDay: string | null;
  bankCents: number | null;
  /** What two counts, or the last one that settled some, found in it: null until then. */
  held: unknown;
  explained: string | null;
};

/** Deposits that were prepared in the span, in order, those after a number. */
export function depositsOf(tx: LedgerTx, span: Span, after: number, most: number): Promise<DepositTold[]> {
  return tx.rows<DepositTold>(told(span, after, most));
}

/**
 * Those of them that left after their time or are there beyond it: who left out others of a page would tell a short page.
 * @param now until when one that is there could have left
 */
export function lateDepositsOf(
  tx: LedgerTx,
  span: Span,
  now: number,
  after: number,
  most: number,
): Promise<DepositTold[]> {
  return tx.rows<DepositTold>(sql`
    SELECT * FROM (${told(span, after, null)}) d
    WHERE d.state <> 'withdrawn' AND coalesce(d."handedAt", ${now}) > d."dueAt" ORDER BY d.number LIMIT ${most}`);
}

/** How many batches are in those of them that were not taken back: one in several, by tender or by fund, is one. */
export async function batchesInDeposits(tx: LedgerTx, { district, from, to }: Span): Promise<number> {
  const [row] = await tx.rows<{ batches: number }>(sql`
    SELECT count(DISTINCT p.batch)::integer AS batches FROM deposits d
    JOIN entries e USING (district_id, series, epoch, sequence)
    JOIN deposit_parts p USING (district_id, deposit)
    WHERE d.district_id = ${district} AND e.business_day BETWEEN ${from}::date AND ${to}::date
      AND NOT EXISTS (SELECT FROM deposit_steps w
        WHERE w.district_id = d.district_id AND w.deposit = d.deposit AND w.step = 'withdrawn')`);
  return row?.batches ?? 0;
}

/** @param most null: all of them */
function told(span: Span, after: number, most: number | null): SQL {
  return sql`
    SELECT d.deposit, d.number, d.bank_account AS "bankAccount", d.first_receipt_at AS "firstReceiptAt",
      d.due_at AS "dueAt", e.business_day::text AS "businessDay", e.actor AS preparer,
      (SELECT count(DISTINCT p.batch) FROM deposit_parts p WHERE p.district_id = d.district_id AND p.deposit = d.deposit)
        ::integer AS batches,
      ${stateAt(sql`l.step`)} AS state,
      ${leftAt} AS "handedAt",
      c.told ->> 'day' AS "bankDay", (c.told ->> 'cents')::bigint AS "bankCents",
      (SELECT coalesce(t.personal, '{}') FROM deposit_steps s JOIN entries t USING (district_id, series, epoch, sequence)
        WHERE s.district_id = d.district_id AND s.deposit = d.deposit AND s.step = 'explained') AS explained,
      CASE WHEN l.step NOT IN ('prepared', 'differs', 'withdrawn') THEN coalesce(m.told, e.text::json -> 'payload') END
        AS held
    FROM deposits d
    JOIN entries e USING (district_id, series, epoch, sequence)
    CROSS JOIN LATERAL (SELECT s.step FROM deposit_steps s WHERE s.district_id = d.district_id AND s.deposit = d.deposit
      AND s.step NOT IN ('destroyed', 'explained') ORDER BY s.sequence DESC LIMIT 1) l
    LEFT JOIN LATERAL (SELECT t.text::json -> 'payload' AS told FROM deposit_steps s
      JOIN entries t USING (district_id, series, epoch, sequence)
      WHERE s.district_id = d.district_id AND s.deposit = d.deposit AND s.step IN ('made', 'resealed')
        AND t.kind IN ('deposit_resolved', 'recount_resolved') ORDER BY s.sequence DESC LIMIT 1) m ON true
    LEFT JOIN LATERAL (SELECT t.text::json -> 'payload' AS told FROM deposit_steps s
      JOIN entries t USING (district_id, series, epoch, sequence)
      WHERE s.district_id = d.district_id AND s.deposit = d.deposit AND s.step IN ('confirmed', 'corrected')
      ORDER BY s.sequence DESC LIMIT 1) c ON true
    WHERE d.district_id = ${span.district} AND d.number > ${after}
      AND e.business_day BETWEEN ${span.from}::date AND ${span.to}::date
    ORDER BY d.number LIMIT ${most}`;
}
