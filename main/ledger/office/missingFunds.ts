import type { LedgerTx } from '#db/ledger/database';
import type { DepositCheck, FundShare } from '#domain/deposit';
import { fundsGone, fundsIn } from '#domain/depositPostings';
import { fundsPaid, papersPaid } from './depositRoutes.ts';
import type { DepositStanding } from './depositStanding.ts';
import type { OfficeAt } from './officeAt.ts';

/**
 * What papers that are missing in a deposit had paid of each of its funds, as receipts tell; nothing where its account
 * does not take by fund.
 */
export async function missingFundsOf(
  tx: LedgerTx,
  { prepared, gone }: DepositStanding,
  missing: readonly DepositCheck[],
  at: OfficeAt,
): Promise<FundShare[]> {
  const inIt = fundsIn(prepared.parts, gone);
  if (inIt.length === 0 || missing.length === 0) return [];
  const batches = [...new Set(missing.map(({ batch }) => batch))];
  return fundsGone(missing, papersPaid(await fundsPaid(tx, batches, at)), inIt);
}
