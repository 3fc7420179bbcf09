import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { BankTender } from '#domain/bankTender';
import { worthOf } from '#domain/denominations';
import { namedTooOften } from '#domain/deposit';
import { depositMade, type Found, heldOf } from '#domain/depositPostings';
import { cents, subtract, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { depositMark } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { type DepositStanding, depositOrRefuse } from './depositStanding.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';

type Asked = Parsed<'depositResolution'>;
type Settled = DepositStanding & { found: Found; mark: string };

/** What settling two counts that differ would say, and the mark of it. */
export async function depositResolution(
  tx: LedgerTx,
  input: Asked,
  at: OfficeAt,
): Promise<Output<'depositResolution'>> {
  const { parts, found, mark } = await settled(tx, input, at);
  const unexplained = BankTender.options.map((tender) => ({
    tender,
    cents: subtract(found[tender], heldOf(parts, tender)),
  }));
  return { foundCents: sum(Object.values(found)), unexplained, mark };
}

/** Settles two counts of a deposit that differ: neither changes, a third entry says what was found. */
export async function resolveDeposit(
  tx: LedgerTx,
  input: Parsed<'resolveDeposit'>,
  at: OfficeCommandAt,
): Promise<Output<'resolveDeposit'>> {
  const { row, parts, witnessed, found, mark } = await settled(tx, input, at);
  const approver = await approvedBy(tx, mark, [row.preparer, witnessed?.by ?? null], at);

  // From here on it must be settled.
  const { deposit, pieces, missing } = input;
  const amounts = { cashCents: found.cash, checkCents: found.check, moneyOrderCents: found['money-order'] };
  const payload = { deposit, pieces, missing, ...amounts, mark };
  const postings = depositMade(deposit, parts, found);
  const personal = { words: input.reason };
  const { sequence } = await appendOffice(tx, { kind: 'deposit_resolved', payload, postings, approver, personal }, at);
  const totalCents = sum(Object.values(found));
  const step = { deposit, step: 'made' as const, person: at.actor.person, at: at.now, cents: totalCents, sequence };
  await insertDepositStep(tx, officeKey(at.district), step);
  return { deposit, state: 'made', totalCents };
}

async function settled(tx: LedgerTx, { deposit, pieces, missing, reason }: Asked, at: OfficeAt): Promise<Settled> {
  const standing = await depositOrRefuse(tx, at.district, deposit);
  if (standing.row.state !== 'differs') refuse('deposit_agrees', { deposit });
  const strange = namedTooOften(missing, standing.prepared.checks);
  if (strange !== null) refuse('deposit_check_unknown', { batch: strange.batch, checkNumber: strange.checkNumber });
  const without = (tender: BankTender) =>
    subtract(
      heldOf(standing.parts, tender),
      sum(missing.filter((check) => check.tender === tender).map((check) => cents(check.cents))),
    );
  const found = { cash: worthOf(pieces), check: without('check'), 'money-order': without('money-order') };
  const mark = depositMark({ deposit, pieces, missing, reason, askedBy: at.actor.person });
  return { ...standing, found, mark };
}
