import { assert } from '#domain/assert';
import { sha256Hex } from '#main/chain/sha256';
import type { LedgerDb, OwnerTx } from './database.ts';
import type { Migration } from './migration.ts';
import { LEDGER_MIGRATIONS } from './migrations.ts';

type Applied = { number: number; name: string; checksum: string };

/**
 * Brings the ledger's database to the newest schema, all steps in one transaction. Stops, changing nothing, when a step
 * that was applied has changed since, when one was put in before a step that is applied already, or when the database is newer than
 * this program. Several services may start at once: one migrates, the others wait.
 * @param now instant (ms), recorded beside each step
 */
export async function migrate(db: LedgerDb, now: number, migrations = LEDGER_MIGRATIONS): Promise<void> {
  for (const [place, migration] of migrations.entries()) {
    assert(migration.number === place + 1, `migration ${migration.name} is out of order`);
    assert(migration.name.startsWith(`${String(migration.number).padStart(4, '0')}-`), `${migration.name} is misnamed`);
  }
  await db.asOwner(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('counterfoil migrations'))`);
    await tx.script(`CREATE TABLE IF NOT EXISTS migrations (
      number integer PRIMARY KEY, name text NOT NULL UNIQUE, checksum text NOT NULL, applied_at bigint NOT NULL)`);
    const applied = await tx.query<Applied>('SELECT number, name, checksum FROM migrations ORDER BY number');
    refuseSurprises(applied, migrations);
    const lacking = migrations.slice(applied.length);
    if (lacking.length > 0) await holdOwner(tx, false);
    for (const migration of lacking) await apply(tx, migration, now);
    await holdOwner(tx, true);
  });
}

/**
 * Row security holds the owner of the tables, too, but not while they are changed: a migration that writes rows would
 * see none of them, and say nothing.
 */
async function holdOwner(tx: OwnerTx, isHeld: boolean): Promise<void> {
  const tables = await tx.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relrowsecurity AND c.relforcerowsecurity <> $1`,
    [isHeld],
  );
  for (const { name } of tables) await tx.script(`ALTER TABLE ${name} ${isHeld ? '' : 'NO '}FORCE ROW LEVEL SECURITY`);
}

/**
 * Whether the user of an address may migrate its database: owns the schema, or may begin one where there is none.
 */
export async function mayMigrate(db: LedgerDb): Promise<boolean> {
  const [row] = await db.asOwner((tx) =>
    tx.query<{ may: boolean }>(`SELECT coalesce(
      (SELECT pg_has_role(session_user, relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('public.migrations')),
      has_schema_privilege('public', 'CREATE')) AS may`),
  );
  return row?.may === true;
}

/**
 * Stops where the database is not exactly as this program needs it, for a service that may not change that.
 * @throws BrokenPromise in one plain sentence
 */
export async function assertMigrated(db: LedgerDb, migrations = LEDGER_MIGRATIONS): Promise<void> {
  const applied = await db.asOwner(async (tx) => {
    const [row] = await tx.query<{ may: boolean | null }>(
      `SELECT has_table_privilege('counterfoil_service', to_regclass('public.migrations'), 'SELECT') AS may
        FROM pg_roles WHERE rolname = 'counterfoil_service'`,
    );
    if (row?.may !== true) return [];
    return tx.query<Applied>('SELECT number, name, checksum FROM migrations ORDER BY number');
  });
  refuseSurprises(applied, migrations);
  const lacks = migrations[applied.length]?.name;
  assert(
    lacks === undefined,
    `the database lacks ${lacks} and the user of DATABASE_URL may not add it: start once with DATABASE_OWNER_URL, the address of its owner`,
  );
}

/** What was applied must be exactly the first so many steps, by name: one that was merged late takes the next number. */
function refuseSurprises(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [place, before] of applied.entries()) {
    const migration = migrations[place];
    assert(migration, `the database was written by a newer version (${before.name}); install that version`);
    assert(
      migration.name === before.name,
      `${before.name} is applied where this program has ${migration.name}: what is merged late takes the next number`,
    );
    assert(sha256Hex(migration.sql) === before.checksum, `migration ${before.name} was changed after it was applied`);
  }
}

async function apply(tx: OwnerTx, migration: Migration, now: number): Promise<void> {
  await tx.script(migration.sql);
  await tx.query('INSERT INTO migrations (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)', [
    migration.number,
    migration.name,
    sha256Hex(migration.sql),
    now,
  ]);
}
