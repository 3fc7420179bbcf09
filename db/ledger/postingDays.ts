import { type SQL, sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';

/*
 * The posting day of an entry: its own business day when that was open, and otherwise the day of the first close that it
 * came in time for. Nothing keeps it: it follows from the closes and their seals, here and nowhere else.
 */

/**
 * The entries that a close of days counts in, each with its posting day: what no close before has, of days up to its own,
 * sealed by it. Those after the seal before, and those that were here by then and are of later days.
 */
export function entriesOfClose(district: string, number: number): SQL {
  return sql`
    SELECT e.district_id, e.series, e.epoch, e.sequence, e.kind, e.text, CASE WHEN e.business_day > s.previous_day
      OR s.previous_day IS NULL THEN e.business_day ELSE s.day END AS posting_day
    FROM (SELECT k.district_id, k.day, k.previous_day, s.series, s.epoch, s.sequence, coalesce(b.sequence, 0) AS before
      FROM day_closes k JOIN day_seals s ON s.district_id = k.district_id AND s.number = k.number
      LEFT JOIN day_seals b ON b.district_id = k.district_id AND b.number = k.number - 1 AND b.series = s.series
        AND b.epoch = s.epoch
      WHERE k.district_id = ${district} AND k.number = ${number} OFFSET 0) s
    -- Found by their sequences alone: by their days it would be everything up to the close.
    CROSS JOIN LATERAL (SELECT * FROM entries e WHERE e.district_id = s.district_id AND e.series = s.series
      AND e.epoch = s.epoch AND e.sequence > s.before AND e.sequence <= s.sequence OFFSET 0) e
    WHERE e.business_day <= s.day
    UNION ALL
    SELECT e.district_id, e.series, e.epoch, e.sequence, e.kind, e.text, e.business_day
    FROM day_closes k
    -- And these by their days alone: by their sequences it would be everything up to the close before.
    CROSS JOIN LATERAL (SELECT * FROM entries e WHERE e.district_id = k.district_id AND e.business_day > k.previous_day
      AND e.business_day <= k.day OFFSET 0) e
    JOIN day_seals b ON b.district_id = k.district_id AND b.number = k.number - 1 AND b.series = e.series
      AND b.epoch = e.epoch AND e.sequence <= b.sequence
    WHERE k.district_id = ${district} AND k.number = ${number}`;
}

/** An entry by its journal. */
export type EntryPlace = { series: string; epoch: number; sequence: number };

/** The closes that count these entries in; entries of open days have none. */
export async function closesOf(tx: LedgerTx, district: string, places: readonly EntryPlace[]): Promise<number[]> {
  const column = (name: keyof EntryPlace) => sql.param(places.map((place) => place[name]));
  const rows = await tx.rows<{ number: number }>(sql`
    SELECT DISTINCT first.number FROM unnest(${column('series')}::text[], ${column('epoch')}::integer[],
      ${column('sequence')}::bigint[]) AS asked (series, epoch, sequence)
    JOIN entries e ON e.district_id = ${district} AND e.series = asked.series AND e.epoch = asked.epoch
      AND e.sequence = asked.sequence
    CROSS JOIN LATERAL (SELECT k.number FROM day_closes k JOIN day_seals s USING (district_id, number)
      WHERE k.district_id = ${district} AND k.day >= e.business_day AND s.series = e.series AND s.epoch = e.epoch
        AND s.sequence >= e.sequence ORDER BY k.number LIMIT 1) first
    ORDER BY first.number`);
  return rows.map(({ number }) => number);
}
