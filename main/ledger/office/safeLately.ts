import { LATELY_MAX, type SafeLately } from '#contract/custodyCalls';
import type { LedgerTx } from '#db/ledger/database';
import { handoffsNamed } from '#db/ledger/handoffs';
import { type SafeEntry, safeEntries } from '#db/ledger/safeHistory';

/**
 * What happened at the safe last, the newest first: floats that were taken back, counts, and what settled them, each with
 * by how much it differed then and whether that is settled. Of a count that waits for the second no amount is told.
 * @param waiting the count whose second is not there yet
 */
export async function safeLately(
  tx: LedgerTx,
  district: string,
  nameOf: (person: string) => string,
  waiting: string | null,
): Promise<SafeLately[]> {
  const kinds = ['float_taken_back', 'safe_counted', 'safe_count_resolved'] as const;
  const entries = await safeEntries(tx, district, kinds, LATELY_MAX);
  const floats = entries.flatMap((one) => (one.kind === 'float_taken_back' ? [one.told.handoff] : []));
  const rows = await handoffsNamed(tx, district, floats);
  const given = new Map(rows.map((row) => [row.handoff, row.givenCents ?? 0]));
  const settled = new Set([
    ...rows.flatMap(({ handoff, isResolved }) => (isResolved ? [handoff] : [])),
    ...entries.flatMap((one) => (one.kind === 'safe_count_resolved' ? [one.told.count] : [])),
  ]);
  return entries.map((entry) => ({
    ...{ what: entry.kind, label: labelOf(entry), at: entry.at, personName: nameOf(entry.person) },
    differenceCents: labelOf(entry) === waiting ? null : differenceOf(entry, given),
    isSettled: entry.kind !== 'safe_count_resolved' && settled.has(labelOf(entry)),
  }));
}

function labelOf(entry: SafeEntry): string {
  return entry.kind === 'float_taken_back' ? entry.told.handoff : entry.told.count;
}

function differenceOf(entry: SafeEntry, given: ReadonlyMap<string, number>): number {
  const { told } = entry;
  return told.cents - ('bookCents' in told ? told.bookCents : (given.get(told.handoff) ?? 0));
}
