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
    for (const migration of migrations.slice(applied.length)) await apply(tx, migration, now);
  });
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
