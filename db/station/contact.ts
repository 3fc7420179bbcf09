import { assert } from '#domain/assert';
import { tokenNumber } from '#main/sync/signing';
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

/**
 * Puts back a contact that the database had lost, or a newer one than it has. What may have been said is never said again, so
 * an older one changes nothing.
 */
export function putBackContact(
  tx: Tx,
  { counter, ...as }: Omit<Contact, 'counterReserved'> & { counter: number },
): void {
  const known = contactOf(tx);
  if (!known) startContact(tx, as);
  const isNewer = !known || counter > known.counterReserved || tokenNumber(as.token) > tokenNumber(known.token);
  if (isNewer) keepContact(tx, { counterReserved: Math.max(counter, known?.counterReserved ?? 0), token: as.token });
}

/** Writes down what must not come twice: a block of counters, or a newer token. Durable when it returns. */
export function keepContact(db: StationDb, change: Partial<Pick<Contact, 'counterReserved' | 'token'>>): void {
  const result = db.update(contact).set(change).run();
  assert(result.changes === 1, 'there is no contact to change');
}
