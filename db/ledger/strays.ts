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

/** How many strays of each journal came since days were closed last, and are in no chain meanwhile. */
export function straysSince(
  tx: LedgerTx,
  district: string,
): Promise<{ series: string; epoch: number; entries: number }[]> {
  return tx.rows(sql`
    SELECT q.series, q.epoch, count(*)::integer AS entries FROM quarantine q WHERE q.district_id = ${district}
      AND q.received_at > coalesce((SELECT max(closed_at) FROM day_closes WHERE district_id = ${district}), 0)
      AND NOT EXISTS (SELECT FROM entries e WHERE e.district_id = q.district_id AND e.series = q.series
        AND e.epoch = q.epoch AND e.sequence = q.sequence AND e.hash = q.hash)
    GROUP BY q.series, q.epoch ORDER BY q.series, q.epoch`);
}
