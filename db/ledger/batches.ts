import { type SQL, sql } from 'drizzle-orm';
import { BankTender } from '#domain/bankTender';
import type { BatchState } from '#domain/batch';
import type { LedgerTx } from './database.ts';
import { isLeft } from './drawersOpen.ts';
import { isSettled } from './handoffs.ts';
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
  /** `closed` in the office's journal: it ended the drawer. */
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
  /** Where the entry stands that closed it: in its station's journal, or the office's where that ended it. */
  closedSeries: string | null;
  closedEpoch: number | null;
  closedSequence: number | null;
  /** Its station's last entry that may be of it; null while it is open. */
  lastEpoch: number | null;
  lastSequence: number | null;
  /** Its drawer is open, and nobody can close it at its station any more. */
  isLeft: boolean;
  /** Handoffs of which one half is missing; until then nobody sees what the other half says. */
  waiting: number;
  /** Handoffs that are waiting or differ. */
  unsettled: number;
  /** What of it waits for its deposit. */
  undepositedCents: number;
  state: BatchState;
};

export type BatchStepRow = Omit<NewBatchStep, 'batch'> & {
  series: string;
  /** What is personal in its entry (JSON), where there is something: why a batch was sent back, or its drawer closed so. */
  personal: string | null;
  /** Who agreed, where somebody had to. */
  approver: string | null;
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

/** Batches of which something is in a deposit that was not taken back, and whether the bank has confirmed all of it. */
const taken = (district: string, which: SQL) => sql`
  SELECT p.batch, bool_and(EXISTS (SELECT FROM deposit_steps f WHERE f.district_id = p.district_id
    AND f.deposit = p.deposit AND f.step = 'confirmed')) AS confirmed
  FROM deposit_parts p WHERE p.district_id = ${district} AND ${which} AND NOT EXISTS (SELECT FROM deposit_steps w
    WHERE w.district_id = p.district_id AND w.deposit = p.deposit AND w.step = 'withdrawn')
  GROUP BY p.batch`;

const TENDERS = sql.param(BankTender.options);

/** Whether the close of batch `b`, its step `c`, is before the seal of a day's close. */
const isSealed = sql`EXISTS (SELECT FROM day_seals s JOIN day_closes k USING (district_id, number)
  WHERE s.district_id = b.district_id AND s.series = c.series AND s.epoch = c.epoch AND s.sequence >= c.sequence
    AND k.day >= b.business_day)`;

/** The last entry of the station of batch `b` that may be of it: its close `c`, or, where the office ended it, all that came. */
const lastOf = sql`CASE WHEN c.series = b.series THEN c.epoch WHEN c.series IS NOT NULL THEN b.epoch END AS "lastEpoch",
  CASE WHEN c.series = b.series THEN c.sequence WHEN c.series IS NOT NULL THEN (SELECT max(e.sequence) FROM entries e
    WHERE e.district_id = b.district_id AND e.series = b.series AND e.epoch = b.epoch) END::bigint AS "lastSequence"`;

/** What waits for its deposit, by batch. */
const heldInAll = (district: string) => sql`
  SELECT split_part(account, ':', 2) AS batch, sum(CASE side WHEN 'debit' THEN cents ELSE -cents END)::bigint AS cents
  FROM postings WHERE district_id = ${district} AND series = 'L' AND account LIKE 'undeposited:%' GROUP BY 1`;

/** The same of those asked, each account looked up: left to itself, the server compares all accounts with each of them. */
const heldOfAsked = (district: string) => sql`
  SELECT a.batch, sum(CASE p.side WHEN 'debit' THEN p.cents ELSE -p.cents END)::bigint AS cents
  FROM asked a CROSS JOIN unnest(${TENDERS}::text[]) t (tender) CROSS JOIN LATERAL (SELECT side, cents FROM postings
    WHERE district_id = ${district} AND series = 'L' AND account LIKE 'undeposited:%'
      AND account = 'undeposited:' || a.batch || ':' || t.tender OFFSET 0) p
  GROUP BY 1`;

/**
 * Batches with the step that closed them and what is unsettled of their handoffs: all of a district, each table read
 * once, or those of a query.
 * @param which a query of batches by their names; null: all
 */
function standing(district: string, which: SQL | null): SQL {
  const of = (condition: SQL) => (which === null ? sql`true` : condition);
  return sql`
  WITH asked AS MATERIALIZED (${which ?? sql`SELECT NULL::text AS batch`}),
  handed AS MATERIALIZED (
    SELECT batch, count(*) FILTER (WHERE NOT halves)::integer AS waiting,
      count(*) FILTER (WHERE NOT settled)::integer AS unsettled
    FROM (SELECT max(batch) AS batch, count(*) FILTER (WHERE step <> 'resolved') > 1 AS halves, ${isSettled} AS settled
      FROM handoff_steps WHERE district_id = ${district} AND ${of(sql`handoff IN (SELECT handoff FROM handoff_steps
        WHERE district_id = ${district} AND batch IN (SELECT batch FROM asked))`)}
      GROUP BY handoff) handoffs
    WHERE batch IS NOT NULL GROUP BY batch),
  held AS MATERIALIZED (${which === null ? heldInAll(district) : heldOfAsked(district)}),
  decided AS MATERIALIZED (
    SELECT DISTINCT ON (batch) batch, step FROM batch_steps
    WHERE district_id = ${district} AND step IN ('approved', 'sent_back') AND ${of(sql`batch IN (SELECT batch FROM asked)`)}
    ORDER BY batch, sequence DESC),
  taken AS MATERIALIZED (${taken(district, of(sql`p.batch IN (SELECT batch FROM asked)`))})
  SELECT b.batch, b.drawer, b.cashier, b.business_day::text AS "businessDay", b.opened_at AS "openedAt", b.series,
    b.epoch, b.sequence, c.at AS "closedAt", c.person AS "closedBy", c.series AS "closedSeries",
    c.epoch AS "closedEpoch", c.sequence AS "closedSequence", ${lastOf},
    c.step IS NULL AND ${isLeft(sql`b`)} AS "isLeft", coalesce(h.waiting, 0) AS waiting, coalesce(h.unsettled, 0) AS unsettled,
    coalesce(u.cents, 0)::bigint AS "undepositedCents",
    CASE WHEN d.step = 'approved' AND coalesce(u.cents, 0) = 0 AND coalesce(t.confirmed, true) AND ${isSealed} THEN 'posted'
      WHEN d.step = 'approved' AND coalesce(u.cents, 0) = 0 AND t.batch IS NOT NULL THEN 'deposited'
      WHEN d.step IS NOT NULL THEN d.step WHEN c.step IS NULL THEN 'open' WHEN h.unsettled > 0 THEN 'closed'
      ELSE 'balanced' END AS state
  FROM batches b
  LEFT JOIN batch_steps c ON c.district_id = b.district_id AND c.batch = b.batch AND c.step = 'closed'
  LEFT JOIN decided d ON d.batch = b.batch LEFT JOIN handed h ON h.batch = b.batch
  LEFT JOIN held u ON u.batch = b.batch LEFT JOIN taken t ON t.batch = b.batch
  WHERE b.district_id = ${district} AND ${of(sql`b.batch IN (SELECT batch FROM asked)`)}`;
}

/** The batch of that name, or null. */
export async function batchNamed(tx: LedgerTx, district: string, batch: string): Promise<BatchRow | null> {
  const [row] = await tx.rows<BatchRow>(standing(district, sql`SELECT ${batch}::text COLLATE "C" AS batch`));
  return row ?? null;
}

/** Which batches a page lists: all of one day, all in one state, from the newest on. */
export type BatchesAsked = { day: string | undefined; state: BatchState | undefined; after: string | undefined };

/** What steps say of a state without adding anything up: no batch of it is left out, some of another may be in. */
function mayBe(state: BatchState): SQL {
  const had = (...steps: BatchStepRow['step'][]) => sql`EXISTS (SELECT FROM batch_steps s
    WHERE s.district_id = b.district_id AND s.batch = b.batch AND s.step = ANY(${sql.param(steps)}::text[]))`;
  switch (state) {
    case 'open':
      return sql`NOT ${had('closed')}`;
    case 'closed':
    case 'balanced':
      return sql`NOT ${had('approved', 'sent_back')}`;
    case 'sent_back':
      return had('sent_back');
    case 'approved':
    case 'deposited':
    case 'posted':
      return had('approved');
  }
}

/**
 * Batches from the newest on: at most so many, those after one of them. How far each has come is added up for those alone
 * that can be on the page: a district has some hundred thousand of them in time.
 */
export function batchesListed(tx: LedgerTx, district: string, asked: BatchesAsked, most: number): Promise<BatchRow[]> {
  const all: SQL = sql`true`;
  const { state } = asked;
  const day = asked.day === undefined ? all : sql`b.business_day = ${asked.day}::date`;
  const after =
    asked.after === undefined
      ? all
      : sql`(b.business_day, b.opened_at, b.batch) < (SELECT a.business_day, a.opened_at, a.batch FROM batches a
          WHERE a.district_id = ${district} AND a.batch = ${asked.after})`;
  // Of any state the page is known before anything is added up.
  const page =
    state === undefined ? sql`ORDER BY b.business_day DESC, b.opened_at DESC, b.batch DESC LIMIT ${most}` : sql``;
  const which = sql`SELECT b.batch FROM batches b WHERE b.district_id = ${district} AND ${day} AND ${after}
    AND ${state === undefined ? all : mayBe(state)} ${page}`;
  return tx.rows<BatchRow>(sql`
    SELECT * FROM (${standing(district, which)}) listed WHERE ${state === undefined ? all : sql`state = ${state}`}
    ORDER BY "businessDay" DESC, "openedAt" DESC, batch DESC LIMIT ${most}`);
}

/** Approved batches of which something waits for its deposit, or is in one that is not made; from the newest on. */
export function batchesToDeposit(tx: LedgerTx, district: string, most: number): Promise<BatchRow[]> {
  const which = sql`SELECT batch FROM (${heldInAll(district)}) held WHERE cents > 0`;
  return tx.rows<BatchRow>(sql`
    SELECT * FROM (${standing(district, which)}) listed WHERE state = 'approved'
    ORDER BY "businessDay" DESC, "openedAt" DESC, batch DESC LIMIT ${most}`);
}

/**
 * When the first receipt was taken of all that is not deposited, open drawers included, and of how many batches; null
 * where nothing waits. A batch in a deposit that is prepared only still waits.
 */
export async function undepositedSince(
  tx: LedgerTx,
  district: string,
  only?: readonly string[],
): Promise<{ firstReceiptAt: number; batches: number } | null> {
  const first = await firstReceipts(tx, district, only);
  const [oldest] = first;
  return oldest ? { firstReceiptAt: oldest.at, batches: first.length } : null;
}

/** The first receipt of a batch of which something waits for its deposit. What it holds is known once it is counted. */
export type FirstReceipt = {
  batch: string;
  businessDay: string;
  label: string;
  at: number;
  isCounted: boolean;
  undepositedCents: number;
};

/** The first receipts of all that is not deposited, open drawers included; the oldest first. */
export function firstReceipts(tx: LedgerTx, district: string, only?: readonly string[]): Promise<FirstReceipt[]> {
  const named = only === undefined ? sql`true` : sql`w.batch = ANY(${sql.param(only)}::text[])`;
  return tx.rows<FirstReceipt>(sql`
    SELECT w.batch, w."businessDay", first.label, first.at, w.state NOT IN ('open', 'closed') AS "isCounted",
      w."undepositedCents" FROM (${standing(district, null)}) w CROSS JOIN LATERAL (
      SELECT e.recorded_at AS at, e.text::json #>> '{payload,label}' AS label FROM entries e
      WHERE e.district_id = ${district} AND e.series = w.series AND (e.epoch, e.sequence) > (w.epoch, w.sequence)
        AND (w."lastSequence" IS NULL OR (e.epoch, e.sequence) <= (w."lastEpoch", w."lastSequence"))
        AND e.kind = 'receipt_issued' AND e.text::json #>> '{payload,batch}' = w.batch
      ORDER BY e.epoch, e.sequence LIMIT 1) first
    WHERE (w.state IN ('open', 'closed') OR w."undepositedCents" > 0) AND ${named} ORDER BY first.at, w.batch`);
}

/** What a batch went through since it opened, in order: the station's steps first, then the office's. */
export function stepsOfBatch(tx: LedgerTx, district: string, batch: string): Promise<BatchStepRow[]> {
  return tx.rows<BatchStepRow>(sql`
    SELECT s.step, s.series, s.person, s.at, s.sequence, e.personal, e.text::json ->> 'approver' AS approver
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

/** Those of these drawers that the office ended, because their station could close them no more. */
export async function drawersEndedByOffice(
  tx: LedgerTx,
  district: string,
  drawers: readonly string[],
): Promise<string[]> {
  const rows = await tx.rows<{ drawer: string }>(sql`
    SELECT b.drawer FROM batches b JOIN batch_steps s ON s.district_id = b.district_id AND s.batch = b.batch
    WHERE b.district_id = ${district} AND b.drawer = ANY(${sql.param(drawers)}::text[]) AND s.step = 'closed'
      AND s.series = 'L' ORDER BY b.drawer`);
  return rows.map(({ drawer }) => drawer);
}
