import { sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import type { LedgerTx } from './database.ts';

/** One chain of entries: a station in one of its epochs. */
export type StationKey = { district: string; series: string; epoch: number };

/**
 * `publicKey` is what the station signs with; null of one that was enrolled before there were keys and has not brought its
 * own yet, which `tokenHash` knows. The office's journal has neither: nobody speaks as it.
 */
export type StationRow = { publicKey: string | null; tokenHash: string | null; appliedSequence: number };

/** A station as it is enrolled, or null. */
export async function findStation(tx: LedgerTx, key: StationKey): Promise<StationRow | null> {
  const [row] = await tx.rows<StationRow>(sql`
    SELECT public_key AS "publicKey", token_hash AS "tokenHash", applied_sequence AS "appliedSequence" FROM stations
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}`);
  return row ?? null;
}

/**
 * Waits until nobody else works on this station's chain and keeps everybody else waiting until the transaction ends.
 * Answers the last entry that is applied.
 */
export async function lockStation(tx: LedgerTx, key: StationKey): Promise<number> {
  const [row] = await tx.rows<{ appliedSequence: number }>(sql`
    SELECT applied_sequence AS "appliedSequence" FROM stations
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch} FOR UPDATE`);
  assert(row, `station ${key.series}.${key.epoch} was not there to lock`);
  return row.appliedSequence;
}

/** The newest epoch of a series; 0 when it was never enrolled. */
export async function newestEpoch(tx: LedgerTx, district: string, series: string): Promise<number> {
  const [row] = await tx.rows<{ epoch: number }>(sql`
    SELECT coalesce(max(epoch), 0) AS epoch FROM stations WHERE district_id = ${district} AND series = ${series}`);
  return row?.epoch ?? 0;
}

/** The marks of all stations that were ever enrolled, the office's journal aside. */
export async function enrolledSeries(tx: LedgerTx, district: string): Promise<string[]> {
  const rows = await tx.rows<{ series: string }>(sql`
    SELECT DISTINCT series FROM stations WHERE district_id = ${district} AND series <> 'L' ORDER BY series`);
  return rows.map(({ series }) => series);
}

export async function insertStation(
  tx: LedgerTx,
  key: StationKey,
  publicKey: string,
  enrolledAt: number,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO stations (district_id, series, epoch, public_key, enrolled_at)
    VALUES (${key.district}, ${key.series}, ${key.epoch}, ${publicKey}, ${enrolledAt})`);
}

/** Gives a station that was enrolled without a key its own, once. */
export async function bringKey(tx: LedgerTx, key: StationKey, publicKey: string): Promise<void> {
  const changed = await tx.run(sql`
    UPDATE stations SET public_key = ${publicKey}
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch} AND public_key IS NULL`);
  assert(changed === 1, `station ${key.series}.${key.epoch} was not there to bring its key`);
}

/** Notes that entries up to this one are applied or parked. */
export async function moveApplied(tx: LedgerTx, key: StationKey, sequence: number): Promise<void> {
  const changed = await tx.run(sql`
    UPDATE stations SET applied_sequence = ${sequence}
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}
      AND applied_sequence < ${sequence}`);
  assert(changed === 1, `station ${key.series}.${key.epoch} was not there to move`);
}

/** How far a series is applied, over all its epochs: 0:0 when nothing is. */
export async function appliedThrough(tx: LedgerTx, key: StationKey): Promise<{ epoch: number; sequence: number }> {
  const [row] = await tx.rows<{ epoch: number; sequence: number }>(sql`
    SELECT epoch, applied_sequence AS sequence FROM stations
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch <= ${key.epoch} AND applied_sequence > 0
    ORDER BY epoch DESC LIMIT 1`);
  return row ?? { epoch: 0, sequence: 0 };
}

/** Stations with entries that are stored and neither applied nor parked yet, as a crash between the two leaves them. */
export function stationsBehind(tx: LedgerTx, district: string): Promise<StationKey[]> {
  return tx.rows<StationKey>(sql`
    SELECT district_id AS district, series, epoch FROM stations s WHERE district_id = ${district}
      AND EXISTS (SELECT FROM entries e WHERE e.district_id = s.district_id AND e.series = s.series
        AND e.epoch = s.epoch AND e.sequence > s.applied_sequence)
    ORDER BY series, epoch`);
}
