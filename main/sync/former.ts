import * as z from 'zod';
import type { StationDb, Tx } from '#db/station/open';
import { forgetSetting, setting, storeSetting } from '#db/station/settings';
import { entriesAfter } from '#db/station/syncState';
import { type Line, sendStrays } from './ledgerClient.ts';
import { bounded } from './shipper.ts';
import { RUN_ENTRIES_MAX } from './wire.ts';

const TO_TELL = 'former epoch to tell';
const ToTell = z.strictObject({ epoch: z.int().positive(), after: z.int().min(0) });

/** Notes that what a former epoch recorded is to be handed in: how much of it the ledger has, this machine does not know. */
export function mustTellFormer(tx: Tx, epoch: number): void {
  storeSetting(tx, TO_TELL, { epoch, after: 0 });
}

/**
 * Hands in what a former epoch of this series recorded, run by run, and goes on where it was broken off. What the ledger lacks
 * lies in quarantine there until people decide.
 */
export async function tellFormer(db: StationDb, line: Line, pause: () => Promise<void>): Promise<void> {
  for (let left = setting(db, TO_TELL, ToTell); left; left = setting(db, TO_TELL, ToTell)) {
    const { epoch, after } = left;
    const run = bounded(entriesAfter(db, epoch, after, RUN_ENTRIES_MAX));
    if (run.length === 0) return forgetSetting(db, TO_TELL);
    await sendStrays(line, { epoch, entries: run });
    storeSetting(db, TO_TELL, { epoch, after: after + run.length });
    await pause();
  }
}
