import { sql } from 'drizzle-orm';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

/** An entry that does not follow, whole as it arrived, and what it claims to be. */
export type Stray = { digest: string; sequence: number | null; hash: string; sealed: string; why: string };

/** Keeps strays. One that is kept already is not kept twice. */
export async function quarantine(
  tx: LedgerTx,
  key: StationKey,
  strays: readonly Stray[],
  receivedAt: number,
): Promise<void> {
  const column = (name: keyof Stray) => sql.param(strays.map((stray) => stray[name]));
  await tx.run(sql`
    INSERT INTO quarantine (district_id, series, epoch, digest, sequence, hash, sealed, why, received_at)
    SELECT ${key.district}::text, ${key.series}::text, ${key.epoch}::integer, digest, sequence, hash, sealed, why,
      ${receivedAt}::bigint
    FROM unnest(${column('digest')}::text[], ${column('sequence')}::bigint[], ${column('hash')}::text[],
      ${column('sealed')}::text[], ${column('why')}::text[]) AS stray (digest, sequence, hash, sealed, why)
    ON CONFLICT DO NOTHING`);
}

export type Parked = { sequence: number; why: string; detail: string };

/** Notes entries that are stored and will not be applied until a person has looked at them. */
export async function park(tx: LedgerTx, key: StationKey, parked: readonly Parked[], parkedAt: number): Promise<void> {
  const column = (name: keyof Parked) => sql.param(parked.map((entry) => entry[name]));
  await tx.run(sql`
    INSERT INTO parked (district_id, series, epoch, sequence, why, detail, parked_at)
    SELECT ${key.district}::text, ${key.series}::text, ${key.epoch}::integer, sequence, why, detail,
      ${parkedAt}::bigint
    FROM unnest(${column('sequence')}::bigint[], ${column('why')}::text[], ${column('detail')}::text[])
      AS entry (sequence, why, detail)`);
}

/** A stray (`q`) that is in no chain meanwhile, and that nobody has dismissed. */
const IS_HELD = sql`NOT EXISTS (SELECT FROM entries e WHERE e.district_id = q.district_id AND e.series = q.series
    AND e.epoch = q.epoch AND e.sequence = q.sequence AND e.hash = q.hash)
  AND NOT EXISTS (SELECT FROM strays_dismissed d WHERE d.district_id = q.district_id AND d.series = q.series
    AND d.epoch = q.epoch AND d.digest = q.digest)`;

/** How many strays of each journal came since days were closed last, and are in no chain meanwhile. */
export function straysSince(
  tx: LedgerTx,
  district: string,
): Promise<{ series: string; epoch: number; entries: number }[]> {
  return tx.rows(sql`
    SELECT q.series, q.epoch, count(*)::integer AS entries FROM quarantine q WHERE q.district_id = ${district}
      AND q.received_at > coalesce((SELECT max(closed_at) FROM day_closes WHERE district_id = ${district}), 0)
      AND ${IS_HELD}
    GROUP BY q.series, q.epoch ORDER BY q.series, q.epoch`);
}

export type HeldStray = Stray & { series: string; epoch: number; receivedAt: number };

/** Strays that wait for a decision, at most so many, by station and epoch in the order that they claim; of one station alone where it is named. */
export function heldStrays(
  tx: LedgerTx,
  district: string,
  of: { series: string; epoch: number } | null,
  most: number,
): Promise<HeldStray[]> {
  const ofOne = of === null ? sql`` : sql`AND q.series = ${of.series} AND q.epoch = ${of.epoch}`;
  return tx.rows<HeldStray>(sql`
    SELECT q.series, q.epoch, q.digest, q.sequence, q.hash, q.sealed, q.why, q.received_at AS "receivedAt"
    FROM quarantine q WHERE q.district_id = ${district} ${ofOne} AND ${IS_HELD}
    ORDER BY q.series, q.epoch, q.sequence NULLS LAST, q.received_at, q.digest LIMIT ${most}`);
}

/** Notes that two people have left strays as they are. */
export async function noteDismissed(
  tx: LedgerTx,
  key: StationKey,
  digests: readonly string[],
  recordedBy: number,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO strays_dismissed (district_id, series, epoch, digest, recorded_by)
    SELECT ${key.district}::text, ${key.series}::text, ${key.epoch}::integer, digest, ${recordedBy}::bigint
    FROM unnest(${sql.param(digests)}::text[]) AS dismissed (digest)`);
}

/** A parked entry (`p`) of which nobody has said how it was settled. */
export const IS_UNEXPLAINED = sql`NOT EXISTS (SELECT FROM parked_explained x WHERE x.district_id = p.district_id
  AND x.series = p.series AND x.epoch = p.epoch AND x.sequence = p.sequence)`;

export type ParkedEntry = {
  series: string;
  epoch: number;
  sequence: number;
  kind: string | null;
  actor: string | null;
  hash: string;
  why: string;
  detail: string;
  parkedAt: number;
};

/** One of them; null where it is none of these. */
export async function unexplainedEntry(
  tx: LedgerTx,
  key: StationKey,
  sequence: number,
): Promise<Pick<ParkedEntry, 'actor' | 'hash'> | null> {
  const [row] = await tx.rows<Pick<ParkedEntry, 'actor' | 'hash'>>(sql`
    SELECT e.actor, e.hash FROM parked p JOIN entries e USING (district_id, series, epoch, sequence)
    WHERE p.district_id = ${key.district} AND p.series = ${key.series} AND p.epoch = ${key.epoch}
      AND p.sequence = ${sequence} AND ${IS_UNEXPLAINED}`);
  return row ?? null;
}

/** Notes that two people have said how an entry was settled. */
export async function noteExplained(
  tx: LedgerTx,
  key: StationKey,
  sequence: number,
  recordedBy: number,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO parked_explained (district_id, series, epoch, sequence, recorded_by)
    VALUES (${key.district}, ${key.series}, ${key.epoch}, ${sequence}, ${recordedBy})`);
}

/** Entries of journals that are not applied and that nobody has explained, the newest first, at most so many. */
export function unexplainedEntries(tx: LedgerTx, district: string, most: number): Promise<ParkedEntry[]> {
  return tx.rows<ParkedEntry>(sql`
    SELECT p.series, p.epoch, p.sequence, e.kind, e.actor, e.hash, p.why, p.detail, p.parked_at AS "parkedAt"
    FROM parked p JOIN entries e USING (district_id, series, epoch, sequence)
    WHERE p.district_id = ${district} AND ${IS_UNEXPLAINED} ORDER BY p.parked_at DESC, p.series, p.epoch, p.sequence LIMIT ${most}`);
}
