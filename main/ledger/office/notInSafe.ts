import type { LedgerTx } from '#db/ledger/database';
import { officeBalance } from '#db/ledger/officeJournal';
import { type Pieces, worthOf } from '#domain/denominations';
import { sum } from '#domain/money';
import { Refusal, refuse } from '#domain/refusal';
import type { SafeOut } from '#domain/safeOut';
import { appendOffice } from './appendOffice.ts';
import type { OfficeCommandAt } from './officeAt.ts';
import { safeTold } from './toCountBlind.ts';

/** What is to come out of the safe. `handoff`: the float, where a drawer opened with it; `approver`: who said yes to it. */
type Asked = { what: SafeOut; piles: Pieces[]; handoff?: string; approver?: string };

/**
 * The no to cash that does not lie in the safe, by the books; null where it does. It tells how much does, where that may be told.
 * Where it may not, the journal keeps who asked for how much: by asking for less and less she could find what she is to count
 * blind.
 * @throws Refusal `change_fund_unset` where the district never gave the safe anything
 */
export async function notInSafe(
  tx: LedgerTx,
  { what, piles, handoff = '', approver }: Asked,
  at: OfficeCommandAt,
): Promise<Refusal | null> {
  const { district } = at;
  const cents = sum(piles.map(worthOf));
  const safeCents = await officeBalance(tx, district, 'safe');
  if (cents <= safeCents) return null;
  if (safeCents === 0 && (await officeBalance(tx, district, 'change-fund')) === 0)
    refuse('change_fund_unset', { handoff });
  const told = await safeTold(tx, at);
  if (told !== null) refuse('safe_short', { safeCents: told, handoff });
  const draft = { kind: 'safe_out_refused' as const, payload: { what, piles, cents }, postings: [] };
  await appendOffice(tx, { ...draft, ...(approver === undefined ? {} : { approver }) }, at);
  return new Refusal('safe_short', { safeCents: null, handoff, kept: 'safe_out_refused' });
}
