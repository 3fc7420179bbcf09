import type { StationDb } from '#db/station/open';
import { entriesAfter, syncState } from '#db/station/syncState';
import { assert } from '#domain/assert';
import { type Line, sendStrays } from './ledgerClient.ts';
import { bounded } from './shipper.ts';
import { RUN_ENTRIES_MAX } from './wire.ts';

/**
 * Sends what a stopped station has recorded and the ledger has not acknowledged, so that people can decide about it there.
 * From the start each time: the ledger keeps none of it twice, and nothing here says that it was taken for good.
 */
export async function sendBranch(db: StationDb, line: Line, pause: () => Promise<void>): Promise<void> {
  const state = syncState(db);
  assert(state, 'a station stops only after it was enrolled');
  const { acknowledgedEpoch: epoch, acknowledgedSequence } = state;
  for (let after = acknowledgedSequence; ; ) {
    const run = bounded(entriesAfter(db, epoch, after, RUN_ENTRIES_MAX));
    if (run.length === 0) return;
    await sendStrays(line, { epoch, entries: run });
    after += run.length;
    await pause();
  }
}
