import { BATCHES_MAX } from '#contract/batchCalls';
import type { Output, Parsed } from '#contract/contract';
import { batchesListed } from '#db/ledger/batches';
import { takenByBatch } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { listedOf } from './batchListed.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';

/** One page of batches, the newest first. */
export async function batches(
  tx: LedgerTx,
  { day, state, after, most = BATCHES_MAX }: Parsed<'batches'>,
  { district }: OfficeAt,
): Promise<Output<'batches'>> {
  const named = await nameOf(tx, district);
  const rows = await batchesListed(tx, district, { day, state, after }, most + 1);
  const page = rows.slice(0, most);
  const taken = await takenByBatch(tx, district, page);
  return {
    batches: page.map((row) => listedOf(row, named, taken.get(row.batch) ?? null)),
    more: rows.length > most,
  };
}
