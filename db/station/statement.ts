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
