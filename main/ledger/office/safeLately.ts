import { LATELY_MAX, type SafeLately } from '#contract/custodyCalls';
import type { LedgerTx } from '#db/ledger/database';
import { handoffsNamed } from '#db/ledger/handoffs';
import { type SafeEntry, safeEntries } from '#db/ledger/safeHistory';

/**
 * What happened at the safe last, the newest first: floats that were taken back, counts, and what settled them, each with
 * by how much it differed then and whether that is settled. Of a count that waits for the second no amount is told, nor of
 * what was refused because the safe held less: only who asked, and may have counted by it.
 * @param waiting the count whose second is not there yet
 */
export async function safeLately(
  tx: LedgerTx,
  district: string,
  nameOf: (person: string) => string,
  waiting: string | null,
): Promise<SafeLately[]> {
  const kinds = ['float_taken_back', 'safe_counted', 'safe_count_resolved', 'safe_out_refused'] as const;
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
    ...{ differenceCents: differenceOf(entry, given, waiting), isSettled: isSettled(entry, settled) },
  }));
}

function labelOf({ told }: SafeEntry): string | null {
  if ('handoff' in told) return told.handoff;
  return 'count' in told ? told.count : null;
}

function differenceOf(entry: SafeEntry, given: ReadonlyMap<string, number>, waiting: string | null): number | null {
  const { told } = entry;
  if ('handoff' in told) return told.cents - (given.get(told.handoff) ?? 0);
  return 'count' in told && told.count !== waiting ? told.cents - told.bookCents : null;
}

function isSettled(entry: SafeEntry, settled: ReadonlySet<string>): boolean {
  const label = labelOf(entry);
  return entry.kind !== 'safe_count_resolved' && label !== null && settled.has(label);
}
