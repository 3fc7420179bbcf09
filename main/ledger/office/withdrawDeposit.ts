import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { depositOrRefuse } from './depositStanding.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/** Takes back a deposit that is not made: what it held goes into another one, in another bag under another seal. */
export async function withdrawDeposit(
  tx: LedgerTx,
  { deposit, reason }: Parsed<'withdrawDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'withdrawDeposit'>> {
  const { row } = await depositOrRefuse(tx, at.district, deposit);
  if (row.state !== 'prepared' && row.state !== 'differs') refuse('deposit_past_withdrawal', { deposit });

  // From here on it must be taken back.
  const told = { kind: 'deposit_withdrawn', payload: { deposit }, personal: { words: reason } } as const;
  const { sequence } = await appendOffice(tx, told, at);
  const step = { deposit, step: 'withdrawn' as const, person: at.actor.person, at: at.now, cents: null, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, state: 'withdrawn' };
}
