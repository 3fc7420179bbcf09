import { sql } from 'drizzle-orm';
import { assert } from '#domain/assert';
import type { LedgerTx } from './database.ts';

/** The secret with which the ledger signs what it says to a district's stations; null before it was made. */
export async function findDistrictKey(tx: LedgerTx, district: string): Promise<string | null> {
  const [row] = await tx.rows<{ seed: string }>(sql`SELECT seed FROM district_keys WHERE district_id = ${district}`);
  return row?.seed ?? null;
}

/** Keeps a new secret, unless another service made one at the same time. Answers the one that counts. */
export async function keepDistrictKey(tx: LedgerTx, district: string, seed: string, madeAt: number): Promise<string> {
  await tx.run(sql`
    INSERT INTO district_keys (district_id, seed, made_at) VALUES (${district}, ${seed}, ${madeAt})
    ON CONFLICT DO NOTHING`);
  const kept = await findDistrictKey(tx, district);
  assert(kept, `the key of ${district} was not there after it was kept`);
  return kept;
}
