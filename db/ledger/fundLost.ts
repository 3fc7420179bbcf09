import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { type Evening, wasThere } from './dayEnd.ts';

/** By how much an entry left the change fund smaller than it was, in cents; below zero where it found more. */
export type FundLost = { kind: string; document: string; cents: number };

/**
 * What of the change fund is gone by that evening, entry by entry: floats that a close gave back as less than they were, and
 * what was over or short of floats, of change from the bank and of the safe. Together they are what is missing.
 */
export function fundLostUntil(tx: LedgerTx, district: string, evening: Evening): Promise<FundLost[]> {
  return tx.rows<FundLost>(sql`
    SELECT kind, document, sum(cents)::bigint AS cents FROM (
      SELECT e.kind, e.recorded_at, e.text::json #>> '{payload,drawer}' AS document,
        (e.text::json #>> '{payload,floatCents}')::bigint - coalesce((SELECT sum(p.cents) FROM postings p
          WHERE p.district_id = e.district_id AND p.series = e.series AND p.epoch = e.epoch AND p.sequence = e.sequence
            AND p.side = 'debit' AND p.account LIKE 'transit:%-float-return'), 0) AS cents
      FROM batch_steps s JOIN entries e USING (district_id, series, epoch, sequence)
      WHERE s.district_id = ${district} AND s.step = 'closed' AND ${wasThere('e', evening)}
      UNION ALL
      SELECT e.kind, e.recorded_at, coalesce(t.handoff, t.order, t.count), CASE p.side WHEN 'debit' THEN p.cents ELSE -p.cents END
      FROM entries e CROSS JOIN LATERAL json_to_record(e.text::json -> 'payload')
          AS t (handoff text, "order" text, count text, what text)
        JOIN postings p USING (district_id, series, epoch, sequence)
      WHERE e.district_id = ${district} AND e.series = 'L' AND ${wasThere('e', evening)} AND p.account = 'over-short'
        AND (e.kind IN ('change_received', 'safe_count_resolved')
          OR e.kind = 'handoff_resolved' AND t.what IN ('float', 'float-return'))) lost
    GROUP BY kind, document HAVING sum(cents) <> 0 ORDER BY min(recorded_at), document`);
}
