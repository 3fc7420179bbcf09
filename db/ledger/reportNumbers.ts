import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import { inSpan, isLineShown, type Span, sameEntry } from './reportSpan.ts';

/** Where a receipt stands in its journal, and its number there. */
export type NumberPlace = { series: string; epoch: number; sequence: number; number: number };

/** A receipt as the list by number tells it. */
export type NumberedReceipt = NumberPlace & {
  label: string;
  businessDay: string;
  at: number;
  actor: string;
  drawer: string;
  /** As they are by now: a correction may have made one another. */
  tenders: { kind: string }[];
  totalCents: number;
  personal: string | null;
  isShown: boolean;
  /** What was done to it last that took something back, and why. */
  undone: 'receipt_voided' | 'receipt_reversed' | 'refund_issued' | null;
  reason: string | null;
  isCorrected: boolean;
};

const isApplied = sql`EXISTS (SELECT FROM postings q WHERE ${sameEntry('q', 'e')})`;

/** The first lines `l` of receipts that were issued: one for each, with its number. */
const isOfNumber = sql`l.done = 'issued' AND l.place = 0`;

/** Receipts by series, epoch and number, those after one of them; all of the span, or those of one drawer. */
export async function receiptsByNumber(
  tx: LedgerTx,
  span: Span,
  after: NumberPlace | null,
  most: number,
  drawer: string | null = null,
): Promise<NumberedReceipt[]> {
  const place = after && sql`(${after.series}::text COLLATE "C", ${after.epoch}::integer, ${after.sequence}::bigint)`;
  const rows = await tx.rows<NumberedReceipt & { moved: TenderMoved[] | null }>(sql`
    WITH page AS MATERIALIZED (
      SELECT l.district_id, l.series, l.epoch, l.sequence, l.number, l.drawer, ${isLineShown(span)} AS shown
      FROM receipt_lines l WHERE ${inSpan(span, 'l')} AND ${isOfNumber}
        AND ${drawer === null ? sql`true` : sql`l.drawer = ${drawer}`}
        AND ${place ? sql`(l.series, l.epoch, l.sequence) > ${place}` : sql`true`}
      ORDER BY l.series, l.epoch, l.sequence LIMIT ${most}),
    corrected AS MATERIALIZED (
      SELECT e.series, e.epoch, (e.text::json #>> '{payload,issuedSequence}')::bigint AS sequence,
        json_agg(e.text::json #> '{payload,correction}' ORDER BY e.sequence)
          FILTER (WHERE e.text::json #>> '{payload,correction,what}' = 'tender') AS moved
      FROM entries e WHERE e.district_id = ${span.district} AND e.kind = 'receipt_corrected'
        AND e.series IN (SELECT series FROM page) AND ${isApplied}
      GROUP BY 1, 2, 3)
    SELECT e.series, e.epoch, e.sequence, e.business_day::text AS "businessDay", e.recorded_at AS at, e.actor, e.personal,
      p.number, t.label, p.drawer, t.tenders, t."totalCents", p.shown AS "isShown",
      u.kind AS undone, u.reason, c.sequence IS NOT NULL AS "isCorrected", c.moved
    FROM page p JOIN entries e USING (district_id, series, epoch, sequence)
    CROSS JOIN LATERAL json_to_record(e.text::json -> 'payload') AS t (label text, tenders json, "totalCents" bigint)
    LEFT JOIN corrected c ON c.series = e.series AND c.epoch = e.epoch AND c.sequence = e.sequence
    LEFT JOIN LATERAL (SELECT x.kind, x.text::json #>> '{payload,reason}' AS reason FROM parts_undone o
      JOIN entries x ON x.district_id = o.district_id AND x.series = o.series AND x.epoch = o.epoch AND x.sequence = o.sequence
      WHERE o.district_id = e.district_id AND o.series = e.series AND o.epoch = e.epoch AND o.receipt_sequence = e.sequence
      ORDER BY o.sequence DESC LIMIT 1) u ON true
    ORDER BY e.series, e.epoch, e.sequence`);
  return rows.map(({ moved, ...row }) => ({ ...row, tenders: asCorrected(row.tenders, moved ?? []) }));
}

