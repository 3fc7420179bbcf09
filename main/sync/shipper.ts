import { forgetSent } from '#db/station/attachments';
import { headOf } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { entriesAfter, hashAt, syncState, updateSync } from '#db/station/syncState';
import { assert } from '#domain/assert';
import { GENESIS, type SealedEntry } from '#domain/entry';
import { type Line, sendRun } from './ledgerClient.ts';
import { type Head, RUN_ENTRIES_MAX } from './wire.ts';

/** A run is cut when its texts come to this, so that a slow line still makes progress. */
const RUN_CHARACTERS_MAX = 1_000_000;

/**
 * `nothing`: nothing was to be sent, so nobody was asked. `drained`: all is acknowledged. `moved`: a part is, go on.
 * `refused`: the ledger does not take what follows. `parted`: it holds an entry in this station's name that this station
 * never wrote, so this one is an older copy, or another speaks as it.
 */
export type Shipped = 'nothing' | 'drained' | 'moved' | 'refused' | 'parted';

/**
 * Sends the next part of the unacknowledged suffix. The cursor moves only to what the ledger says it holds, and only
 * when that is what we wrote: a lost answer, a repeated run and a restart all end in the same place.
 * @param isCheck with nothing unsent, the last acknowledged entry goes once more: a ledger that was restored from a
 *   backup, or a folder of ours that was, would otherwise only show with the next receipt
 */
export async function ship(db: StationDb, line: Line, isCheck = false): Promise<Shipped> {
  const state = syncState(db);
  assert(state, 'a station ships only after it was enrolled');
  const { acknowledgedEpoch: epoch, acknowledgedSequence: acknowledged } = state;
  const isDrained = headOf(db, epoch).sequence === acknowledged;
  if (isDrained && (!isCheck || acknowledged === 0)) return 'nothing';
  const after = isDrained ? acknowledged - 1 : acknowledged;
  const run = bounded(entriesAfter(db, epoch, after, RUN_ENTRIES_MAX));
  const { head } = await sendRun(line, { epoch, entries: run });
  if (!isOurs(db, head, epoch)) return 'parted';
  // What begins right after its own mark and still does not move it, it will not take the next time either.
  if (!isDrained && head.sequence === acknowledged) {
    updateSync(db, { refusedAtSequence: acknowledged + 1 });
    return 'refused';
  }
  if (head.sequence < acknowledged) forgetSent(db);
  updateSync(db, {
    acknowledgedSequence: head.sequence,
    acknowledgedHash: head.hash,
    refusedAtSequence: null,
    // Also backwards: a ledger that was restored behind us hears from its own mark on, and tells us everything anew.
    ...(head.sequence < acknowledged ? { feedCursor: '' } : {}),
  });
  return headOf(db, epoch).sequence === head.sequence ? 'drained' : 'moved';
}

/** Whether the ledger's last good entry is one that we wrote. */
function isOurs(db: StationDb, head: Head, epoch: number): boolean {
  if (head.epoch !== epoch) return false;
  return head.hash === (head.sequence === 0 ? GENESIS : hashAt(db, epoch, head.sequence));
}

/** The first entries that go in one run. */
export function bounded(entries: readonly SealedEntry[]): SealedEntry[] {
  let characters = 0;
  const cut = entries.findIndex((entry, place) => {
    characters += entry.text.length;
    return place > 0 && characters > RUN_CHARACTERS_MAX;
  });
  return cut === -1 ? [...entries] : entries.slice(0, cut);
}
