import { lookingAgain } from '#db/ledger/commitUnknown';
import type { NewEntry } from '#db/ledger/entries';
import { heardFrom } from '#db/ledger/heardFrom';
import type { StationKey } from '#db/ledger/stations';
import type { JournalReply, JournalRun } from '#main/sync/wire';
import { applyStored } from './applyStored.ts';
import { type Arrival, readArrival } from './arrivals.ts';
import type { LedgerContext } from './context.ts';
import type { Readings } from './planRun.ts';
import { readEntry } from './readEntry.ts';
import { storeRun } from './storeRun.ts';

/**
 * Takes a run of a station's journal: first stores, then applies, each in a transaction of its own. What is stored is
 * acknowledged even when applying it fails: it is tried again with the next run and at the next start.
 */
export async function receiveRun(context: LedgerContext, key: StationKey, run: JournalRun): Promise<JournalReply> {
  const receivedAt = context.now();
  const arrivals = run.entries.map((sealed): Arrival => {
    if (run.epoch === key.epoch) return readArrival(sealed, key);
    return { sealed, state: 'stray', sequence: null, why: `the run is of epoch ${run.epoch}` };
  });
  const readings: Readings = new Map();
  const { reply, strays } = await lookingAgain(() =>
    context.db.inDistrict(key.district, 'write', (tx) =>
      storeRun(tx, key, arrivals, receivedAt, (fresh) => readAhead(arrivals, new Set(fresh), readings)),
    ),
  );
  if (strays.length > 0) {
    context.log.error('entries in quarantine', { ...key, entries: strays.length, why: strays[0]?.why });
  }
  await applyStored(context, key, readings);
  await heardFrom(context.db, key, receivedAt);
  return reply;
}

/** Reads new entries while the database stores them, so that applying them need not. */
function readAhead(arrivals: readonly Arrival[], fresh: ReadonlySet<NewEntry>, readings: Readings): void {
  for (const arrival of arrivals) {
    if (arrival.state !== 'sound' || !fresh.has(arrival.entry)) continue;
    const { text, hash, personal } = arrival.sealed;
    readings.set(hash, readEntry(text, arrival.json, personal));
  }
}
