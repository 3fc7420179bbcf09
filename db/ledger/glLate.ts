import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { glPostings, goneBefore } from './glFloats.ts';

/**
 * What stands at the change fund by entries of days up to this one that came after its close, and so post with a later
 * one; 0 where the day is not closed. Debits − credits in cents.
 */
export async function changeFundPostedLater(tx: LedgerTx, district: string, day: string): Promise<number> {
  const asked = { district, formula: 4 } as const;
  const [row] = await tx.rows<{ cents: number }>(sql`
    WITH ${goneBefore(asked)}
    closed AS MATERIALIZED (SELECT number FROM day_closes WHERE district_id = ${district} AND day >= ${day}::date
      ORDER BY number LIMIT 1),
    -- What moves floats: openings, closes and what the office does. Receipts never do, and there are many.
    late AS MATERIALIZED (SELECT e.series, e.epoch, e.sequence FROM closed JOIN entries e ON e.district_id = ${district}
      AND e.business_day <= ${day}::date AND (e.kind IN ('drawer_opened', 'drawer_closed') OR e.series = 'L')
      WHERE NOT EXISTS (SELECT FROM day_seals s WHERE s.district_id = ${district} AND s.number = closed.number
        AND s.series = e.series AND s.epoch = e.epoch AND s.sequence >= e.sequence))
    SELECT coalesce(sum(CASE p.side WHEN 'debit' THEN p.cents ELSE -p.cents END), 0)::bigint AS cents
    FROM late JOIN entries e USING (series, epoch, sequence) CROSS JOIN LATERAL (${glPostings(asked)}) p
    WHERE e.district_id = ${district} AND (p.is_float OR p.account = 'safe')`);
  return row?.cents ?? 0;
}
