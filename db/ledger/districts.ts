import { sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import { type LedgerDb, type LedgerTx, NO_DISTRICT } from './database.ts';

export type DistrictRow = { district: string; training: boolean };

/** Every district of this ledger. */
export function allDistricts(db: LedgerDb): Promise<DistrictRow[]> {
  return db.inDistrict(NO_DISTRICT, 'read', (tx) =>
    tx.rows<DistrictRow>(sql`SELECT district_id AS district, training FROM districts ORDER BY district_id`),
  );
}

/** Makes the district's row where there is none. */
export async function ensureDistrict(tx: LedgerTx, district: string, training: boolean, now: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO districts (district_id, training, created_at) VALUES (${district}, ${training}, ${now})
    ON CONFLICT DO NOTHING`);
}

export async function hasDistrict(tx: LedgerTx, district: string): Promise<boolean> {
  return (await tx.rows(sql`SELECT FROM districts WHERE district_id = ${district}`)).length > 0;
}

/** Waits until nobody else changes what stations must learn of, and keeps everybody else waiting until the end. */
export async function lockDistrict(tx: LedgerTx, district: string): Promise<void> {
  const rows = await tx.rows(sql`SELECT FROM districts WHERE district_id = ${district} FOR NO KEY UPDATE`);
  assert(rows.length === 1, `district ${district} was not there to lock`);
}

/** Gives the change that is being made its version. The district is locked from here on. */
export async function nextVersion(tx: LedgerTx, district: string): Promise<number> {
  const [row] = await tx.rows<{ version: number }>(sql`
    UPDATE districts SET version = version + 1 WHERE district_id = ${district} RETURNING version`);
  assert(row, `district ${district} was not there to change`);
  return row.version;
}

/**
 * Takes so many numbers for what is added to a district, and answers the last one before them. The district is locked
 * from here on, so that they have no gaps and come in the order in which they are seen.
 */
export async function numbersFor(
  tx: LedgerTx,
  district: string,
  what: 'charge' | 'application',
  count: number,
): Promise<number> {
  const column = sql.identifier(`last_${what}`);
  const [row] = await tx.rows<{ last: number }>(sql`
    UPDATE districts SET ${column} = ${column} + ${count}::bigint WHERE district_id = ${district}
    RETURNING ${column} AS last`);
  assert(row, `district ${district} was not there to number`);
  return row.last - count;
}

/** Takes a version back under which nothing was written, within the transaction that was given it. */
export async function takeVersionBack(tx: LedgerTx, district: string, version: number): Promise<void> {
  const rows = await tx.rows(sql`
    UPDATE districts SET version = version - 1 WHERE district_id = ${district} AND version = ${version} RETURNING version`);
  assert(rows.length === 1, `version ${version} of ${district} was not there to take back`);
}

/** The version of the district's latest change; 0 before its first. */
export async function versionOf(tx: LedgerTx, district: string): Promise<number> {
  const [row] = await tx.rows<{ version: number }>(sql`SELECT version FROM districts WHERE district_id = ${district}`);
  return row?.version ?? 0;
}
