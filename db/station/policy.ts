import { desc } from 'drizzle-orm';
import type { Policy } from '#domain/district';
import type { StationDb, Tx } from './open.ts';
import { policies } from './schema.ts';
import { statement } from './statement.ts';

const latest = statement((db) =>
  db
    .select({ version: policies.version, policy: policies.policy })
    .from(policies)
    .orderBy(desc(policies.version))
    .limit(1)
    .prepare(),
);

/** Reading a policy's text again for each payment would be most of its cost; a version never changes. */
const read = new WeakMap<object, { version: number; policy: Policy }>();

/** The district's policy in force, or null before one has come down. */
export function currentPolicy(db: StationDb): Policy | null {
  const row = latest(db).get();
  if (!row) return null;
  const known = read.get(db.$client);
  if (known?.version === row.version) return known.policy;
  const policy = JSON.parse(row.policy) as Policy;
  read.set(db.$client, { version: row.version, policy });
  return policy;
}

/** Keeps a version of the policy. The same version twice is the same policy. */
export function storePolicy(tx: Tx, version: number, policy: Policy): void {
  tx.insert(policies)
    .values({ version, policy: JSON.stringify(policy) })
    .onConflictDoNothing()
    .run();
}
