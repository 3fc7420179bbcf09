import type { LedgerTx } from '#db/ledger/database';
import { officeBalance } from '#db/ledger/officeJournal';
import type { Cents } from '#domain/money';
import { refuse } from '#domain/refusal';

/**
 * What the safe holds by the books, in cents, where so much can come out of it.
 * @param handoff of the float that comes out, where it is one that a drawer opened with
 * @throws Refusal `change_fund_unset` where the district never gave the safe anything, `safe_short` where it holds less
 */
export async function mustLieInSafe(tx: LedgerTx, district: string, out: Cents, handoff = ''): Promise<Cents> {
  const safeCents = await officeBalance(tx, district, 'safe');
  if (out <= safeCents) return safeCents;
  const isUnset = safeCents === 0 && (await officeBalance(tx, district, 'change-fund')) === 0;
  return refuse(isUnset ? 'change_fund_unset' : 'safe_short', { safeCents, handoff });
}
