import { LATELY_MAX, type SafeLately } from '#contract/custodyCalls';
import type { LedgerTx } from '#db/ledger/database';
import { handoffsNamed } from '#db/ledger/handoffs';
import { safeEntries } from '#db/ledger/safeHistory';

/** What happened at the safe last, the newest first: floats that were taken back, and by how much each differed then. */
export async function safeLately(
  tx: LedgerTx,
  district: string,
  nameOf: (person: string) => string,
): Promise<SafeLately[]> {
  const entries = await safeEntries(tx, district, LATELY_MAX);
  const names = entries.map(({ told }) => told.handoff);
  const given = new Map((await handoffsNamed(tx, district, names)).map((row) => [row.handoff, row.givenCents ?? 0]));
  return entries.map(({ at, person, told }) => ({
    ...{ what: 'float_taken_back' as const, label: told.handoff, at, personName: nameOf(person) },
    differenceCents: told.cents - (given.get(told.handoff) ?? 0),
  }));
}
