import { desc, eq, sql } from 'drizzle-orm';
import type { Role } from '#domain/role';
import type { PersonDelta } from '#main/sync/wire';
import type { StationDb, Tx } from './open.ts';
import { people, pinAttempts } from './schema.ts';
import { statement } from './statement.ts';

export type KnownPerson = {
  person: string;
  name: string;
  role: Role;
  active: boolean;
  pinSalt: string;
  pinHash: string;
  pinCost: number;
};

const byId = statement((db) =>
  db
    .select()
    .from(people)
    .where(eq(people.person, sql.placeholder('person')))
    .prepare(),
);
const allActive = statement((db) =>
  db.select().from(people).where(eq(people.active, true)).orderBy(people.name).prepare(),
);
const lastAttempts = statement((db) =>
  db
    .select({ triedAt: pinAttempts.triedAt, passed: pinAttempts.passed })
    .from(pinAttempts)
    .where(eq(pinAttempts.person, sql.placeholder('person')))
    .orderBy(desc(pinAttempts.attempt))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
const insertAttempt = statement((db) =>
  db
    .insert(pinAttempts)
    .values({
      person: sql.placeholder('person'),
      triedAt: sql.placeholder('triedAt'),
      passed: sql.placeholder('passed'),
    })
    .prepare(),
);

/** One person, also one who no longer works here, or null. */
export function personOf(db: StationDb, person: string): KnownPerson | null {
  return (byId(db).get({ person }) as KnownPerson | undefined) ?? null;
}

/** The name to show for a person's id; the id itself when nobody of that id has come down. */
export function nameOf(db: StationDb, person: string): string {
  return personOf(db, person)?.name ?? person;
}

/** Everyone who may sign in, by name. */
export function activePeople(db: StationDb): KnownPerson[] {
  return allActive(db).all() as KnownPerson[];
}

/** Keeps a person as the ledger knows her. */
export function storePerson(tx: Tx, delta: PersonDelta): void {
  const row = {
    name: delta.name,
    role: delta.role,
    active: delta.active,
    pinSalt: delta.pin.salt,
    pinHash: delta.pin.hash,
    pinCost: delta.pin.cost,
  };
  tx.insert(people)
    .values({ person: delta.person, ...row })
    .onConflictDoUpdate({ target: people.person, set: row })
    .run();
}

/** Writes down that a PIN was tried. */
export function recordPinAttempt(db: StationDb, person: string, triedAt: number, passed: boolean): void {
  insertAttempt(db).run({ person, triedAt, passed: passed ? 1 : 0 });
}

/** The wrong PINs since the last right one, latest first, at most `limit`. */
export function wrongPinsInARow(db: StationDb, person: string, limit: number): { triedAt: number }[] {
  const attempts = lastAttempts(db).all({ person, limit });
  const right = attempts.findIndex((attempt) => attempt.passed);
  return right === -1 ? attempts : attempts.slice(0, right);
}