/** A correction by which a tender of a receipt, counted from 0, became another. */
type TenderMoved = { place: number; to: { kind: string } };

function asCorrected(tenders: NumberedReceipt['tenders'], moved: readonly TenderMoved[]): NumberedReceipt['tenders'] {
  const now = [...tenders];
  for (const { place, to } of moved) now[place] = to;
  return now;
}

/** What one journal's numbers are in the span: if they have no gap, last − first + 1 is how many there are. */
export type NumberRun = {
  series: string;
  epoch: number;
  receipts: number;
  first: number;
  last: number;
  /** Where the entries of the first and the last stand. */
  opens: number;
  ends: number;
  totalCents: number;
};

/** The numbers of each journal, and what its receipts come to that may be told. Voids are in it. */
export function numberRuns(tx: LedgerTx, span: Span): Promise<NumberRun[]> {
  const numberAt = (
    sequence: string,
  ) => sql`(SELECT l.number FROM receipt_lines l WHERE l.district_id = ${span.district}
    AND l.series = r.series AND l.epoch = r.epoch AND l.sequence = r.${sql.identifier(sequence)} AND l.place = 0)`;
  return tx.rows<NumberRun>(sql`
    SELECT r.*, ${numberAt('opens')} AS first, ${numberAt('ends')} AS last
    FROM (
      SELECT l.series, l.epoch, count(*) FILTER (WHERE l.place = 0)::integer AS receipts, min(l.sequence) AS opens,
        max(l.sequence) AS ends, coalesce(sum(l.cents) FILTER (WHERE ${isLineShown(span)}), 0)::bigint AS "totalCents"
      FROM receipt_lines l WHERE ${inSpan(span, 'l')} AND l.done = 'issued' GROUP BY l.series, l.epoch) r
    ORDER BY r.series, r.epoch`);
}

/** The applied receipt of the same journal that comes next before or after a place, of whatever day; null without one. */
export async function receiptBeside(
  tx: LedgerTx,
  district: string,
  { series, epoch, sequence }: NumberPlace,
  side: 'before' | 'after',
): Promise<NumberPlace | null> {
  const [beside, order] = side === 'before' ? [sql`<`, sql`DESC`] : [sql`>`, sql`ASC`];
  const rows = await tx.rows<NumberPlace>(sql`
    SELECT l.series, l.epoch, l.sequence, l.number FROM receipt_lines l
    WHERE l.district_id = ${district} AND l.series = ${series} AND l.epoch = ${epoch}
      AND l.sequence ${beside} ${sequence} AND ${isOfNumber}
    ORDER BY l.sequence ${order} LIMIT 1`);
  return rows[0] ?? null;
}

/** The number that a stored entry `e` of a receipt tells, which may be one that is parked for what it tells. */
const numberTold = sql`CASE WHEN e.text::json #>> '{payload,number}' ~ '^[1-9][0-9]{0,14}$'
  THEN (e.text::json #>> '{payload,number}')::bigint END`;

/** Past the last receipt that is stored in the same journal, applied or not: where the numbers so far end. */
export async function endOfNumbers(
  tx: LedgerTx,
  district: string,
  { series, epoch, sequence, number }: NumberPlace,
): Promise<NumberPlace> {
  const rows = await tx.rows<{ last: number }>(sql`
    SELECT coalesce(max(${numberTold}), ${number}::bigint) AS last FROM entries e
    WHERE e.district_id = ${district} AND e.series = ${series} AND e.epoch = ${epoch} AND e.sequence > ${sequence}
      AND e.kind = 'receipt_issued'`);
  return { series, epoch, sequence: Number.MAX_SAFE_INTEGER, number: (rows[0]?.last ?? number) + 1 };
}

/** Two receipts of one journal that follow one another in the span and not in number. */
export type NumberGap = { series: string; epoch: number; before: NumberPlace; after: NumberPlace };

