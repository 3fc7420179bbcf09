import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { StationDb } from './open.ts';

/**
 * A statement that is prepared once per connection and kept: drizzle builds its SQL the first time only.
 * @example const headOf = statement((db) => db.select().from(entries).limit(1).prepare());
 *          headOf(db).get()
 */
export function statement<S>(build: (db: StationDb) => S): (db: StationDb) => S {
  const prepared = new WeakMap<object, S>();
  return (db) => {
    const known = prepared.get(db.$client);
    if (known !== undefined) return known;
    const made = build(db);
    prepared.set(db.$client, made);
    return made;
  };
}

/** For an insert that meets a row of the same key: every column but the primary key takes what the insert brought. */
export function excluded(table: SQLiteTable): Record<string, SQL> {
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => !column.primary);
  return Object.fromEntries(columns.map(([name, column]) => [name, sql.raw(`excluded.${column.name}`)]));
}
