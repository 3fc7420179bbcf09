import { sql } from 'drizzle-orm';
import type { Seal } from '#domain/dayPayloads';
import type { LedgerTx } from './database.ts';
import { isLeft } from './drawersOpen.ts';
import type { StationKey } from './stations.ts';
import { IS_UNEXPLAINED } from './strays.ts';

/** A close of the district, and the entry that tells it. */
export type NewDayClose = {
  number: number;
  day: string;
  previousDay: string | null;
  version: number;
  closedBy: string;
  closedAt: number;
  sequence: number;
};

/** The close that was made last. */
export type LastClose = { number: number; day: string };

/** The last close of the district, or null before its first. */
export async function lastClose(tx: LedgerTx, district: string): Promise<LastClose | null> {
  const [row] = await tx.rows<LastClose>(sql`
    SELECT number, day::text AS day FROM day_closes WHERE district_id = ${district} ORDER BY number DESC LIMIT 1`);
  return row ?? null;
}

export async function insertDayClose(
  tx: LedgerTx,
  key: StationKey,
  close: NewDayClose,
  seals: readonly Seal[],
): Promise<void> {
  const { number, day, previousDay, version, closedBy, closedAt, sequence } = close;
  await tx.run(sql`
    INSERT INTO day_closes (district_id, number, day, previous_day, version, closed_by, closed_at, series, epoch, sequence)
    VALUES (${key.district}, ${number}, ${day}::date, ${previousDay}::date, ${version}, ${closedBy}, ${closedAt},
      ${key.series}, ${key.epoch}, ${sequence})`);
  const column = (name: keyof Seal) => sql.param(seals.map((seal) => seal[name]));
  await tx.run(sql`
    INSERT INTO day_seals (district_id, number, series, epoch, sequence)
    SELECT ${key.district}::text, ${number}::integer, series, epoch, sequence
    FROM unnest(${column('series')}::text[], ${column('epoch')}::integer[], ${column('sequence')}::bigint[])
      AS fresh (series, epoch, sequence)`);
}

export async function insertStationClose(
  tx: LedgerTx,
  key: StationKey,
  { day, version, sequence }: { day: string; version: number; sequence: number },
  seals: readonly Seal[],
): Promise<void> {
  const column = (name: keyof Seal) => sql.param(seals.map((seal) => seal[name]));
  await tx.run(sql`
    INSERT INTO station_closes (district_id, day, station, station_epoch, sealed_sequence, series, epoch, sequence,
      version)
    SELECT ${key.district}::text, ${day}::date, station, station_epoch, sealed_sequence, ${key.series}::text,
      ${key.epoch}::integer, ${sequence}::bigint, ${version}::bigint
    FROM unnest(${column('series')}::text[], ${column('epoch')}::integer[], ${column('sequence')}::bigint[])
      AS fresh (station, station_epoch, sealed_sequence)`);
}

/** Keeps every journal of the district as it is until the transaction ends: what is being applied is waited for. */
export async function lockJournals(tx: LedgerTx, district: string): Promise<void> {
  await tx.rows(sql`SELECT FROM stations WHERE district_id = ${district} ORDER BY series, epoch FOR UPDATE`);
}

/** One journal as a close finds it. */
export type JournalStanding = Seal & {
  /** Of what the days hold that are being closed, the last that has arrived; 0 where nothing has. */
  arrived: number;
  /** Those of them that this close counts in. */
  receipts: number;
  /** Entries that are stored and not applied yet. */
  waiting: number;
  /** Entries since the last seal that a person must look at. */
  parked: number;
  heardAt: number | null;
  /** The newest epoch of its series: the one that a station may still write. */
  isNewest: boolean;
  /** The station closed this day by itself, here. */
  isClosed: boolean;
};

/**
 * Every journal that has something applied, the office's own included, as a close of this day would seal it. Where the
 * station closed the day by itself, that seal stays.
 */
