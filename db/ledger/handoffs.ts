import { type SQL, sql } from 'drizzle-orm';
import type { HandoffKind } from '#domain/handoff';
import { OFFICE_SERIES } from '#domain/series';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

/** One step of a handoff, and the entry that tells it. */
export type HandoffStep = {
  handoff: string;
  /** `returned`: a float that nobody took, back in the safe. */
  step: 'given' | 'counted' | 'returned' | 'resolved';
  what: HandoffKind;
  drawer: string | null;
  batch: string | null;
  /** Who gave or counted it. */
  person: string;
  cents: number;
  at: number;
  sequence: number;
};

/** A handoff as far as it has come: what one side gave and the other counted. */
export type HandoffRow = {
  handoff: string;
  what: HandoffKind;
  drawer: string | null;
  batch: string | null;
  givenBy: string | null;
  givenCents: number | null;
  countedBy: string | null;
  countedCents: number | null;
  /** Of a float that was issued and taken back: who counted it then, and what. */
  returnedBy: string | null;
  returnedCents: number | null;
  /** Settled, and nothing was counted since. */
  isResolved: boolean;
  /** What a second look found, where one was needed. */
  foundCents: number | null;
  /** When its first half was recorded. */
  at: number;
};

/** Notes steps of handoffs. One that is there already is there once: the database itself refuses a second. */
export async function insertHandoffSteps(tx: LedgerTx, key: StationKey, steps: readonly HandoffStep[]): Promise<void> {
  const column = (name: keyof HandoffStep) => sql.param(steps.map((step) => step[name]));
  await tx.run(sql`
    INSERT INTO handoff_steps (district_id, series, epoch, handoff, step, what, drawer, batch, person, cents, at, sequence)
    SELECT ${key.district}::text, ${key.series}::text, ${key.epoch}::integer, handoff, step, what, drawer, batch,
      person, cents, at, sequence
    FROM unnest(${column('handoff')}::text[], ${column('step')}::text[], ${column('what')}::text[],
      ${column('drawer')}::text[], ${column('batch')}::text[], ${column('person')}::text[], ${column('cents')}::bigint[],
      ${column('at')}::bigint[], ${column('sequence')}::bigint[])
      AS fresh (handoff, step, what, drawer, batch, person, cents, at, sequence)`);
}

/**
 * Both halves of a handoff are there, and are the same or were settled. A settlement that knew of no drawer settles nothing
 * of what one counted that had taken the float after all.
 */
export const isSettled = sql`(count(*) FILTER (WHERE step <> 'resolved') > 1 AND CASE WHEN bool_or(step = 'resolved')
  THEN bool_or(step = 'resolved' AND drawer IS NOT NULL) OR NOT bool_or(step = 'counted')
  ELSE sum(CASE step WHEN 'given' THEN cents ELSE -cents END) = 0 END)`;

const columns = sql`
  handoff, min(what) AS what, min(drawer) AS drawer, min(batch) AS batch, min(at) AS at,
  min(person) FILTER (WHERE step = 'given') AS "givenBy", min(cents) FILTER (WHERE step = 'given') AS "givenCents",
  min(person) FILTER (WHERE step = 'counted') AS "countedBy", min(cents) FILTER (WHERE step = 'counted') AS "countedCents",
  min(person) FILTER (WHERE step = 'returned') AS "returnedBy", min(cents) FILTER (WHERE step = 'returned') AS "returnedCents",
  bool_or(step = 'resolved') AND ${isSettled} AS "isResolved", min(cents) FILTER (WHERE step = 'resolved') AS "foundCents"`;

/** The handoffs of these names, as far as they have come. */
export function handoffsNamed(tx: LedgerTx, district: string, names: readonly string[]): Promise<HandoffRow[]> {
  return tx.rows<HandoffRow>(sql`
    SELECT ${columns} FROM handoff_steps
    WHERE district_id = ${district} AND handoff = ANY(${sql.param(names)}::text[])
    GROUP BY handoff`);
}

/** All handoffs of a batch, floats included, oldest first. */
export function handoffsOfBatch(tx: LedgerTx, district: string, batch: string): Promise<HandoffRow[]> {
  return tx.rows<HandoffRow>(sql`
    SELECT ${columns} FROM handoff_steps
    WHERE district_id = ${district}
      AND handoff IN (SELECT handoff FROM handoff_steps WHERE district_id = ${district} AND batch = ${batch})
    GROUP BY handoff ORDER BY min(at), handoff`);
}

/** Who settled a handoff, who agreed, and what is personal in its entry (JSON): why. */
export type SettlementRow = { handoff: string; person: string; approver: string; personal: string | null };

/** The settlements of a batch's handoffs. */
export function settlementsOf(tx: LedgerTx, district: string, batch: string): Promise<SettlementRow[]> {
  return tx.rows<SettlementRow>(sql`
    SELECT h.handoff, h.person, e.text::json ->> 'approver' AS approver, e.personal
    FROM handoff_steps h JOIN entries e USING (district_id, series, epoch, sequence)
    WHERE h.district_id = ${district} AND h.batch = ${batch} AND h.step = 'resolved'`);
}

/** Every step of a batch's handoffs, floats included, in order: who gave, counted or settled which. */
export function stepsOfHandoffs(
  tx: LedgerTx,
  district: string,
  batch: string,
): Promise<Pick<HandoffStep, 'handoff' | 'step' | 'person'>[]> {
  return tx.rows(sql`
    SELECT handoff, step, person FROM handoff_steps
    WHERE district_id = ${district}
      AND handoff IN (SELECT handoff FROM handoff_steps WHERE district_id = ${district} AND batch = ${batch})
    ORDER BY at, handoff, step`);
}

/** Handoffs that are in transit: one half is missing, or the two differ and nobody has resolved it. Oldest first. */
export function handoffsInTransit(tx: LedgerTx, district: string): Promise<HandoffRow[]> {
  return tx.rows<HandoffRow>(sql`
    SELECT ${columns} FROM handoff_steps WHERE district_id = ${district}
    GROUP BY handoff
    HAVING NOT ${isSettled}
    ORDER BY min(at), handoff`);
}

/** What the office's own halves tell of some batches: of which handoff, and when. */
export function officeHalves(
  tx: LedgerTx,
  district: string,
  batches: readonly string[],
): Promise<{ handoff: string; batch: string; at: number }[]> {
  return tx.rows(sql`
    SELECT handoff, batch, at FROM handoff_steps
    WHERE district_id = ${district} AND series = ${OFFICE_SERIES} AND batch = ANY(${sql.param(batches)}::text[])
    ORDER BY at, handoff`);
}

/** Batches that have a handoff of which one half is missing: until then nobody is told what the other half says. */
export function batchesHalfCounted(district: string): SQL {
  return sql`SELECT max(h.batch) FROM handoff_steps h WHERE h.district_id = ${district} GROUP BY h.handoff
    HAVING max(h.batch) IS NOT NULL AND count(*) FILTER (WHERE h.step <> 'resolved') < 2`;
}
