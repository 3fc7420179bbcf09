import type { LedgerTx } from '#db/ledger/database';
import { addPerson, everybody, type NewPerson, renamePerson } from '#db/ledger/people';
import type { FirstPerson } from '#domain/district';
import type { LedgerContext } from './context.ts';
import type { LoadReply } from './officeWire.ts';

const AT_ONCE = 4;
const NAMED_MAX = 50;

/** Hashes the first PINs of people who are not there yet, a few at a time, off the main thread. */
export async function hashFirstPins(
  { verifierOf }: Pick<LedgerContext, 'verifierOf'>,
  people: readonly FirstPerson[],
  known: ReadonlySet<string>,
): Promise<NewPerson[]> {
  const newcomers = people.filter((person) => !known.has(person.person));
  const hashed: NewPerson[] = [];
  for (let from = 0; from < newcomers.length; from += AT_ONCE) {
    const some = newcomers.slice(from, from + AT_ONCE).map(async ({ person, name, role, firstPin }) => {
      const { salt, hash, cost } = await verifierOf(firstPin);
      return { person, name, role, pinSalt: salt, pinHash: hash, pinCost: cost };
    });
    hashed.push(...(await Promise.all(some)));
  }
  return hashed;
}

/** Adds newcomers and renames who is there. Nobody's PIN is reset, and nobody goes for not being in the file. */
export async function mergePeople(
  tx: LedgerTx,
  district: string,
  people: readonly FirstPerson[],
  newcomers: readonly NewPerson[],
  version: number,
): Promise<LoadReply['people']> {
  const before = await everybody(tx, district);
  let added = 0;
  let changed = 0;
  for (const newcomer of newcomers) if (await addPerson(tx, district, newcomer, version)) added += 1;
  for (const person of people) if (await renamePerson(tx, district, person, version)) changed += 1;
  const inFile = new Set(people.map((person) => person.person));
  const gone = before.map((person) => person.person).filter((person) => !inFile.has(person));
  return {
    added,
    changed,
    unchanged: people.length - added - changed,
    missing: { count: gone.length, named: gone.slice(0, NAMED_MAX) },
  };
}
