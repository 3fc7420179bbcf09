import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { depositWithTreasurer } from '#domain/depositPostings';
import { cents } from '#domain/money';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { depositOrRefuse } from './depositStanding.ts';
import { depositedCents } from './depositTie.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/**
 * What the bank's validated slip says, as it says it. The bank's account moves with its statement, not before; where the
 * county is treasurer, its receipt ends the deposit.
 */
export async function confirmDeposit(
  tx: LedgerTx,
  { deposit, reference, day, cents: received }: Parsed<'confirmDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'confirmDeposit'>> {
  const standing = await depositOrRefuse(tx, at.district, deposit);
  if (standing.row.state !== 'handed') refuse('deposit_not_handed', { deposit });
  if (day > at.today) refuse('deposit_day_ahead', { deposit });

  // From here on it must be confirmed.
  const deposited = cents(depositedCents(standing));
  const fund = at.policy.bankAccounts.find(({ account }) => account === standing.row.bankAccount)?.treasurerFund;
  const payload = { deposit, reference, day, cents: received, ...(fund === undefined ? {} : { treasurerFund: fund }) };
  const postings = fund === undefined ? [] : depositWithTreasurer(deposit, fund, deposited, cents(received));
  const { sequence } = await appendOffice(tx, { kind: 'deposit_confirmed', payload, postings }, at);
  const step = { deposit, step: 'confirmed' as const, person: at.actor.person, at: at.now, cents: received, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, state: 'confirmed', differenceCents: received - deposited };
}
