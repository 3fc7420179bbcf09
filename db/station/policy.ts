import { desc, eq, sql } from 'drizzle-orm';
import { Policy } from '#domain/district';
import type { StationDb, Tx } from './open.ts';
import { policies } from './schema.ts';
import { statement } from './statement.ts';

const latest = statement((db) =>
  db.select({ version: policies.version }).from(policies).orderBy(desc(policies.version)).limit(1).prepare(),
);
const textOf = statement((db) =>
  db
    .select({ policy: policies.policy })
    .from(policies)
    .where(eq(policies.version, sql.placeholder('version')))
    .prepare(),
);

/** Each call asks for the policy, and reading its text anew would be most of what that costs; a version never changes. */
const read = new WeakMap<object, { version: number; policy: Policy }>();

/** The district's policy in force, or null before one has come down. */
export function currentPolicy(db: StationDb): Policy | null {
  const version = latest(db).get()?.version;
  if (version === undefined) return null;
  const known = read.get(db.$client);
  if (known?.version === version) return known.policy;
  // Read by its schema: a policy of before a setting was there has its default.
  const policy = Policy.parse(JSON.parse(textOf(db).get({ version })?.policy ?? 'null'));
  read.set(db.$client, { version, policy });
  return policy;
}

/** Keeps a version of the policy. The same version twice is the same policy. */
export function storePolicy(tx: Tx, version: number, policy: Policy): void {
  tx.insert(policies)
    .values({ version, policy: JSON.stringify(policy) })
    .onConflictDoNothing()
    .run();
}
