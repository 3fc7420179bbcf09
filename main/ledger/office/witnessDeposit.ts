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

/**
 * The second count. It stands beside the first; where both agree, piece by piece, and found what its batches hold, the
 * deposit is made. After its seal was broken that is so where both found what was deposited, which then stays as it was
 * posted.
 */
export async function witnessDeposit(
  tx: LedgerTx,
  { deposit, pieces, checks, moneyOrders }: Parsed<'witnessDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'witnessDeposit'>> {
  const { row, parts, counts: before } = await depositOrRefuse(tx, at.district, deposit);
  if (row.state !== 'prepared' && row.state !== 'recounted') refuse('deposit_done', { deposit });
  if (row.counter === at.actor.person) refuse('deposit_yours', { deposit });

  // From here on the count must stand.
  const found = { cash: worthOf(pieces), check: cents(checks.cents), 'money-order': cents(moneyOrders.cents) };
  const counts = countsOf(before, { pieces, checks, moneyOrders });
  const agrees = counts.every((one) => one.agrees);
  const payload = { deposit, pieces, cashCents: found.cash, checks, moneyOrders, agrees };
  const isFirst = row.state === 'prepared';
  const postings = agrees && isFirst ? depositMade(deposit, parts, found) : [];
  const { sequence } = await appendOffice(tx, { kind: 'deposit_witnessed', payload, postings }, at);
  const state = agrees ? 'made' : isFirst ? 'differs' : 'recount_differs';
  const step = agrees && !isFirst ? 'resealed' : state;
  const total = sum(Object.values(found));
  const told = { deposit, step, person: at.actor.person, at: at.now, cents: total, sequence } as const;
  await insertDepositStep(tx, officeKey(at.district), told);
  return { deposit, state, counts };
}
