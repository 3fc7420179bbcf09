import { sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import type { LedgerTx } from './database.ts';
import type { StationKey } from './stations.ts';

/** What a station said last, as it is kept: its counters as JSON, and the newest tokens that it was given and has used. */
export type ContactRow = { counters: string; token: number; used: number };

export async function startContact(tx: LedgerTx, key: StationKey, row: ContactRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO station_contacts (district_id, series, epoch, counters, token, used_token)
    VALUES (${key.district}, ${key.series}, ${key.epoch}, ${row.counters}, ${row.token}, ${row.used})`);
}

/** What a station said last, and the newest epoch of its series. Whoever asks for it second waits for the first. */
export async function lockContact(tx: LedgerTx, key: StationKey): Promise<ContactRow & { newestEpoch: number }> {
  const [row] = await tx.rows<ContactRow & { newestEpoch: number }>(sql`
    SELECT counters, token, used_token AS used, (SELECT max(s.epoch) FROM stations s WHERE s.district_id = c.district_id
      AND s.series = c.series) AS "newestEpoch" FROM station_contacts c
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch} FOR UPDATE OF c`);
  assert(row, `station ${key.series}.${key.epoch} has a key and never spoke`);
  return row;
}

export async function keepContact(tx: LedgerTx, key: StationKey, row: ContactRow): Promise<void> {
  const changed = await tx.run(sql`
    UPDATE station_contacts SET counters = ${row.counters}, token = ${row.token}, used_token = ${row.used}
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}`);
  assert(changed === 1, `station ${key.series}.${key.epoch} was not there to be heard`);
}

/** What each cursor of the station's feed must bear; empty as long as no ledger behind it was restored. */
export async function feedMarkOf(tx: LedgerTx, key: StationKey): Promise<string> {
  const [row] = await tx.rows<{ mark: string }>(sql`
    SELECT feed_mark AS mark FROM station_contacts
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}`);
  return row?.mark ?? '';
}

/** Lets the station's feed begin anew: cursors of before bear another mark. */
export async function markFeed(tx: LedgerTx, key: StationKey, mark: string): Promise<void> {
  await tx.run(sql`
    UPDATE station_contacts SET feed_mark = ${mark}
    WHERE district_id = ${key.district} AND series = ${key.series} AND epoch = ${key.epoch}`);
}
