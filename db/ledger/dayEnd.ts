import { type SQL, sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { isFloatInTransit } from './floats.ts';

/* What stood on the evening of one business day, by the dates of the entries: whatever came later is left out. */

const signed = sql`CASE p.side WHEN 'debit' THEN p.cents ELSE -p.cents END`;

/** Debits − credits of one of the office's own accounts. */
export async function custodyAt(
  tx: LedgerTx,
  district: string,
  account: 'safe' | 'change-fund',
  day: string,
): Promise<number> {
  const [row] = await tx.rows<{ cents: number }>(sql`
    SELECT coalesce(sum(${signed}), 0)::bigint AS cents FROM postings p
    JOIN entries e USING (district_id, series, epoch, sequence)
    WHERE p.account = ${account} AND p.account IN ('safe', 'change-fund') AND p.district_id = ${district}
      AND e.business_day <= ${day}::date`);
  return row?.cents ?? 0;
}

export type FloatInDrawer = { drawer: string; cashier: string; businessDay: string; cents: number };

/** A day, and by which clock it ends. */
export type Evening = { day: string; timeZone: string };

/**
 * Whether an entry was there on that evening: a drawer that stayed open over night is closed on its own day, and until
 * then its float lay in it.
 */
export function wasThere(entry: 'e' | 'c', { day, timeZone }: Evening): SQL {
  const of = sql.raw(entry);
  return sql`${of}.business_day <= ${day}::date AND ${of}.recorded_at <
    extract(epoch FROM (${day}::date + 1)::timestamp AT TIME ZONE ${timeZone}) * 1000`;
}

/** The floats of drawers that were open then, the oldest first. */
export function floatsInDrawersAt(tx: LedgerTx, district: string, evening: Evening): Promise<FloatInDrawer[]> {
  return tx.rows<FloatInDrawer>(sql`
    SELECT b.drawer, b.cashier, b.business_day::text AS "businessDay",
      (o.text::json #>> '{payload,floatCents}')::bigint AS cents
    FROM batches b JOIN entries o USING (district_id, series, epoch, sequence)
    WHERE b.district_id = ${district} AND b.business_day <= ${evening.day}::date AND NOT EXISTS (
      SELECT FROM batch_steps s JOIN entries c USING (district_id, series, epoch, sequence)
      WHERE s.district_id = b.district_id AND s.batch = b.batch AND s.step = 'closed' AND ${wasThere('c', evening)})
    ORDER BY b.business_day, b.opened_at, b.drawer`);
}

/** What a handoff holds: below zero where its taker has it and its giver has not said so. */
export type FloatInTransit = {
  handoff: string;
  cents: number;
  hasBothHalves: boolean;
  /** Whose drawer it is for or of; null of change on its way from the bank. */
  person: string | null;
  /** To whom cash went for change, as it was ordered; null of a float. */
  reference: string | null;
  /** The business day on which it went out. */
  since: string;
};

/** Floats that one had given and the other had not taken, or not as much, and change that the bank had not brought. */
export function floatsInTransitAt(tx: LedgerTx, district: string, evening: Evening): Promise<FloatInTransit[]> {
  return tx.rows<FloatInTransit>(sql`
    SELECT held.*, coalesce(f.person, r.person, b.cashier) AS person, g.reference FROM (
      SELECT substr(p.account, 9) AS handoff, sum(${signed})::bigint AS cents, min(e.business_day)::text AS since,
        count(DISTINCT e.kind) > 1 AS "hasBothHalves" FROM postings p
      JOIN entries e USING (district_id, series, epoch, sequence)
      WHERE p.district_id = ${district} AND ${wasThere('e', evening)}
        AND ${isFloatInTransit(sql`p.account`)}
      GROUP BY p.account HAVING sum(${signed}) <> 0) held
    LEFT JOIN floats_issued f ON f.district_id = ${district} AND f.handoff = held.handoff
    -- Who gave a float back has it until it is counted: its cashier, or who ended her drawer for the office.
    LEFT JOIN handoff_steps r ON r.district_id = ${district} AND r.handoff = held.handoff AND r.step = 'given'
      AND r.what = 'float-return'
    LEFT JOIN batches b ON b.district_id = ${district} AND b.drawer = substring(held.handoff FROM '^(.*-D[0-9]+)-')
    LEFT JOIN LATERAL (SELECT text::json #>> '{payload,reference}' AS reference FROM entries o
      WHERE o.district_id = ${district} AND o.series = 'L' AND o.kind = 'change_ordered'
        AND o.text::json #>> '{payload,order}' = held.handoff) g ON held.handoff LIKE 'L-G%'
    ORDER BY held.handoff`);
}

export type ResolutionRow = { day: string; resolution: string; cents: number };

/** By which resolutions the change fund came about. */
export function resolutionsUntil(tx: LedgerTx, district: string, day: string): Promise<ResolutionRow[]> {
  return tx.rows<ResolutionRow>(sql`
    SELECT business_day::text AS day, text::json #>> '{payload,resolution}' AS resolution,
      (text::json #>> '{payload,cents}')::bigint AS cents
    FROM entries WHERE district_id = ${district} AND series = 'L' AND kind = 'change_fund_changed'
      AND business_day <= ${day}::date ORDER BY epoch, sequence`);
}

export type DepositMade = {
  deposit: string;
  bankAccount: string;
  bag: string | null;
  madeDay: string;
  cents: number;
  bankDay: string | null;
};

/** Deposits that were made by then, and that the bank had not yet: it says so itself, whenever the office was told. */
export function depositsOnTheWayAt(tx: LedgerTx, district: string, day: string): Promise<DepositMade[]> {
  return tx.rows<DepositMade>(sql`
    SELECT d.deposit, d.bank_account AS "bankAccount", coalesce(bags.bag, d.bag) AS bag, made.day::text AS "madeDay",
      made.cents, bank.day AS "bankDay"
    FROM deposits d
    -- What is in it may be found anew after its seal was broken; it was made when it was made first.
    JOIN LATERAL (SELECT min(e.business_day) AS day, (array_agg(s.cents ORDER BY s.sequence DESC))[1] AS cents
      FROM deposit_steps s JOIN entries e USING (district_id, series, epoch, sequence)
      WHERE s.district_id = d.district_id AND s.deposit = d.deposit AND s.step IN ('made', 'resealed')
        AND e.business_day <= ${day}::date) made ON made.day IS NOT NULL
    LEFT JOIN LATERAL (SELECT t.text::json #>> '{payload,bag}' AS bag FROM deposit_steps s
      JOIN entries t USING (district_id, series, epoch, sequence)
      WHERE s.district_id = d.district_id AND s.deposit = d.deposit AND s.step = 'recounted'
        AND t.business_day <= ${day}::date ORDER BY s.sequence DESC LIMIT 1) bags ON true
    LEFT JOIN LATERAL (SELECT t.text::json #>> '{payload,day}' AS day FROM deposit_steps s
      JOIN entries t USING (district_id, series, epoch, sequence)
      WHERE s.district_id = d.district_id AND s.deposit = d.deposit AND s.step IN ('confirmed', 'corrected')
      ORDER BY s.sequence DESC LIMIT 1) bank ON true
    WHERE d.district_id = ${district} AND (bank.day IS NULL OR bank.day::date > ${day}::date)
    ORDER BY d.number`);
}
