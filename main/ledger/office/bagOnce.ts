import type { LedgerTx } from '#db/ledger/database';
import { depositInBag, depositUnderSeal } from '#db/ledger/deposits';
import { refuse } from '#domain/refusal';

/**
 * No bag and no seal is used for two deposits, nor twice for one, and no number stands for both. Nothing where the checks are
 * sent as images.
 */
export async function refuseUsedBag(
  tx: LedgerTx,
  district: string,
  { bag, seal }: { bag: string | null; seal: string | null },
): Promise<void> {
  if (bag !== null && bag === seal) refuse('bag_is_seal', { bag });
  const used = bag === null ? null : await depositInBag(tx, district, bag);
  if (used !== null) refuse('bag_used', { bag, deposit: used });
  const wasSeal = bag === null ? null : await depositUnderSeal(tx, district, bag);
  if (wasSeal !== null) refuse('bag_was_seal', { bag, deposit: wasSeal });
  const bagged = seal === null ? null : await depositInBag(tx, district, seal);
  if (bagged !== null) refuse('seal_is_bag', { seal, deposit: bagged });
  const sealed = seal === null ? null : await depositUnderSeal(tx, district, seal);
  if (sealed !== null) refuse('seal_used', { seal, deposit: sealed });
}
