import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { BankTender } from '#domain/bankTender';
import { namedTooOften } from '#domain/deposit';
import { depositMade, depositRecounted, type Found } from '#domain/depositPostings';
import { subtract, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { depositMark } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { foundOf } from './depositContents.ts';
import { type DepositStanding, depositOrRefuse } from './depositStanding.ts';
import { missingFundsOf } from './missingFunds.ts';
import { notForDeposit } from './notForYes.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';

type Asked = Parsed<'depositResolution'>;
/** `held`: what was in it until then. */
type Settled = DepositStanding & { held: Found; found: Found; mark: string };

/** What settling two counts that differ, or are not what the deposit must hold, would say, and the mark of it. */
export async function depositResolution(
  tx: LedgerTx,
  input: Asked,
  at: OfficeAt,
): Promise<Output<'depositResolution'>> {
  const { held, found, mark } = await settled(tx, input, at);
  const unexplained = BankTender.options.map((tender) => ({ tender, cents: subtract(found[tender], held[tender]) }));
  return { foundCents: sum(Object.values(found)), unexplained, mark };
}

/** Settles two counts of a deposit that differ, or are not what it must hold: neither changes, a third entry says what was found. */
export async function resolveDeposit(
  tx: LedgerTx,
  input: Parsed<'resolveDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'resolveDeposit'>> {
  const standing = await settled(tx, input, at);
  const { parts, counts, held, found, mark } = standing;
  const approver = await approvedBy(tx, mark, await notForDeposit(tx, standing, at), at);

  const { deposit, pieces, missing } = input;
  const { isRecount } = counts;
  // Where cash too many makes up for a paper, nothing of the deposit moves, nor does what is in it of each fund.
  const isMoved = !isRecount || sum(Object.values(held)) !== sum(Object.values(found));
  const gone = isMoved ? await missingFundsOf(tx, standing, missing, at) : [];

  // From here on it must be settled.
  const amounts = { cashCents: found.cash, checkCents: found.check, moneyOrderCents: found['money-order'] };
  const draft = {
    kind: isRecount ? ('recount_resolved' as const) : ('deposit_resolved' as const),
    payload: { deposit, pieces, missing, ...(gone.length > 0 ? { missingFunds: gone } : {}), ...amounts, mark },
    postings: isRecount ? depositRecounted(deposit, held, found) : depositMade(deposit, parts, found),
  };
  const { sequence } = await appendOffice(tx, { ...draft, approver, personal: { words: input.reason } }, at);
  const totalCents = sum(Object.values(found));
  const step = isRecount ? ('resealed' as const) : ('made' as const);
  const told = { deposit, step, person: at.actor.person, at: at.now, cents: totalCents, sequence };
  await insertDepositStep(tx, officeKey(at.district), told);
  return { deposit, state: 'made', totalCents };
}

async function settled(tx: LedgerTx, { deposit, pieces, missing, reason }: Asked, at: OfficeAt): Promise<Settled> {
  const standing = await depositOrRefuse(tx, at.district, deposit);
  const { row, contents } = standing;
  if (row.state !== 'differs' && row.state !== 'recount_differs') refuse('deposit_agrees', { deposit });
  const strange = namedTooOften(missing, contents.checks);
  if (strange !== null) refuse('deposit_check_unknown', { batch: strange.batch, checkNumber: strange.checkNumber });
  const found = foundOf(contents, pieces, missing);
  const mark = depositMark({ deposit, pieces, missing, reason, askedBy: at.actor.person });
  return { ...standing, held: contents.found, found, mark };
}
