import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { depositBySlip } from '#db/ledger/deposits';
import { assert } from '#domain/assert';
import { dayOf } from '#domain/businessDay';
import type { FundShare } from '#domain/deposit';
import { endsIn, fundsIn } from '#domain/depositPostings';
import { type Cents, cents } from '#domain/money';
import { refuse } from '#domain/refusal';
import { confirmationMark } from '#main/chain/marks';
import { type DepositStanding, depositOrRefuse } from './depositStanding.ts';
import { depositedCents } from './depositTie.ts';
import type { OfficeAt } from './officeAt.ts';

type Slip = Pick<Parsed<'confirmDeposit'>, 'deposit' | 'reference' | 'day' | 'cents'>;

/** A bank's slip that may be told of a deposit. */
export type SlipChecked = {
  standing: DepositStanding;
  deposited: Cents;
  /** In which of the county's funds it ends; null where it ends at a bank. */
  ends: readonly FundShare[] | null;
  /** What its entry tells, the mark aside. */
  told: Slip & { treasurerFund?: string; treasurerFunds?: FundShare[] };
};

/** What a slip of the bank is between, and the mark of it: with a reason, put right after one that was told wrongly. */
export async function confirmation(
  tx: LedgerTx,
  { reason, ...slip }: Parsed<'confirmation'>,
  at: OfficeAt,
): Promise<Output<'confirmation'>> {
  const { deposited } = await slipChecked(tx, slip, at);
  const mark = confirmationMark({ ...slip, reason: reason ?? null, askedBy: at.actor.person });
  return { depositedCents: deposited, differenceCents: slip.cents - deposited, mark };
}

/** A slip of a day from the handing over to today, that is of no other deposit to the same account. */
export async function slipChecked(tx: LedgerTx, slip: Slip, at: OfficeAt): Promise<SlipChecked> {
  const { deposit, reference, day } = slip;
  const standing = await depositOrRefuse(tx, at.district, deposit);
  const { row, prepared, gone } = standing;
  if (row.state !== 'handed' && row.state !== 'confirmed') refuse('deposit_not_handed', { deposit });
  assert(row.handedAt !== null, `deposit ${deposit} is on its way and never left`);
  const handedDay = dayOf(row.handedAt, at.policy.timeZone);
  if (day < handedDay) refuse('deposit_day_before', { deposit, handedDay });
  if (day > at.today) refuse('deposit_day_ahead', { deposit });
  const other = await depositBySlip(tx, at.district, { deposit, bankAccount: row.bankAccount, reference });
  if (other !== null) refuse('slip_used', { reference, deposit: other });
  const to = at.policy.bankAccounts.find(({ account }) => account === row.bankAccount);
  const ends = to ? endsIn(to, fundsIn(prepared.parts, gone), cents(slip.cents)) : null;
  const fund = to?.treasurerFund;
  const inFunds = ends === null ? {} : { treasurerFunds: ends };
  const told = { ...slip, ...(fund === undefined ? inFunds : { treasurerFund: fund }) };
  return { standing, deposited: cents(depositedCents(standing)), ends, told };
}
