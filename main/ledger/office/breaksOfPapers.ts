import type { TieBreak } from '#contract/tieShapes';
import { batchNamed } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { type DepositCheck, papersBeside } from '#domain/deposit';
import { checksOf } from './depositChecks.ts';
import type { DepositStanding } from './depositStanding.ts';

/**
 * A break for each check or money order that was named in a deposit, there or missing, and that no close counted: the
 * handoff was settled at another amount. Its `cents` are 0, since the handoff's own break has the difference.
 */
export async function breaksOfPapers(
  tx: LedgerTx,
  district: string,
  { row: { deposit }, prepared: { checks, missing = [] } }: DepositStanding,
): Promise<TieBreak[]> {
  const named = [...checks, ...missing];
  const listed: DepositCheck[] = [];
  for (const batch of new Set(named.map((check) => check.batch))) {
    const row = await batchNamed(tx, district, batch);
    if (row) listed.push(...(await checksOf(tx, district, row)));
  }
  return papersBeside(named, listed).map(({ batch, tender, checkNumber }) => ({
    ...{ why: 'not_counted', tender, batch, deposit, document: checkNumber, day: null, cents: 0 },
  }));
}
