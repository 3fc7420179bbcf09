import { assert } from '#domain/assert';
import type { StationDb, Tx } from './open.ts';
import { statement } from './statement.ts';
import { contact } from './syncSchema.ts';

/** What a station and its ledger know each other by. */
export type Contact = Omit<typeof contact.$inferSelect, 'one'>;

const row = statement((db) => db.select().from(contact).prepare());

/** The contact, or null before there was any with keys. */
export function contactOf(db: StationDb): Contact | null {
  return row(db).get() ?? null;
}

/** Writes down whose words count from now on, once. */
export function startContact(tx: Tx, as: Pick<Contact, 'publicKey' | 'ledgerKey' | 'token'>): void {
  tx.insert(contact)
    .values({ one: 1, counterReserved: 0, ...as })
    .run();
}

/** Writes down what must not come twice: a block of counters, or a newer token. Durable when it returns. */
export function keepContact(db: StationDb, change: Partial<Pick<Contact, 'counterReserved' | 'token'>>): void {
  const result = db.update(contact).set(change).run();
  assert(result.changes === 1, 'there is no contact to change');
}
