import { headOf } from '#db/ledger/entries';
import { heardFrom } from '#db/ledger/heardFrom';
import type { StationKey } from '#db/ledger/stations';
import { quarantine } from '#db/ledger/strays';
import { refuse } from '#domain/refusal';
import { runDigest } from '#main/sync/signing';
import type { JournalRun, StraysReply } from '#main/sync/wire';
import { type Arrival, readArrival } from './arrivals.ts';
import type { LedgerContext } from './context.ts';
import { knownAlready, straysFrom } from './storeRun.ts';

/**
 * Keeps what a station has not sent and will not go on from: it was restored, copied or replaced. Nothing of it grows a
 * chain; what is in no chain lies in quarantine until people decide. The same again changes nothing.
 */
export async function receiveStrays(context: LedgerContext, key: StationKey, run: JournalRun): Promise<StraysReply> {
  const receivedAt = context.now();
  // Whoever goes on with a series may hand in what a former epoch of it had recorded.
  if (run.epoch > key.epoch) refuse('malformed');
  const branch = { ...key, epoch: run.epoch };
  const arrivals = run.entries.map((sealed): Arrival => readArrival(sealed, branch));
  const kept = await context.db.inDistrict(key.district, 'write', async (tx) => {
    const known = await knownAlready(tx, branch, arrivals, await headOf(tx, branch));
    const strays = straysFrom(arrivals, known, 'its station has stopped');
    if (strays.length > 0) await quarantine(tx, branch, strays, receivedAt);
    return strays.length;
  });
  if (kept > 0)
    context.log.error('entries in quarantine', { ...branch, entries: kept, why: 'its station has stopped' });
  await heardFrom(context.db, key, receivedAt);
  return { kept, run: runDigest(run.entries) };
}
