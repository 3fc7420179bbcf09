import { sql } from 'drizzle-orm';
import { Policy } from '#domain/district';
import type { GlLayout } from '#domain/glLayout';
import type { GlLineFormula } from '#domain/glLine';
import type { LedgerTx } from './database.ts';
import { isLeft } from './drawersOpen.ts';
import { batchesHalfCounted } from './handoffs.ts';
import type { StationKey } from './stations.ts';

export type GlExportRow = {
  number: number;
  first: string;
  through: string;
  layout: GlLayout;
  policyVersion: number;
  /** As its entry in the journal tells it; one that tells none was made by the first. */
  lineFormula: GlLineFormula;
  lines: number;
  debitCents: number;
  creditCents: number;
  sha256: string;
  exportedBy: string;
  exportedAt: number;
};

/** One close of an export, and how many lines it came to. */
export type ExportedClose = { close: number; lines: number };

/** The formula by which an export of `gl_exports` was made. */
export const lineFormula = sql`coalesce((SELECT (e.text::json #>> '{payload,lineFormula}')::integer FROM entries e
  WHERE e.district_id = gl_exports.district_id AND e.series = gl_exports.series AND e.epoch = gl_exports.epoch
    AND e.sequence = gl_exports.sequence), 1)`;

const columns = sql`number, first_day::text AS first, through_day::text AS through, layout,
  policy_version AS "policyVersion", lines, debit_cents AS "debitCents", credit_cents AS "creditCents", sha256,
  exported_by AS "exportedBy", exported_at AS "exportedAt",
  ${lineFormula} AS "lineFormula"`;

/** Exports from the newest on, those before one of them, at most so many. */
export function glExportsListed(
  tx: LedgerTx,
  district: string,
  before: number | undefined,
  most: number,
): Promise<GlExportRow[]> {
  return tx.rows<GlExportRow>(sql`
    SELECT ${columns} FROM gl_exports WHERE district_id = ${district}
      AND ${before === undefined ? sql`true` : sql`number < ${before}`} ORDER BY number DESC LIMIT ${most}`);
}

export async function glExportNumbered(tx: LedgerTx, district: string, number: number): Promise<GlExportRow | null> {
  const [row] = await tx.rows<GlExportRow>(sql`
    SELECT ${columns} FROM gl_exports WHERE district_id = ${district} AND number = ${number}`);
  return row ?? null;
}

/** The export with which a day went out, or without a day the newest; null where there is none. */
export async function glExportOfDay(
  tx: LedgerTx,
  district: string,
  day: string | undefined,
): Promise<GlExportRow | null> {
  const which = day === undefined ? sql`true` : sql`through_day >= ${day}::date`;
  const order = day === undefined ? sql`number DESC` : sql`number`;
  const [row] = await tx.rows<GlExportRow>(sql`
    SELECT ${columns} FROM gl_exports WHERE district_id = ${district} AND ${which} ORDER BY ${order} LIMIT 1`);
  return row ?? null;
}

/** The closes of an export, in order. */
export function closesOfExport(tx: LedgerTx, district: string, number: number): Promise<ExportedClose[]> {
  return tx.rows<ExportedClose>(sql`
    SELECT close_number AS close, lines FROM gl_export_closes
    WHERE district_id = ${district} AND export_number = ${number} ORDER BY close_number`);
}

/** The exports with which closes went out. */
export function exportsOfCloses(
  tx: LedgerTx,
  district: string,
  closes: readonly number[],
): Promise<{ close: number; number: number }[]> {
  return tx.rows<{ close: number; number: number }>(sql`
    SELECT close_number AS close, export_number AS number FROM gl_export_closes
    WHERE district_id = ${district} AND close_number = ANY(${sql.param(closes)}::integer[]) ORDER BY close_number`);
}

/** Closes that no export has, up to the one with which a day was closed; in order. */
export function closesToExport(
  tx: LedgerTx,
  district: string,
  through: string,
): Promise<{ number: number; day: string }[]> {
  return tx.rows<{ number: number; day: string }>(sql`
    SELECT number, day::text AS day FROM day_closes k WHERE district_id = ${district}
      AND number > (SELECT coalesce(max(close_number), 0) FROM gl_export_closes WHERE district_id = ${district})
      AND number <= (SELECT min(number) FROM day_closes WHERE district_id = ${district} AND day >= ${through}::date)
    ORDER BY number`);
}

/** A batch in closes whose drawer is open, or which handed over something that the office has not counted. */
export type BatchToCount = {
  batch: string;
  isOpen: boolean;
  /** Nobody can close it at its station any more: the office ends it. */
  isLeft: boolean;
};

/** Batches in all closes up to one that somebody may still have to count blind; the oldest first. */
export function batchesToCount(tx: LedgerTx, district: string, close: number): Promise<BatchToCount[]> {
  return tx.rows<BatchToCount>(sql`
    SELECT b.batch, c.step IS NULL AS "isOpen", c.step IS NULL AND ${isLeft(sql`b`)} AS "isLeft"
    FROM day_closes k
    JOIN day_seals s ON s.district_id = k.district_id AND s.number = k.number
    JOIN batches b ON b.district_id = k.district_id AND b.business_day <= k.day AND b.series = s.series
      AND b.epoch = s.epoch AND b.sequence <= s.sequence
    LEFT JOIN batch_steps c ON c.district_id = b.district_id AND c.batch = b.batch AND c.step = 'closed'
    WHERE k.district_id = ${district} AND k.number = ${close}
      AND (c.step IS NULL OR b.batch IN (${batchesHalfCounted(district)}))
    ORDER BY b.business_day, b.opened_at, b.batch`);
}

/** The day with which a close closed. */
export async function dayOfClose(tx: LedgerTx, district: string, number: number): Promise<string | null> {
  const [row] = await tx.rows<{ day: string }>(sql`
    SELECT day::text AS day FROM day_closes WHERE district_id = ${district} AND number = ${number}`);
  return row?.day ?? null;
}

export async function insertGlExport(
  tx: LedgerTx,
  key: StationKey,
  row: GlExportRow & { sequence: number },
  closes: readonly ExportedClose[],
): Promise<void> {
  await tx.run(sql`
    INSERT INTO gl_exports (district_id, number, first_day, through_day, layout, policy_version, lines, debit_cents,
      credit_cents, sha256, exported_by, exported_at, series, epoch, sequence)
    VALUES (${key.district}, ${row.number}, ${row.first}::date, ${row.through}::date, ${row.layout}, ${row.policyVersion},
      ${row.lines}, ${row.debitCents}, ${row.creditCents}, ${row.sha256}, ${row.exportedBy}, ${row.exportedAt},
      ${key.series}, ${key.epoch}, ${row.sequence})`);
  const column = (name: keyof ExportedClose) => sql.param(closes.map((close) => close[name]));
  await tx.run(sql`
    INSERT INTO gl_export_closes (district_id, close_number, export_number, lines)
    SELECT ${key.district}::text, close, ${row.number}::integer, lines
    FROM unnest(${column('close')}::integer[], ${column('lines')}::integer[]) AS fresh (close, lines)`);
}

/** The policy that is in force, and the version under which it was loaded. */
export async function policyNow(tx: LedgerTx, district: string): Promise<{ version: number; policy: Policy } | null> {
  const [row] = await tx.rows<{ version: number; policy: unknown }>(sql`
    SELECT version, policy FROM policies WHERE district_id = ${district} ORDER BY version DESC LIMIT 1`);
  return row ? { version: row.version, policy: Policy.parse(row.policy) } : null;
}
