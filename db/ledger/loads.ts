import { sql } from 'drizzle-orm';
import { Policy } from '#domain/district';
import type { LedgerDb, LedgerTx } from './database.ts';

/** A load as it is journalled: digests are SHA-256 of the files, instants in ms. */
export type LoadRow = {
  district: string;
  version: number;
  loadedAt: number;
  loadedBy: string;
  districtDigest: string;
  accountsDigest: string;
  chargesDigest: string;
  withdrawMissing: boolean;
  counts: unknown;
};

export async function insertLoad(tx: LedgerTx, load: LoadRow): Promise<void> {
  await tx.run(sql`
    INSERT INTO loads (district_id, version, loaded_at, loaded_by, district_digest, accounts_digest, charges_digest,
      withdraw_missing, counts)
    VALUES (${load.district}, ${load.version}, ${load.loadedAt}, ${load.loadedBy}, ${load.districtDigest},
      ${load.accountsDigest}, ${load.chargesDigest}, ${load.withdrawMissing}, ${JSON.stringify(load.counts)})`);
}

/** The policy that was loaded last, or null before the first. */
export async function latestPolicy(tx: LedgerTx, district: string): Promise<Policy | null> {
  const [row] = await tx.rows<{ policy: unknown }>(sql`
    SELECT policy FROM policies WHERE district_id = ${district} ORDER BY version DESC LIMIT 1`);
  // One that was loaded before a setting was thought of has its default.
  return row ? Policy.parse(row.policy) : null;
}

/** Every place of the district's chart, `401-3435001`, those of its earlier charts too: exports of then tell them. */
export async function placesOfCharts(tx: LedgerTx, district: string): Promise<string[]> {
  const rows = await tx.rows<{ place: string }>(sql`
    SELECT DISTINCT (code ->> 'fund') || '-' || (code ->> 'bars') AS place
    FROM policies CROSS JOIN LATERAL json_array_elements(policy -> 'chart') code WHERE district_id = ${district} ORDER BY 1`);
  return rows.map(({ place }) => place);
}

export async function insertPolicy(tx: LedgerTx, policy: Policy, version: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO policies (district_id, version, effective_from, policy)
    VALUES (${policy.district}, ${version}, ${policy.effectiveFrom}, ${JSON.stringify(policy)})`);
}

/** Tells the planner at once what a load has brought; by itself it would look only after a minute or so. */
export function refreshStatistics(db: LedgerDb): Promise<void> {
  return db.asOwner((tx) => tx.script('ANALYZE accounts, charges, charge_differences, applications, people'));
}
