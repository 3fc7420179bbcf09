import type Database from 'better-sqlite3';
import { assert } from '#domain/assert';

/** Before this one a checkpoint beside a writer could lose commits of the log, or damage the file (F72). */
const OLDEST = [3, 51, 3] as const;

/**
 * The SQLite that is built in must not be one that loses what it confirmed.
 * @throws BrokenPromise on an older one
 */
export function assertSafeSqlite(sqlite: Database.Database): void {
  const version = String(sqlite.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const differing = OLDEST.findIndex((least, place) => parts[place] !== least);
  assert(
    differing === -1 || (parts[differing] ?? 0) > (OLDEST[differing] ?? 0),
    `SQLite ${version} is too old to be trusted with money: ${OLDEST.join('.')} or a newer one is needed; this station must not take money`,
  );
}
