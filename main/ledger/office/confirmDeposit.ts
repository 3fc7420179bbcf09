import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { depositWithTreasurer } from '#domain/depositPostings';
import { refuse } from '#domain/refusal';
import { confirmationMark } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { slipChecked } from './confirmation.ts';
import { notForDeposit } from './notForYes.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/**
 * What the bank's validated slip says, as it says it; where that is another amount than was deposited, with a second
 * person's yes. The bank's account moves with its statement, not before; where the county is treasurer, its receipt ends
 * the deposit, in one fund or in those of what it holds.
 */
export async function confirmDeposit(
  tx: LedgerTx,
  { deposit, reference, day, cents: received }: Parsed<'confirmDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'confirmDeposit'>> {
  const slip = { deposit, reference, day, cents: received };
  const { standing, deposited, ends, told } = await slipChecked(tx, slip, at);
  if (standing.row.state !== 'handed') refuse('deposit_not_handed', { deposit });
  const differenceCents = received - deposited;
  const mark = confirmationMark({ ...slip, reason: null, askedBy: at.actor.person });
  const others = await notForDeposit(tx, standing, at);
  const approver = differenceCents === 0 ? null : await approvedBy(tx, mark, others, at);

  // From here on it must be confirmed.
  const payload = approver === null ? told : { ...told, mark };
  const postings = ends === null ? [] : depositWithTreasurer(deposit, ends, deposited);
  const { sequence } = await appendOffice(tx, { kind: 'deposit_confirmed', payload, postings, approver }, at);
  const step = { deposit, step: 'confirmed' as const, person: at.actor.person, at: at.now, cents: received, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, state: 'confirmed', differenceCents };
}