/** The first so many gaps in one journal's numbers. */
export async function numberGaps(
  tx: LedgerTx,
  span: Span,
  { series, epoch }: Pick<NumberRun, 'series' | 'epoch'>,
  most: number,
): Promise<NumberGap[]> {
  const rows = await tx.rows<{ sequence: number; number: number; sequenceBefore: number; numberBefore: number }>(sql`
    SELECT * FROM (
      SELECT sequence, number, lag(sequence) OVER run AS "sequenceBefore", lag(number) OVER run AS "numberBefore"
      FROM receipt_lines l
      WHERE ${inSpan(span, 'l')} AND l.series = ${series} AND l.epoch = ${epoch} AND ${isOfNumber}
      WINDOW run AS (ORDER BY sequence)) beside
    WHERE number <> "numberBefore" + 1 ORDER BY sequence LIMIT ${most}`);
  return rows.map((row) => ({
    ...{ series, epoch },
    before: { series, epoch, sequence: row.sequenceBefore, number: row.numberBefore },
    after: { series, epoch, sequence: row.sequence, number: row.number },
  }));
}

/** A receipt that stands in a gap: of another day, or stored and not applied. `parked`: why. */
export type InGap = { number: number; businessDay: string | null; parked: string | null; isApplied: boolean };

/** What the journal itself holds between the two, whatever has become of it; nothing of what tells no number. */
export function receiptsBetween(tx: LedgerTx, district: string, { before, after }: NumberGap): Promise<InGap[]> {
  return tx.rows<InGap>(sql`
    SELECT ${numberTold} AS number, e.business_day::text AS "businessDay", k.why AS parked, ${isApplied} AS "isApplied"
    FROM entries e LEFT JOIN parked k ON ${sameEntry('k', 'e')}
    WHERE e.district_id = ${district} AND e.series = ${before.series} AND e.epoch = ${before.epoch}
      AND e.sequence > ${before.sequence} AND e.sequence < ${after.sequence} AND e.kind = 'receipt_issued'
      AND ${numberTold} IS NOT NULL
    ORDER BY e.sequence`);
}

/** A journal that began anew: where the one before it ended, and what lies in quarantine of it. */
export type Restart = { series: string; epoch: number; enrolledAt: number; lastBefore: string | null; strays: number };

/** Epochs after the first that were enrolled between two instants. */
export function restartsBetween(tx: LedgerTx, district: string, from: number, to: number): Promise<Restart[]> {
  return tx.rows<Restart>(sql`
    SELECT s.series, s.epoch, s.enrolled_at AS "enrolledAt",
      (SELECT e.text::json #>> '{payload,label}' FROM entries e WHERE e.district_id = s.district_id
        AND e.series = s.series AND e.epoch = s.epoch - 1 AND e.kind = 'receipt_issued'
        ORDER BY e.sequence DESC LIMIT 1) AS "lastBefore",
      (SELECT count(*) FROM quarantine q WHERE q.district_id = s.district_id AND q.series = s.series
        AND NOT EXISTS (SELECT FROM entries e WHERE e.district_id = q.district_id AND e.series = q.series
          AND e.epoch = q.epoch AND e.sequence = q.sequence AND e.hash = q.hash))::integer AS strays
    FROM stations s
    WHERE s.district_id = ${district} AND s.epoch > 1 AND s.enrolled_at >= ${from} AND s.enrolled_at < ${to}
    ORDER BY s.series, s.epoch`);
}

/**
 * Entries of any day that have arrived and are not applied yet, by station. Counted station by station: joined, the server
 * reads all entries that there are.
 */
export function waitingEntries(
  tx: LedgerTx,
  district: string,
): Promise<{ series: string; epoch: number; waiting: number }[]> {
  return tx.rows<{ series: string; epoch: number; waiting: number }>(sql`
    SELECT s.series, s.epoch, w.waiting FROM stations s CROSS JOIN LATERAL (SELECT count(*)::integer AS waiting
      FROM entries e WHERE e.district_id = s.district_id AND e.series = s.series AND e.epoch = s.epoch
        AND e.sequence > s.applied_sequence) w
    WHERE s.district_id = ${district} AND s.series <> 'L' AND w.waiting > 0 ORDER BY s.series, s.epoch`);
}
