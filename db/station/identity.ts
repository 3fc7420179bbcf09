import { assert } from '#domain/assert';
import type { StationDb, Tx } from './open.ts';
import { station } from './schema.ts';
import { statement } from './statement.ts';

/** What this install is, from its enrolment. */
export type Identity = typeof station.$inferSelect;

const row = statement((db) => db.select().from(station).prepare());

/** The station's identity, or null before it was enrolled. */
export function identity(db: StationDb): Identity | null {
  return row(db).get() ?? null;
}

/** Writes the identity down, once. */
export function enrolled(tx: Tx, as: Omit<typeof station.$inferInsert, 'one'>): void {
  tx.insert(station)
    .values({ one: 1, ...as })
    .run();
}

/** Writes down that the series goes on in a newer epoch here: what was recorded before stays, as the journal of former epochs. */
export function enrolledAnew(tx: Tx, as: Omit<typeof station.$inferInsert, 'one'>): void {
  assert((identity(tx)?.epoch ?? 0) < as.epoch, 'a series goes on in a newer epoch');
  tx.update(station).set(as).run();
}

/** Forgets the bearer token: the station has brought its key, and the token is worth nothing any more. */
export function forgetBearer(tx: Tx): void {
  tx.update(station).set({ stationToken: '' }).run();
}
