import type { Branch } from '#contract/heldCalls';
import type { LedgerTx } from '#db/ledger/database';
import { type ChainHead, commandsSeen, headOf } from '#db/ledger/entries';
import { newestEpoch, type StationKey } from '#db/ledger/stations';
import { type HeldStray, heldStrays } from '#db/ledger/strays';
import { SealedEntry } from '#domain/entry';
import { type Arrival, readArrival } from '../arrivals.ts';

/** A stray, read again as it was when it arrived. */
export type ReadStray = { row: HeldStray; arrival: Arrival; isCopy: boolean };

/** What is held of one station in one epoch. */
export type StationHeld = {
  key: StationKey;
  /** The last entry of its chain. */
  head: ChainHead;
  /** Those that follow on it without a gap, where the epoch was replaced: a station that still sends does so itself. */
  following: ReadStray[];
  others: ReadStray[];
};

/** All that is held, at most so many strays, by station and epoch. */
export async function strayBranches(tx: LedgerTx, district: string, most: number): Promise<StationHeld[]> {
  const rows = await heldStrays(tx, district, null, most);
  const held: StationHeld[] = [];
  for (const [first, ...rest] of Map.groupBy(rows, ({ series, epoch }) => `${series}.${epoch}`).values())
    if (first) held.push(await sorted(tx, { district, series: first.series, epoch: first.epoch }, [first, ...rest]));
  return held;
}

/** What is held of one station. */
export async function heldOf(tx: LedgerTx, key: StationKey, most: number): Promise<StationHeld> {
  return sorted(tx, key, await heldStrays(tx, key.district, key, most));
}

/** What may be done about some of them. */
export function branchesOf({ following, others }: StationHeld): { can: Branch['can']; strays: ReadStray[] }[] {
  return [
    { can: 'adopt' as const, strays: following },
    { can: 'dismiss' as const, strays: others },
  ].filter(({ strays }) => strays.length > 0);
}

async function sorted(tx: LedgerTx, key: StationKey, rows: readonly HeldStray[]): Promise<StationHeld> {
  const head = await headOf(tx, key);
  const isReplaced = (await newestEpoch(tx, key.district, key.series)) > key.epoch;
  const arrivals = rows.map((row) => ({ row, arrival: readArrival(SealedEntry.parse(JSON.parse(row.sealed)), key) }));
  const commands = arrivals.flatMap(({ arrival }) => commandOf(arrival) ?? []);
  const seen = await commandsSeen(tx, key.district, commands);
  const strays = arrivals.map((one) => ({ ...one, isCopy: seen.has(commandOf(one.arrival) ?? '') }));
  const following = isReplaced ? followingOn(head, strays) : [];
  return { key, head, following, others: strays.filter((stray) => !following.includes(stray)) };
}

/** Of two that name the same one before them, the one that came first. */
function followingOn(head: ChainHead, strays: readonly ReadStray[]): ReadStray[] {
  const following: ReadStray[] = [];
  let last = head;
  for (const stray of strays) {
    if (stray.arrival.state !== 'sound') continue;
    const { sequence, previousHash, hash } = stray.arrival.entry;
    if (sequence !== last.sequence + 1 || previousHash !== last.hash) continue;
    following.push(stray);
    last = { sequence, hash };
  }
  return following;
}

function commandOf(arrival: Arrival): string | null {
  return arrival.state === 'sound' ? arrival.entry.commandId : null;
}
