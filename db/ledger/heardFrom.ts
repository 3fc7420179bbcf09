import { sql } from 'drizzle-orm';
import type { LedgerDb } from './database.ts';
import type { StationKey } from './stations.ts';

/** A station speaks every few seconds; that is written down once in so long (ms). */
const WRITTEN_EVERY_MS = 60_000;

/** Notes that a station spoke to the ledger. */
export async function heardFrom(db: LedgerDb, key: StationKey, now: number): Promise<void> {
  await db.inDistrict(key.district, 'write', (tx) =>
    tx.run(sql`
      UPDATE stations SET heard_at = ${now} WHERE district_id = ${key.district} AND series = ${key.series}
        AND epoch = ${key.epoch} AND coalesce(heard_at, 0) < ${now - WRITTEN_EVERY_MS}`),
  );
}
