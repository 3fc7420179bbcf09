import { sql } from 'drizzle-orm';
import type { BusinessDay } from '#domain/businessDay';
import type { LedgerTx } from './database.ts';

/* Figures of a business day that are not of one batch. */

/** The nearest days on which drawers opened, before a day and after it. */
export async function daysBeside(
  tx: LedgerTx,
  district: string,
  day: BusinessDay,
): Promise<{ previous: BusinessDay | null; next: BusinessDay | null }> {
  const [row] = await tx.rows<{ previous: BusinessDay | null; next: BusinessDay | null }>(sql`
    SELECT max(business_day) FILTER (WHERE business_day < ${day}::date)::text AS previous,
      min(business_day) FILTER (WHERE business_day > ${day}::date)::text AS next
    FROM batches WHERE district_id = ${district}`);
  return row ?? { previous: null, next: null };
}

/** The last days of the same name before a day on which drawers opened, at most so many. */
export async function suchDaysBefore(
  tx: LedgerTx,
  district: string,
  day: BusinessDay,
  most: number,
): Promise<BusinessDay[]> {
  const rows = await tx.rows<{ day: BusinessDay }>(sql`
    SELECT DISTINCT business_day::text AS day FROM batches
    WHERE district_id = ${district} AND business_day < ${day}::date
      AND extract(isodow FROM business_day) = extract(isodow FROM ${day}::date)
    ORDER BY day DESC LIMIT ${most}`);
  return rows.map((row) => row.day);
}

export type HourOfDay = { day: BusinessDay; hour: number; receipts: number };

/** Receipts issued on some business days by the hour on the wall, void ones included. */
export function receiptsByHour(
  tx: LedgerTx,
  district: string,
  days: readonly BusinessDay[],
  timeZone: string,
): Promise<HourOfDay[]> {
  return tx.rows<HourOfDay>(sql`
    SELECT e.business_day::text AS day,
      extract(hour FROM to_timestamp(e.recorded_at / 1000.0) AT TIME ZONE ${timeZone})::integer AS hour,
      count(*)::integer AS receipts
    FROM entries e
    WHERE e.district_id = ${district} AND e.business_day = ANY(${sql.param(days)}::date[]) AND e.kind = 'receipt_issued'
      AND NOT EXISTS (SELECT FROM parked p WHERE p.district_id = e.district_id AND p.series = e.series
        AND p.epoch = e.epoch AND p.sequence = e.sequence)
    GROUP BY 1, 2 ORDER BY 1, 2`);
}

/** Stations of which entries of a business day are here. */
export async function stationsOfDay(tx: LedgerTx, district: string, day: BusinessDay): Promise<string[]> {
  const rows = await tx.rows<{ series: string }>(sql`
    SELECT DISTINCT series FROM entries
    WHERE district_id = ${district} AND business_day = ${day}::date AND series <> 'L'`);
  return rows.map(({ series }) => series);
}
