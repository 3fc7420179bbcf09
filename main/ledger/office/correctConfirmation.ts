import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import type { FundShare } from '#domain/deposit';
import { depositWithTreasurer } from '#domain/depositPostings';
import type { Payload } from '#domain/entry';
import { reversed } from '#domain/posting';
import { refuse } from '#domain/refusal';
import { confirmationMark } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { slipChecked } from './confirmation.ts';
import { notForDeposit } from './notForYes.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/**
 * Puts right what was told of a bank's slip. The slip told before stays on record; what it moved at the county is moved
 * back, and this one moves its own, both on the day of this entry: a closed day keeps what it had.
 */
export async function correctConfirmation(
  tx: LedgerTx,
  { deposit, reference, day, cents: received, reason }: Parsed<'correctConfirmation'>,
  at: OfficeCommandAt,
): Promise<Output<'correctConfirmation'>> {
  const slip = { deposit, reference, day, cents: received };
  const { standing, deposited, ends, told } = await slipChecked(tx, slip, at);
  const before = standing.confirmed ?? refuse('deposit_not_confirmed', { deposit });
  if (before.reference === reference && before.day === day && before.cents === received)
    refuse('confirmation_same', { deposit });
  const mark = confirmationMark({ ...slip, reason, askedBy: at.actor.person });
  const approver = await approvedBy(tx, mark, await notForDeposit(tx, standing, at), at);

  // From here on it must be put right.
  const ended = endsTold(before);
  const postings = [
    ...(ended === null ? [] : reversed(depositWithTreasurer(deposit, ended, deposited))),
    ...(ends === null ? [] : depositWithTreasurer(deposit, ends, deposited)),
  ];
  const draft = { kind: 'confirmation_corrected' as const, payload: { ...told, mark }, postings, approver };
  const { sequence } = await appendOffice(tx, { ...draft, personal: { words: reason } }, at);
  const step = { deposit, step: 'corrected' as const, person: at.actor.person, at: at.now, cents: received, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, differenceCents: received - deposited };
}

/** In which of the county's funds a deposit ended by what was told before; null where it ended at a bank. */
function endsTold({ treasurerFund, treasurerFunds, cents }: Payload<'deposit_confirmed'>): FundShare[] | null {
  if (treasurerFund !== undefined) return cents === 0 ? [] : [{ fund: treasurerFund, cents }];
  return treasurerFunds ?? null;
}