export function journalStandings(tx: LedgerTx, district: string, day: string): Promise<JournalStanding[]> {
  return tx.rows<JournalStanding>(sql`
    SELECT s.series, s.epoch, s.heard_at AS "heardAt", s.sealed AS sequence, s."isClosed",
      s.epoch = (SELECT max(n.epoch) FROM stations n WHERE n.district_id = s.district_id AND n.series = s.series) AS "isNewest",
      (SELECT e.hash FROM entries e WHERE e.district_id = s.district_id AND e.series = s.series AND e.epoch = s.epoch
        AND e.sequence = s.sealed) AS hash,
      new.arrived, new.receipts + early.receipts AS receipts,
      (SELECT count(*) FROM entries e WHERE e.district_id = s.district_id AND e.series = s.series AND e.epoch = s.epoch
        AND e.sequence > s.applied_sequence)::integer AS waiting,
      (SELECT count(*) FROM parked p WHERE p.district_id = s.district_id AND p.series = s.series AND p.epoch = s.epoch
        AND p.sequence > s.before AND ${IS_UNEXPLAINED})::integer AS parked
    FROM (
      SELECT s.*, coalesce(c.sealed_sequence, s.applied_sequence) AS sealed, c.day IS NOT NULL AS "isClosed",
        coalesce((SELECT max(d.sequence) FROM day_seals d WHERE d.district_id = s.district_id AND d.series = s.series
          AND d.epoch = s.epoch), 0) AS before
      FROM stations s LEFT JOIN station_closes c ON c.district_id = s.district_id AND c.day = ${day}::date
        AND c.station = s.series AND c.station_epoch = s.epoch
      -- Kept apart, so that what is new is found by its sequence alone.
      WHERE s.district_id = ${district} OFFSET 0) s
    CROSS JOIN LATERAL (
      SELECT coalesce(max(e.sequence), 0)::bigint AS arrived,
        count(*) FILTER (WHERE e.kind = 'receipt_issued')::integer AS receipts
      FROM entries e WHERE e.district_id = s.district_id AND e.series = s.series AND e.epoch = s.epoch
        AND e.sequence > s.before AND e.sequence <= s.sealed AND e.business_day <= ${day}::date) new
    -- What was here when an earlier day closed is counted with its own: found by its days alone.
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS receipts FROM entries e
      WHERE e.district_id = s.district_id AND e.business_day <= ${day}::date AND e.business_day >
          (SELECT max(k.day) FROM day_closes k WHERE k.district_id = s.district_id)
        AND e.series = s.series AND e.epoch = s.epoch AND e.sequence <= s.before AND e.kind = 'receipt_issued') early
    ORDER BY s.series = 'L', s.series, s.epoch`);
}

/** A batch of a day up to this one that is not approved. */
export type BatchLeft = {
  batch: string;
  series: string;
  cashier: string;
  businessDay: string;
  isOpen: boolean;
  isLeft: boolean;
};

/** Batches up to a day of which nobody has said yes, or whose drawer is open; the oldest first. */
export function batchesLeft(tx: LedgerTx, district: string, day: string): Promise<BatchLeft[]> {
  return tx.rows<BatchLeft>(sql`
    SELECT b.batch, b.series, b.cashier, b.business_day::text AS "businessDay",
      NOT EXISTS (SELECT FROM batch_steps c WHERE c.district_id = b.district_id AND c.batch = b.batch
        AND c.step = 'closed') AS "isOpen", ${isLeft(sql`b`)} AS "isLeft"
    FROM batches b WHERE b.district_id = ${district} AND b.business_day <= ${day}::date AND ${notApproved}
    ORDER BY b.business_day, b.opened_at, b.batch`);
}

/** What was decided last of a batch `b` is no approval. */
const notApproved = sql`'approved' IS DISTINCT FROM (SELECT d.step FROM batch_steps d
  WHERE d.district_id = b.district_id AND d.batch = b.batch AND d.step IN ('approved', 'sent_back')
  ORDER BY d.sequence DESC LIMIT 1)`;

/** A business day as lists show it. */
export type DayRow = {
  day: string;
  closeNumber: number | null;
  closedBy: string | null;
  closedAt: number | null;
  /** Who agreed to its loose ends, and what is personal in its entry: why. */
  approver: string | null;
  personal: string | null;
  stationsClosed: string[];
  receipts: number;
  batchesLeft: number;
  glExport: number | null;
};

/** Business days on which something was recorded, from the newest on. Each is looked up: nothing reads all entries. */
export function daysListed(
  tx: LedgerTx,
  district: string,
  before: string | undefined,
  most: number,
): Promise<DayRow[]> {
  const older = (than: ReturnType<typeof sql>) => sql`
    SELECT e.business_day FROM entries e WHERE e.district_id = ${district} AND ${than}
    ORDER BY e.business_day DESC LIMIT 1`;
  const first = before === undefined ? sql`e.business_day IS NOT NULL` : sql`e.business_day < ${before}::date`;
  return tx.rows<DayRow>(sql`
    WITH RECURSIVE days (day, place) AS (
      SELECT (${older(first)}), 1
      UNION ALL SELECT (${older(sql`e.business_day < days.day`)}), place + 1 FROM days
        WHERE day IS NOT NULL AND place < ${most})
    SELECT d.day::text AS day, c.number AS "closeNumber", c.closed_by AS "closedBy", c.closed_at AS "closedAt",
      ARRAY(SELECT DISTINCT s.station FROM station_closes s WHERE s.district_id = ${district} AND s.day = d.day
        ORDER BY s.station) AS "stationsClosed",
      (SELECT count(*) FROM entries e WHERE e.district_id = ${district} AND e.business_day = d.day
        AND e.kind = 'receipt_issued')::integer AS receipts,
      (SELECT count(*) FROM batches b WHERE b.district_id = ${district} AND b.business_day = d.day AND ${notApproved})
        ::integer AS "batchesLeft",
      x.export_number AS "glExport", t.text::json ->> 'approver' AS approver, t.personal
    FROM days d
    LEFT JOIN LATERAL (SELECT * FROM day_closes c WHERE c.district_id = ${district} AND c.day >= d.day
      ORDER BY c.day LIMIT 1) c ON true
    LEFT JOIN entries t ON t.district_id = ${district} AND t.series = c.series AND t.epoch = c.epoch
      AND t.sequence = c.sequence
    LEFT JOIN gl_export_closes x ON x.district_id = ${district} AND x.close_number = c.number
    WHERE d.day IS NOT NULL ORDER BY d.day DESC`);
}
