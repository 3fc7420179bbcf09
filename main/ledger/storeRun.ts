import { setImmediate as atOnce } from 'node:timers/promises';
import type { LedgerTx } from '#db/ledger/database';
import { type ChainHead, commandsSeen, hashesBetween, headOf, insertEntries, type NewEntry } from '#db/ledger/entries';
import { lockStation, newestEpoch, type StationKey } from '#db/ledger/stations';
import { quarantine, type Stray } from '#db/ledger/strays';
import { sha256Hex } from '#main/chain/sha256';
import { runDigest } from '#main/sync/signing';
import { type JournalReply, RUN_ENTRIES_MAX } from '#main/sync/wire';
import type { Arrival } from './arrivals.ts';

export type Stored = { reply: JournalReply; strays: Stray[] };

/**
 * Stores what follows, whatever it says. Entries that are there already are passed over; from the first one that does
 * not follow, the rest is kept in quarantine. One run of a station at a time: eight copies of one run store it once (F09).
 * @param meanwhile is done while the database writes; told what is new
 */
export async function storeRun(
  tx: LedgerTx,
  key: StationKey,
  arrivals: readonly Arrival[],
  receivedAt: number,
  meanwhile: (fresh: readonly NewEntry[]) => void,
): Promise<Stored> {
  await lockStation(tx, key);
  const isGrowing = (await newestEpoch(tx, key.district, key.series)) === key.epoch;
  const head = await headOf(tx, key);
  const { fresh, strays, last } = sorted(arrivals, head, await knownAlready(tx, key, arrivals, head), isGrowing);
  if (fresh.length > 0) {
    const entries = await withoutUsedCommands(tx, key, fresh);
    await Promise.all([insertEntries(tx, key, entries, receivedAt), atOnce().then(() => meanwhile(fresh))]);
  }
  if (strays.length > 0) await quarantine(tx, key, strays, receivedAt);
  const outcome = strays.length > 0 ? 'conflict' : fresh.length > 0 ? 'created' : 'exists';
  const run = runDigest(arrivals.map(({ sealed }) => sealed));
  return { reply: { outcome, head: { epoch: key.epoch, ...last }, run }, strays };
}

/** What is there already of the numbers that arrived. A run is bounded, but what it claims may lie far apart. */
export async function knownAlready(
  tx: LedgerTx,
  key: StationKey,
  arrivals: readonly Arrival[],
  head: ChainHead,
): Promise<Map<number, string>> {
  const before = arrivals.flatMap((arrival) =>
    arrival.state === 'sound' && arrival.entry.sequence <= head.sequence ? [arrival.entry.sequence] : [],
  );
  const first = Math.min(...before);
  return before.length > 0
    ? hashesBetween(tx, key, first, Math.min(Math.max(...before), first + RUN_ENTRIES_MAX))
    : new Map<number, string>();
}

/** Splits a run into what is new and what is stray. */
function sorted(
  arrivals: readonly Arrival[],
  head: ChainHead,
  known: ReadonlyMap<number, string>,
  isGrowing: boolean,
): { fresh: NewEntry[]; strays: Stray[]; last: ChainHead } {
  const fresh: NewEntry[] = [];
  let last = head;
  for (const [place, arrival] of arrivals.entries()) {
    const why = whyStray(arrival, head, last, known, isGrowing);
    if (why !== null) return { fresh, strays: straysFrom(arrivals.slice(place), known, why), last };
    if (arrival.state === 'sound' && arrival.entry.sequence > last.sequence) {
      fresh.push(arrival.entry);
      last = { sequence: arrival.entry.sequence, hash: arrival.entry.hash };
    }
  }
  return { fresh, strays: [], last };
}

function whyStray(
  arrival: Arrival,
  head: ChainHead,
  last: ChainHead,
  known: ReadonlyMap<number, string>,
  isGrowing: boolean,
): string | null {
  if (arrival.state === 'stray') return arrival.why;
  const { sequence, previousHash, hash } = arrival.entry;
  if (sequence <= head.sequence) return known.get(sequence) === hash ? null : 'another entry has this number';
  if (!isGrowing) return 'the station was enrolled anew since';
  if (sequence !== last.sequence + 1) return `entry ${last.sequence + 1} is missing before it`;
  return previousHash === last.hash ? null : 'it names another entry as the one before it';
}

/** Those of a run that are in no chain, with why the first of them is. */
export function straysFrom(arrivals: readonly Arrival[], known: ReadonlyMap<number, string>, why: string): Stray[] {
  const strays = arrivals.flatMap((arrival, place) => {
    const sequence = arrival.state === 'sound' ? arrival.entry.sequence : arrival.sequence;
    if (sequence !== null && known.get(sequence) === arrival.sealed.hash) return [];
    const sealed = JSON.stringify(arrival.sealed);
    const because = place === 0 || arrival.state === 'sound' ? why : arrival.why;
    return [{ digest: sha256Hex(sealed), sequence, hash: arrival.sealed.hash, sealed, why: because }];
  });
  return strays;
}

/** A command id that came before, in this run or ever, is left out of the column: such an entry is stored and parked. */
export async function withoutUsedCommands(
  tx: LedgerTx,
  key: StationKey,
  fresh: readonly NewEntry[],
): Promise<NewEntry[]> {
  const ids = fresh.flatMap((entry) => (entry.commandId === null ? [] : [entry.commandId]));
  const seen = await commandsSeen(tx, key.district, ids);
  return fresh.map((entry) => {
    if (entry.commandId === null) return entry;
    if (seen.has(entry.commandId)) return { ...entry, commandId: null };
    seen.add(entry.commandId);
    return entry;
  });
}
