import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { worthOf } from '#domain/denominations';
import { depositMade } from '#domain/depositPostings';
import { cents, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { countsOf } from './depositCounts.ts';
import { depositOrRefuse } from './depositStanding.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/** The second count. It stands beside the first; where both agree, piece by piece, the deposit is made. */
export async function witnessDeposit(
  tx: LedgerTx,
  { deposit, pieces, checks, moneyOrders }: Parsed<'witnessDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'witnessDeposit'>> {
  const { row, prepared, parts } = await depositOrRefuse(tx, at.district, deposit);
  if (row.state !== 'prepared') refuse('deposit_done', { deposit });
  if (row.preparer === at.actor.person) refuse('deposit_yours', { deposit });

  // From here on the count must stand.
  const found = { cash: worthOf(pieces), check: cents(checks.cents), 'money-order': cents(moneyOrders.cents) };
  const counts = countsOf(prepared, { pieces, checks, moneyOrders });
  const agrees = counts.every((one) => one.agrees);
  const payload = { deposit, pieces, cashCents: found.cash, checks, moneyOrders, agrees };
  const postings = agrees ? depositMade(deposit, parts, found) : [];
  const { sequence } = await appendOffice(tx, { kind: 'deposit_witnessed', payload, postings }, at);
  const state = agrees ? 'made' : 'differs';
  const total = sum(Object.values(found));
  const step = { deposit, step: state, person: at.actor.person, at: at.now, cents: total, sequence } as const;
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, state, counts };
}
