import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { officeBalance } from '#db/ledger/officeJournal';
import { worthOf } from '#domain/denominations';
import { cents, negate } from '#domain/money';
import { credit, debit } from '#domain/posting';
import { type Refusal, refuse } from '#domain/refusal';
import { changeFundMark as markOf } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { notInSafe } from './notInSafe.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';
import { safeTold } from './toCountBlind.ts';

/** The mark of a change of the change fund, before anybody says yes to it. */
export async function changeFundMark(
  _tx: LedgerTx,
  { pieces, isGivenBack, resolution }: Parsed<'changeFundMark'>,
  at: OfficeAt,
): Promise<Output<'changeFundMark'>> {
  return { mark: markOf({ pieces, isGivenBack, resolution, askedBy: at.actor.person }) };
}

/** The district gives the change fund more, which then lies in the safe, or takes some of it back. */
export async function changeFund(
  tx: LedgerTx,
  { pieces, isGivenBack, resolution, approval: _ }: Parsed<'changeFund'>,
  at: OfficeCommandAt,
): Promise<Output<'changeFund'> | Refusal> {
  const amount = worthOf(pieces);
  if (amount === 0) refuse('pieces_nothing');
  const fundCents = negate(await officeBalance(tx, at.district, 'change-fund'));
  if (isGivenBack && amount > fundCents) refuse('change_fund_short', { fundCents });
  const mark = markOf({ pieces, isGivenBack, resolution, askedBy: at.actor.person });
  const approver = await approvedBy(tx, mark, [], at);
  // Only now: asked of any amount it would tell what the safe holds, and so what is still to be counted blind.
  const no = isGivenBack ? await notInSafe(tx, { what: 'change_fund', piles: [pieces], approver }, at) : null;
  if (no) return no;

  // From here on the fund must change.
  const postings = isGivenBack
    ? [...debit('change-fund', amount), ...credit('safe', amount)]
    : [...debit('safe', amount), ...credit('change-fund', amount)];
  const payload = { cents: isGivenBack ? negate(amount) : amount, pieces, resolution, mark };
  await appendOffice(tx, { kind: 'change_fund_changed', payload, postings, approver }, at);
  return {
    safeCents: await safeTold(tx, at),
    changeFundCents: cents(fundCents + payload.cents),
  };
}
