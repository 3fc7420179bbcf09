import { sql } from 'drizzle-orm';
import { isNotParked } from './batchSums.ts';
import type { LedgerTx } from './database.ts';

/**
 * Receipts of a closed day that came after their journal was sealed; `postsTo` is null while no later close counts them
 * in. No cents where one of them is of a drawer whose amounts nobody may be told yet.
 */
export type LateReceipts = { day: string; postsTo: string | null; receipts: number; cents: number | null };

/**
 * Of each of these days, as far as it is closed, what came late, by the day that it posts to: the earliest first.
 * @param hidden drawers of which no amount is told
 */
export function lateReceipts(
  tx: LedgerTx,
  district: string,
  days: readonly string[],
  hidden: readonly string[],
): Promise<LateReceipts[]> {
  return tx.rows<LateReceipts>(sql`
    SELECT e.day, next.day::text AS "postsTo", count(*)::integer AS receipts,
      CASE WHEN NOT bool_or(e.hidden) THEN sum(e.cents)::bigint END AS cents
    FROM (
      SELECT asked.day, c.number, e.series, e.epoch, e.sequence,
        (e.text::json #>> '{payload,totalCents}')::bigint AS cents,
        e.text::json #>> '{payload,drawer}' = ANY(${sql.param(hidden)}::text[]) AS hidden
      FROM unnest(${sql.param(days)}::text[]) AS asked (day)
      CROSS JOIN LATERAL (SELECT c.number FROM day_closes c WHERE c.district_id = ${district}
        AND c.day >= asked.day::date ORDER BY c.day LIMIT 1) c
      JOIN entries e ON e.district_id = ${district} AND e.business_day = asked.day::date AND e.kind = 'receipt_issued'
      LEFT JOIN day_seals s ON s.district_id = ${district} AND s.number = c.number AND s.series = e.series
        AND s.epoch = e.epoch
      WHERE e.sequence > coalesce(s.sequence, 0) AND ${isNotParked}
      -- Kept apart, so that the close is looked up for what is late alone.
      OFFSET 0) e
    LEFT JOIN LATERAL (SELECT k.day FROM day_closes k JOIN day_seals n USING (district_id, number)
      WHERE k.district_id = ${district} AND k.number > e.number AND n.series = e.series AND n.epoch = e.epoch
        AND n.sequence >= e.sequence ORDER BY k.number LIMIT 1) next ON true
    GROUP BY e.day, next.day ORDER BY e.day, next.day`);
}
