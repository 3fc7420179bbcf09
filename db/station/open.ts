import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { assert } from '#domain/assert';
import { migrate } from './migrate.ts';
import { assertSafeSqlite } from './sqliteVersion.ts';

/** A connection to one station's database. Only {@link openStation} makes one. */
export type StationDb = BetterSQLite3Database & { $client: Database.Database };

/** The connection inside a write transaction: the same object, named so that a signature tells it needs one. */
export type Tx = StationDb & { readonly inTransaction?: true };

/**
 * Opens a station's database, sets what durability needs, reads it back and refuses to go on when it is not so: in WAL
 * mode the driver's own default is synchronous=NORMAL, which loses acknowledged commits at a power cut.
 * @param file path of `station.db`, or `:memory:` in tests
 */
export function openStation(file: string): StationDb {
  const sqlite = new Database(file);
  try {
    assertSafeSqlite(sqlite);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('trusted_schema = OFF');
    // Without this a REPLACE removes the old row behind the back of the trigger that refuses to delete it.
    sqlite.pragma('recursive_triggers = ON');
    sqlite.pragma('busy_timeout = 2000');
    sqlite.pragma('temp_store = MEMORY');
    // 16 MB of page cache: enough for a busy day's indexes, small beside the 250 MB a station may use.
    sqlite.pragma('cache_size = -16000');
    migrate(sqlite);
    assertDurable(sqlite, file);
    return drizzle(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function assertDurable(sqlite: Database.Database, file: string): void {
  const read = (pragma: string) => sqlite.pragma(pragma, { simple: true });
  assert(read('synchronous') === 2, 'the database does not write synchronously; this station must not take money');
  assert(
    read('journal_mode') === (file === ':memory:' ? 'memory' : 'wal'),
    'the database is not in WAL mode; this station must not take money',
  );
  assert(read('foreign_keys') === 1, 'the database does not check foreign keys');
  assert(read('trusted_schema') === 0, 'the database trusts its schema');
  assert(read('recursive_triggers') === 1, 'the database lets a row be replaced that is only ever added to');
}

/** Runs writes as one: all of them or none. Takes the write lock at once, so that nothing read before is stale (F73). */
export function writing<T>(db: StationDb, write: (tx: Tx) => T): T {
  return db.$client.transaction(() => write(db)).immediate();
}

/** Opens a station's database to read only, also while the station runs. Never migrates, never writes. */
export function openToRead(file: string): StationDb {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true });
  sqlite.pragma('trusted_schema = OFF');
  return drizzle(sqlite);
}
