import { insertApplications, touchAccounts } from '#db/ledger/applications';
import { insertBatches } from '#db/ledger/batches';
import { lookingAgain } from '#db/ledger/commitUnknown';
import type { LedgerTx } from '#db/ledger/database';
import { nextVersion } from '#db/ledger/districts';
import { isAboutDrawers, tellDrawers } from '#db/ledger/drawersTold';
import { entriesAfter } from '#db/ledger/entries';
import { insertHandoffSteps } from '#db/ledger/handoffs';
import { insertPartsUndone } from '#db/ledger/partsUndone';
import { insertPostings } from '#db/ledger/postings';
import { insertReceiptLines } from '#db/ledger/receiptLines';
import { isRefusedContent } from '#db/ledger/sqlState';
import { lockStation, moveApplied, type StationKey } from '#db/ledger/stations';
import { type Parked, park } from '#db/ledger/strays';
import { BrokenPromise } from '#domain/assert';
import type { LedgerContext } from './context.ts';
import { describeError } from './describeError.ts';
import { planRun, type Readings } from './planRun.ts';

const ENTRIES_AT_ONCE = 500;

/**
 * Applies what is stored of a station and not applied yet: postings, and payments to accounts. What cannot be applied
 * is parked with an alarm and the rest goes on (F16). A failure is logged and left for the next time.
 * @param readings of entries that were read already, by their hash; any other is read from the database
 */
export async function applyStored(
  context: LedgerContext,
  key: StationKey,
  readings: Readings = new Map(),
): Promise<void> {
  try {
    while (await applyNext(context, key, readings, ENTRIES_AT_ONCE));
  } catch (error) {
    context.log.error('entries wait to be applied', { ...key, error: describeError(error) });
  }
}

/** Applies or parks the next few entries, in one transaction, and answers whether there may be more. */
async function applyNext(context: LedgerContext, key: StationKey, readings: Readings, most: number): Promise<boolean> {
  try {
    const { count, parked } = await lookingAgain(() =>
      context.db.inDistrict(key.district, 'write', (tx) => applySome(tx, context, key, readings, most)),
    );
    for (const { sequence, why, detail } of parked)
      context.log.error('entry parked', { ...key, sequence, why, detail });
    return count === most;
  } catch (error) {
    if (!isRefusedContent(error) && !(error instanceof BrokenPromise)) throw error;
    // One of them will never pass. Fewer at a time until it stands alone, then it is parked and the others go on.
    if (most > 1) return applyNext(context, key, readings, Math.ceil(most / 2));
    return parkNext(context, key, describeError(error));
  }
}

async function applySome(
  tx: LedgerTx,
  context: LedgerContext,
  key: StationKey,
  readings: Readings,
  most: number,
): Promise<{ count: number; parked: readonly Parked[] }> {
  const stored = await entriesAfter(tx, key, await lockStation(tx, key), most);
  const last = stored.at(-1);
  if (!last) return { count: 0, parked: [] };
  const { postings, lines, applications, undone, handoffs, batches, parked } = await planRun(tx, key, stored, readings);
  if (postings.length > 0) await insertPostings(tx, key, postings);
  if (lines.length > 0) await insertReceiptLines(tx, key, lines);
  if (applications.length > 0) await insertApplications(tx, key, applications);
  if (undone.length > 0) await insertPartsUndone(tx, key, undone);
  if (handoffs.length > 0) await insertHandoffSteps(tx, key, handoffs);
  await insertBatches(tx, key, batches);
  if (applications.length > 0 || isAboutDrawers(batches)) {
    const version = await nextVersion(tx, key.district);
    const accounts = [...new Set(applications.map((application) => application.accountNumber))];
    await touchAccounts(tx, key.district, accounts, version);
    await tellDrawers(tx, key, batches, version);
  }
  if (parked.length > 0) await park(tx, key, parked, context.now());
  await moveApplied(tx, key, last.sequence);
  return { count: stored.length, parked };
}

function parkNext(context: LedgerContext, key: StationKey, detail: string): Promise<boolean> {
  return context.db.inDistrict(key.district, 'write', async (tx) => {
    const [next] = await entriesAfter(tx, key, await lockStation(tx, key), 1);
    if (!next) return false;
    const parked = { sequence: next.sequence, why: 'cannot_apply', detail: detail.slice(0, 300) };
    await park(tx, key, [parked], context.now());
    await moveApplied(tx, key, next.sequence);
    context.log.error('entry parked', { ...key, ...parked });
    return true;
  });
}
