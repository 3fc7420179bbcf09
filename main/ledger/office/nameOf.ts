import type { LedgerTx } from '#db/ledger/database';
import { everybody } from '#db/ledger/people';

/** Names by person, those who left included; who is not known is shown as written. */
export async function nameOf(tx: LedgerTx, district: string): Promise<(person: string) => string> {
  const names = new Map((await everybody(tx, district)).map(({ person, name }) => [person, name]));
  return (person) => names.get(person) ?? person;
}
