import { headOf } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { entriesAfter, hashAt, syncState, updateSync } from '#db/station/syncState';
import { assert } from '#domain/assert';
import { GENESIS, type SealedEntry } from '#domain/entry';
import { type Line, sendRun } from './ledgerClient.ts';
import { type Head, RUN_ENTRIES_MAX } from './wire.ts';

/** A run is cut when its texts come to this, so that a slow line still makes progress. */
const RUN_CHARACTERS_MAX = 1_000_000;

/** `drained`: all is acknowledged. `moved`: a part is, go on. `refused`: the ledger's chain is not a part of ours. */
export type Shipped = 'drained' | 'moved' | 'refused';

/**
 * Sends the next part of the unacknowledged suffix. The cursor moves only to what the ledger says it holds, and only
 * when that is what we wrote: a lost answer, a repeated run and a restart all end in the same place.
 */
export async function ship(db: StationDb, line: Line): Promise<Shipped> {
  const state = syncState(db);
  assert(state, 'a station ships only after it was enrolled');
  const epoch = state.acknowledgedEpoch;
  if (headOf(db, epoch).sequence === state.acknowledgedSequence) return 'drained';
  const run = bounded(entriesAfter(db, epoch, state.acknowledgedSequence, RUN_ENTRIES_MAX));
  const reply = await sendRun(line, { epoch, entries: run });
  if (!isOurs(db, reply.head, epoch)) {
    updateSync(db, { refusedAtSequence: state.acknowledgedSequence + 1 });
    return 'refused';
  }
  // Also backwards: a ledger that was restored behind us asks to hear from its own mark on.
  updateSync(db, {
    acknowledgedSequence: reply.head.sequence,
    acknowledgedHash: reply.head.hash,
    refusedAtSequence: null,
  });
  return headOf(db, epoch).sequence === reply.head.sequence ? 'drained' : 'moved';
}

/** Whether the ledger's last good entry is one that we wrote. */
function isOurs(db: StationDb, head: Head, epoch: number): boolean {
  if (head.epoch !== epoch) return false;
  return head.hash === (head.sequence === 0 ? GENESIS : hashAt(db, epoch, head.sequence));
}

function bounded(entries: readonly SealedEntry[]): SealedEntry[] {
  let characters = 0;
  const cut = entries.findIndex((entry, place) => {
    characters += entry.text.length;
    return place > 0 && characters > RUN_CHARACTERS_MAX;
  });
  return cut === -1 ? [...entries] : entries.slice(0, cut);
}
