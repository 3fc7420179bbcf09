import { firstReceipts } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import { depositDueAt } from '#domain/deposit';
import { cents, sum } from '#domain/money';
import type { OfficeAt } from './officeAt.ts';

/** A batch of which something is in no deposit although its time is over. `firstReceiptAt` and `dueAt` are instants. */
export type LateBatch = { batch: string; businessDay: string; firstReceiptAt: number; dueAt: number };

/** Batches, open ones too, whose money is late and lies in no deposit, not even a prepared one; the oldest first. */
export async function lateBatches(
  tx: LedgerTx,
  { district, now, policy }: Pick<OfficeAt, 'district' | 'now' | 'policy'>,
): Promise<LateBatch[]> {
  const late = (await firstReceipts(tx, district))
    .map((one) => ({ ...one, dueAt: depositDueAt(one.at, policy.deposits, policy.timeZone) }))
    .filter(({ dueAt }) => now > dueAt);
  const names = late.map(({ batch }) => batch);
  const prepared = (await partsOfBatches(tx, district, names)).filter(({ isMade }) => !isMade);
  return late
    .filter(({ batch, undepositedCents, isCounted }) => {
      const inBags = sum(prepared.filter((part) => part.batch === batch).map((part) => cents(part.cents)));
      return !isCounted || undepositedCents > inBags;
    })
    .map(({ batch, businessDay, at, dueAt }) => ({ batch, businessDay, firstReceiptAt: at, dueAt }));
}
