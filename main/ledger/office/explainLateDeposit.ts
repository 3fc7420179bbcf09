import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { depositListed } from './depositListed.ts';
import { depositOrRefuse } from './depositStanding.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/** Puts on record why a deposit left too late, or lies there beyond its time; once. */
export async function explainLateDeposit(
  tx: LedgerTx,
  { deposit, reason }: Parsed<'explainLateDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'explainLateDeposit'>> {
  const { row } = await depositOrRefuse(tx, at.district, deposit);
  const { isLate } = depositListed(row, await nameOf(tx, at.district), at);
  if (!isLate) refuse('deposit_not_late', { deposit });
  if (row.explained !== null) refuse('deposit_explained', { deposit });

  // From here on it must be on record.
  const payload = { deposit, dueAt: row.dueAt };
  const told = { kind: 'late_deposit_explained', payload, personal: { words: reason } } as const;
  const { sequence } = await appendOffice(tx, told, at);
  const step = { deposit, step: 'explained' as const, person: at.actor.person, at: at.now, cents: null, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit };
}
