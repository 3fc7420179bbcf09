import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { depositBySlip, insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { assert } from '#domain/assert';
import { dayOf } from '#domain/businessDay';
import { depositWithTreasurer, endsIn } from '#domain/depositPostings';
import { cents } from '#domain/money';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { depositOrRefuse } from './depositStanding.ts';
import { depositedCents } from './depositTie.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/**
 * What the bank's validated slip says, as it says it, of a day from its handing over to today. The bank's account moves
 * with its statement, not before; where the county is treasurer, its receipt ends the deposit, in one fund or in those of
 * what it holds.
 */
export async function confirmDeposit(
  tx: LedgerTx,
  { deposit, reference, day, cents: received }: Parsed<'confirmDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'confirmDeposit'>> {
  const standing = await depositOrRefuse(tx, at.district, deposit);
  if (standing.row.state !== 'handed') refuse('deposit_not_handed', { deposit });
  assert(standing.row.handedAt !== null, `deposit ${deposit} is on its way and never left`);
  const handedDay = dayOf(standing.row.handedAt, at.policy.timeZone);
  if (day < handedDay) refuse('deposit_day_before', { deposit, handedDay });
  if (day > at.today) refuse('deposit_day_ahead', { deposit });
  const confirmed = await depositBySlip(tx, at.district, standing.row.bankAccount, reference);
  if (confirmed !== null) refuse('slip_used', { reference, deposit: confirmed });

  // From here on it must be confirmed.
  const deposited = cents(depositedCents(standing));
  const to = at.policy.bankAccounts.find(({ account }) => account === standing.row.bankAccount);
  const ends = to ? endsIn(to, standing.prepared.parts, cents(received)) : null;
  const fund = to?.treasurerFund;
  const inFunds = ends === null ? {} : { treasurerFunds: ends };
  const payload = {
    deposit,
    reference,
    day,
    cents: received,
    ...(fund === undefined ? inFunds : { treasurerFund: fund }),
  };
  const postings = ends === null ? [] : depositWithTreasurer(deposit, ends, deposited);
  const { sequence } = await appendOffice(tx, { kind: 'deposit_confirmed', payload, postings }, at);
  const step = { deposit, step: 'confirmed' as const, person: at.actor.person, at: at.now, cents: received, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, state: 'confirmed', differenceCents: received - deposited };
}
