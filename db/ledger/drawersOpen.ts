import { type SQL, sql } from 'drizzle-orm';
import type { BusinessDay } from '#domain/businessDay';
import type { LedgerTx } from './database.ts';

/* One person has one drawer at a time, on whichever station: which of them are open, and which were open at once. */

/** A drawer, whose it is, and where. */
export type DrawerOf = { drawer: string; station: string; person: string };

/** The entry by which its own station closed a batch's drawer, or none: what the office ends was left open long before. */
const closeOf = (batch: SQL) => sql`SELECT c.at FROM batch_steps c WHERE c.district_id = ${batch}.district_id
  AND c.batch = ${batch}.batch AND c.step = 'closed' AND c.series = ${batch}.series`;

/** Whether nobody at its station can close a batch's drawer any more: its station was enrolled anew. */
export const isLeft = (batch: SQL) => sql`${batch}.epoch < (SELECT max(s.epoch) FROM stations s
  WHERE s.district_id = ${batch}.district_id AND s.series = ${batch}.series)`;

/**
 * The drawer that a person has open as far as the ledger has heard, or null. A station opens no second one for her, so
 * only her last of each station may be.
 */
export async function drawerOpenOf(tx: LedgerTx, district: string, person: string): Promise<DrawerOf | null> {
  const [row] = await tx.rows<DrawerOf>(sql`
    SELECT b.drawer, b.series AS station, b.cashier AS person FROM batches b
    WHERE b.district_id = ${district} AND b.cashier = ${person} AND NOT EXISTS (${closeOf(sql`b`)}) AND NOT ${isLeft(sql`b`)}
      AND NOT EXISTS (SELECT FROM batches n WHERE n.district_id = b.district_id AND n.cashier = b.cashier
        AND n.series = b.series AND (n.epoch, n.sequence) > (b.epoch, b.sequence))
    ORDER BY b.opened_at, b.batch LIMIT 1`);
  return row ?? null;
}

/** Two drawers of one person that were open at once, the one that opened first before the other. */
export type DrawersAtOnce = {
  person: string;
  drawer: string;
  batch: string;
  station: string;
  businessDay: BusinessDay;
  other: string;
  otherStation: string;
};

/**
 * Drawers of one person that were open at once at two stations, where one of them opened for a day of the span. Two
 * stations that could not hear of one another let it happen; by the clocks of both they overlap.
 */
export function drawersAtOnce(
  tx: LedgerTx,
  district: string,
  span: { from: BusinessDay | null; to: BusinessDay },
): Promise<DrawersAtOnce[]> {
  const isOther = sql`o.district_id = d.district_id AND o.cashier = d.cashier`;
  return tx.rows<DrawersAtOnce>(sql`
    WITH asked AS (SELECT * FROM batches WHERE district_id = ${district}
      AND business_day BETWEEN coalesce(${span.from}::date, '-infinity') AND ${span.to}::date),
    series AS (SELECT DISTINCT series FROM stations WHERE district_id = ${district}),
    -- A station closes a drawer before it opens her next: of those that opened before, only the last may overlap.
    pairs AS (
      SELECT o.batch AS first, d.batch AS second FROM asked d JOIN series s ON s.series <> d.series
        CROSS JOIN LATERAL (SELECT * FROM batches o WHERE ${isOther} AND o.series = s.series
          AND (o.opened_at, o.batch) < (d.opened_at, d.batch) ORDER BY o.opened_at DESC, o.batch DESC LIMIT 1) o
      UNION
      SELECT d.batch, o.batch FROM asked d JOIN series s ON s.series <> d.series
        LEFT JOIN LATERAL (${closeOf(sql`d`)}) closed ON true
        JOIN batches o ON ${isOther} AND o.series = s.series
          AND o.opened_at BETWEEN d.opened_at AND coalesce(closed.at, ${Number.MAX_SAFE_INTEGER})
          AND (o.opened_at, o.batch) > (d.opened_at, d.batch))
    SELECT a.cashier AS person, a.drawer, a.batch, a.series AS station, a.business_day::text AS "businessDay",
      b.drawer AS other, b.series AS "otherStation"
    FROM pairs p
    JOIN batches a ON a.district_id = ${district} AND a.batch = p.first
    JOIN batches b ON b.district_id = ${district} AND b.batch = p.second
    LEFT JOIN LATERAL (${closeOf(sql`a`)}) closed ON true
    WHERE CASE WHEN closed.at IS NULL THEN NOT ${isLeft(sql`a`)} ELSE b.opened_at < closed.at END
    ORDER BY a.opened_at, a.batch, b.opened_at`);
}
