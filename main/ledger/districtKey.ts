import type { LedgerDb } from '#db/ledger/database';
import { findDistrictKey, keepDistrictKey } from '#db/ledger/districtKeys';
import { hasDistrict } from '#db/ledger/districts';
import type { LedgerContext } from './context.ts';
import { secretOf } from './tokens.ts';

/** Keys do not change, so each is read once. */
const known = new WeakMap<LedgerDb, Map<string, string>>();

/**
 * The secret with which the ledger signs what it says to a district's stations, made at its first use; null where there is
 * no such district. It lies in the database: every service before it answers with the same key, and so does one that was restored.
 */
export async function districtKey(context: LedgerContext, district: string): Promise<string | null> {
  const keys = known.get(context.db) ?? new Map<string, string>();
  known.set(context.db, keys);
  const seed = keys.get(district) ?? (await readOrMade(context, district));
  if (seed !== null) keys.set(district, seed);
  return seed;
}

async function readOrMade({ db, random, now }: LedgerContext, district: string): Promise<string | null> {
  const kept = await db.inDistrict(district, 'read', (tx) => findDistrictKey(tx, district));
  if (kept !== null) return kept;
  const seed = secretOf(random);
  return db.inDistrict(district, 'write', async (tx) =>
    (await hasDistrict(tx, district)) ? keepDistrictKey(tx, district, seed, now()) : null,
  );
}
