import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { namedTooOften } from '#domain/deposit';
import { sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { refuseUsedBag } from './bagOnce.ts';
import { foundOf } from './depositContents.ts';
import { depositOrRefuse } from './depositStanding.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/** The first of two recounts of a deposit whose seal was broken, into a new bag. No money moves yet. */
export async function recountDeposit(
  tx: LedgerTx,
  { deposit, pieces, missing, bag, seal }: Parsed<'recountDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'recountDeposit'>> {
  const { row, contents } = await depositOrRefuse(tx, at.district, deposit);
  if (row.state !== 'broken') refuse('deposit_not_broken', { deposit });
  const strange = namedTooOften(missing, contents.checks);
  if (strange !== null) refuse('deposit_check_unknown', { batch: strange.batch, checkNumber: strange.checkNumber });
  await refuseUsedBag(tx, at.district, { bag, seal });

  // From here on the count must stand.
  const found = foundOf(contents, pieces, missing);
  const amounts = { cashCents: found.cash, checkCents: found.check, moneyOrderCents: found['money-order'] };
  const payload = { deposit, pieces, missing, ...amounts, bag, seal };
  const { sequence } = await appendOffice(tx, { kind: 'deposit_recounted', payload }, at);
  const cents = sum(Object.values(found));
  const step = { deposit, step: 'recounted' as const, person: at.actor.person, at: at.now, cents, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, state: 'recounted' };
}
