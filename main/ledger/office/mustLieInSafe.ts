import type { LedgerTx } from '#db/ledger/database';
import { officeBalance } from '#db/ledger/officeJournal';
import type { Cents } from '#domain/money';
import { refuse } from '#domain/refusal';
import type { OfficeAt } from './officeAt.ts';
import { safeTold } from './toCountBlind.ts';

/**
 * Refuses where not so much can come out of the safe, by the books.
 * @param handoff of the float that comes out, where it is one that a drawer opened with
 * @throws Refusal `change_fund_unset` where the district never gave the safe anything, `safe_short` where it holds less: how much, where that
 * may be told
 */
export async function mustLieInSafe(tx: LedgerTx, at: OfficeAt, out: Cents, handoff = ''): Promise<void> {
  const { district } = at;
  const safeCents = await officeBalance(tx, district, 'safe');
  if (out <= safeCents) return;
  const isUnset = safeCents === 0 && (await officeBalance(tx, district, 'change-fund')) === 0;
  refuse(isUnset ? 'change_fund_unset' : 'safe_short', { safeCents: await safeTold(tx, at), handoff });
}
