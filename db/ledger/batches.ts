import { type SQL, sql } from 'drizzle-orm';
import type { BatchState } from '#domain/batch';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

/** A batch as its opening tells it. */
export type NewBatch = {
  batch: string;
  drawer: string;
  cashier: string;
  businessDay: string;
  openedAt: number;
  epoch: number;
  sequence: number;
};

/** One step of a batch, and the entry that tells it. */
export type NewBatchStep = {
  batch: string;
  step: 'counted' | 'closed' | 'approved' | 'sent_back';
  person: string;
  at: number;
  sequence: number;
};

/** What some entries tell of batches. */
export type BatchesTold = { opened: NewBatch[]; steps: NewBatchStep[] };

/** A batch and how far it has come. */
export type BatchRow = NewBatch & {
  series: string;
  closedAt: number | null;
  closedBy: string | null;
  closedEpoch: number | null;
  closedSequence: number | null;
  /** Handoffs of which one half is missing; until then nobody sees what the other half says. */
  waiting: number;
  /** Handoffs that are waiting or differ. */
  unsettled: number;
  state: BatchState;
};

export type BatchStepRow = Omit<NewBatchStep, 'batch'> & {
  /** What is personal in its entry (JSON), where there is something: why a batch was sent back. */
  personal: string | null;
};

/** Notes what entries of one chain tell of batches. One that is there already is there once. */
export async function insertBatches(tx: LedgerTx, key: StationKey, { opened, steps }: BatchesTold): Promise<void> {
  const column = (name: keyof NewBatch) => sql.param(opened.map((batch) => batch[name]));
  const place = sql`${key.district}::text, ${key.series}::text, ${key.epoch}::integer`;
  if (opened.length > 0)
    await tx.run(sql`
      INSERT INTO batches (district_id, series, epoch, batch, drawer, cashier, business_day, opened_at, sequence)
      SELECT ${place}, batch, drawer, cashier, business_day::date, opened_at, sequence
      FROM unnest(${column('batch')}::text[], ${column('drawer')}::text[], ${column('cashier')}::text[],
        ${column('businessDay')}::text[], ${column('openedAt')}::bigint[], ${column('sequence')}::bigint[])
        AS fresh (batch, drawer, cashier, business_day, opened_at, sequence)`);
  const told = (name: keyof NewBatchStep) => sql.param(steps.map((step) => step[name]));
  if (steps.length > 0)
    await tx.run(sql`
      INSERT INTO batch_steps (district_id, series, epoch, batch, step, person, at, sequence)
      SELECT ${place}, batch, step, person, at, sequence
      FROM unnest(${told('batch')}::text[], ${told('step')}::text[], ${told('person')}::text[], ${told('at')}::bigint[],
        ${told('sequence')}::bigint[]) AS fresh (batch, step, person, at, sequence)`);
}

/** Batches with the step that closed them and what is unsettled of their handoffs. */
const standing = (district: string) => sql`
  SELECT b.batch, b.drawer, b.cashier, b.business_day::text AS "businessDay", b.opened_at AS "openedAt", b.series,
    b.epoch, b.sequence, c.at AS "closedAt", c.person AS "closedBy", c.epoch AS "closedEpoch",
    c.sequence AS "closedSequence", h.waiting, h.unsettled,
    CASE WHEN d.step IS NOT NULL THEN d.step WHEN c.step IS NULL THEN 'open' WHEN h.unsettled > 0 THEN 'closed'
      ELSE 'balanced' END AS state
  FROM batches b
  LEFT JOIN batch_steps c ON c.district_id = b.district_id AND c.batch = b.batch AND c.step = 'closed'
  LEFT JOIN LATERAL (SELECT s.step FROM batch_steps s WHERE s.district_id = b.district_id AND s.batch = b.batch
    AND s.step IN ('approved', 'sent_back') ORDER BY s.sequence DESC LIMIT 1) d ON true
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE NOT halves)::integer AS waiting,
      count(*) FILTER (WHERE NOT (halves AND (given = counted OR resolved)))::integer AS unsettled
    FROM (SELECT min(cents) FILTER (WHERE step = 'given') AS given, min(cents) FILTER (WHERE step = 'counted') AS counted,
        count(*) FILTER (WHERE step <> 'resolved') = 2 AS halves, bool_or(step = 'resolved') AS resolved
      FROM handoff_steps s WHERE s.district_id = b.district_id AND s.handoff IN (SELECT o.handoff FROM handoff_steps o
        WHERE o.district_id = b.district_id AND o.batch = b.batch) GROUP BY s.handoff) handed) h
  WHERE b.district_id = ${district}`;

/** The batch of that name, or null. */
export async function batchNamed(tx: LedgerTx, district: string, batch: string): Promise<BatchRow | null> {
  const [row] = await tx.rows<BatchRow>(sql`${standing(district)} AND b.batch = ${batch}`);
  return row ?? null;
}

/** Which batches a page lists: all of one day, all in one state, from the newest on. */
export type BatchesAsked = { day: string | undefined; state: BatchState | undefined; after: string | undefined };

/** Batches from the newest on: at most so many, those after one of them. */
export function batchesListed(tx: LedgerTx, district: string, asked: BatchesAsked, most: number): Promise<BatchRow[]> {
  const all: SQL = sql`true`;
  const day = asked.day === undefined ? all : sql`"businessDay" = ${asked.day}`;
  const state = asked.state === undefined ? all : sql`state = ${asked.state}`;
  const after =
    asked.after === undefined
      ? all
      : sql`("businessDay", "openedAt", batch) < (SELECT a.business_day::text, a.opened_at, a.batch FROM batches a
          WHERE a.district_id = ${district} AND a.batch = ${asked.after})`;
  return tx.rows<BatchRow>(sql`
    SELECT * FROM (${standing(district)}) listed WHERE ${day} AND ${state} AND ${after}
    ORDER BY "businessDay" DESC, "openedAt" DESC, batch DESC LIMIT ${most}`);
}

/** What a batch went through since it opened, in order: the station's steps first, then the office's. */
export function stepsOfBatch(tx: LedgerTx, district: string, batch: string): Promise<BatchStepRow[]> {
  return tx.rows<BatchStepRow>(sql`
    SELECT s.step, s.person, s.at, s.sequence, e.personal
    FROM batch_steps s JOIN entries e USING (district_id, series, epoch, sequence)
    WHERE s.district_id = ${district} AND s.batch = ${batch} ORDER BY s.series = 'L', s.epoch, s.sequence`);
}

/** The last entry of the office's journal that speaks of a batch or of a handoff of it; 0 where none does. */
export async function officeSequenceOf(tx: LedgerTx, district: string, batch: string): Promise<number> {
  const [row] = await tx.rows<{ sequence: number }>(sql`
    SELECT coalesce(max(sequence), 0)::bigint AS sequence FROM (
      SELECT sequence FROM batch_steps WHERE district_id = ${district} AND batch = ${batch} AND series = 'L'
      UNION ALL
      SELECT sequence FROM handoff_steps WHERE district_id = ${district} AND series = 'L' AND handoff IN (
        SELECT handoff FROM handoff_steps WHERE district_id = ${district} AND batch = ${batch})) spoken`);
  return row?.sequence ?? 0;
}
