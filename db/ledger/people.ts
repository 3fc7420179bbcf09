import { sql } from 'drizzle-orm';
import type { Role } from '#domain/role';
import type { LedgerTx } from './database.ts';

export type PersonNamed = { person: string; name: string; role: Role };

/** A person who is new, with the scrypt verifier of her first PIN (hex). */
export type NewPerson = PersonNamed & { pinSalt: string; pinHash: string; pinCost: number };

export function everybody(tx: LedgerTx, district: string): Promise<PersonNamed[]> {
  return tx.rows<PersonNamed>(
    sql`SELECT person, name, role FROM people WHERE district_id = ${district} ORDER BY person`,
  );
}

/** A person who works in the district now, or null. */
export async function personNamed(tx: LedgerTx, district: string, person: string): Promise<PersonNamed | null> {
  const [row] = await tx.rows<PersonNamed>(sql`
    SELECT person, name, role FROM people WHERE district_id = ${district} AND person = ${person} AND active`);
  return row ?? null;
}

/** Who works in the district now in one of these roles, by name. */
export function peopleOf(tx: LedgerTx, district: string, roles: readonly Role[]): Promise<PersonNamed[]> {
  return tx.rows<PersonNamed>(sql`
    SELECT person, name, role FROM people
    WHERE district_id = ${district} AND active AND role = ANY(${sql.param(roles)}::text[]) ORDER BY name, person`);
}

/** Adds a person, unless somebody else just did; answers whether. */
export async function addPerson(tx: LedgerTx, district: string, person: NewPerson, version: number): Promise<boolean> {
  const added = await tx.run(sql`
    INSERT INTO people (district_id, person, name, role, active, pin_salt, pin_hash, pin_cost, version)
    VALUES (${district}, ${person.person}, ${person.name}, ${person.role}, true, ${person.pinSalt}, ${person.pinHash},
      ${person.pinCost}, ${version})
    ON CONFLICT DO NOTHING`);
  return added === 1;
}

/** Gives a person another name or role; her PIN stays hers. Answers whether anything changed. */
export async function renamePerson(
  tx: LedgerTx,
  district: string,
  person: PersonNamed,
  version: number,
): Promise<boolean> {
  const changed = await tx.run(sql`
    UPDATE people SET name = ${person.name}, role = ${person.role}, version = ${version}
    WHERE district_id = ${district} AND person = ${person.person}
      AND (name, role) IS DISTINCT FROM (${person.name}, ${person.role})`);
  return changed === 1;
}
