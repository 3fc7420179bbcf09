import type { Output, Parsed } from '#contract/contract';
import { undepositedSince } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { depositInBag, depositsPrepared, insertDeposit, insertDepositStep, partsOfBatches } from '#db/ledger/deposits';
import { handoffsNamed } from '#db/ledger/handoffs';
import { officeKey } from '#db/ledger/officeJournal';
import { assert } from '#domain/assert';
import type { BankAccount } from '#domain/bankAccount';
import type { BankTender } from '#domain/bankTender';
import { isApprovedBatch } from '#domain/batch';
import { worthOf } from '#domain/denominations';
import { type DepositCheck, type DepositPart, depositDueAt, namedTooOften } from '#domain/deposit';
import { heldOf } from '#domain/depositPostings';
import { drawerHandoff } from '#domain/handoff';
import { type Cents, cents, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { depositLabel } from '#domain/series';
import { appendOffice } from './appendOffice.ts';
import { batchOrRefuse } from './batchStanding.ts';
import { partsLeft } from './depositable.ts';
import { checksOf } from './depositChecks.ts';
import type { OfficeCommandAt } from './officeAt.ts';

type Asked = Parsed<'prepareDeposit'>;
type Paper = DepositCheck['tender'];

/** The first count of a deposit. It takes whole tenders of its batches; the money moves once somebody else counted too. */
export async function prepareDeposit(
  tx: LedgerTx,
  asked: Asked,
  at: OfficeCommandAt,
): Promise<Output<'prepareDeposit'>> {
  const { district, policy, actor, now } = at;
  const { bankAccount, pieces, checks } = asked;
  const to = policy.bankAccounts.find(({ account }) => account === bankAccount);
  if (!to) refuse('bank_account_unknown', { account: bankAccount });
  const { bag, seal } = bagFor(to, asked);
  const parts = await partsFor(tx, asked.batches, to.tenders, district);
  const cashCents = worthOf(pieces);
  const dueCents = heldOf(parts, 'cash');
  if (cashCents !== dueCents) refuse('deposit_cash_differs', { countedCents: cashCents, dueCents });
  await refuseChecks(tx, checks, parts, district);
  const used = bag === null ? null : await depositInBag(tx, district, bag);
  if (used !== null) refuse('bag_used', { bag, deposit: used });

  // From here on it must be prepared.
  const number = (await depositsPrepared(tx, district)) + 1;
  const deposit = depositLabel(number);
  const since = await undepositedSince(tx, district, [...new Set(asked.batches)]);
  const firstReceiptAt = since?.firstReceiptAt ?? now;
  const dueAt = depositDueAt(firstReceiptAt, policy.deposits, policy.timeZone);
  const told = { deposit, number, bankAccount, bag, firstReceiptAt, dueAt };
  const payload = {
    ...{ ...told, parts, pieces, checks, cashCents, seal },
    ...{ checkCents: heldOf(parts, 'check'), moneyOrderCents: heldOf(parts, 'money-order') },
  };
  const { sequence } = await appendOffice(tx, { kind: 'deposit_prepared', payload }, at);
  await insertDeposit(tx, officeKey(district), { ...told, sequence }, parts);
  const totalCents = sum(parts.map((part) => cents(part.cents)));
  const step = { deposit, step: 'prepared' as const, person: actor.person, at: now, cents: totalCents, sequence };
  await insertDepositStep(tx, officeKey(district), step);
  return { deposit, totalCents, dueAt };
}

/** A deposit goes in a bag under a seal, but for one whose checks are sent as images. */
function bagFor({ account, remote }: BankAccount, { bag, seal }: Asked): { bag: string | null; seal: string | null } {
  if (remote && (bag !== undefined || seal !== undefined)) refuse('bag_not_wanted', { account });
  if (remote) return { bag: null, seal: null };
  return bag === undefined || seal === undefined ? refuse('bag_missing') : { bag, seal };
}

/** What these batches hold of the account's tenders. */
async function partsFor(
  tx: LedgerTx,
  batches: readonly string[],
  tenders: readonly BankTender[],
  district: string,
): Promise<DepositPart[]> {
  const parts: DepositPart[] = [];
  for (const batch of new Set(batches)) {
    const { state } = await batchOrRefuse(tx, district, batch);
    if (!isApprovedBatch(state)) refuse('batch_not_approved', { batch });
    const left = (await partsLeft(tx, district, batch)).filter(({ tender }) => tenders.includes(tender));
    const taken = (await partsOfBatches(tx, district, [batch])).find(({ tender }) => tenders.includes(tender));
    if (left.length === 0 && taken) refuse('batch_in_deposit', { batch, deposit: taken.deposit });
    if (left.length === 0) refuse('deposit_nothing', { batch });
    parts.push(...left);
  }
  return parts;
}

/** Every check is one that a close counted, named once; what was settled at a handoff may be another than was counted. */
async function refuseChecks(
  tx: LedgerTx,
  checks: readonly DepositCheck[],
  parts: readonly DepositPart[],
  district: string,
): Promise<void> {
  const papers = parts.filter((part): part is DepositPart & { tender: Paper } => part.tender !== 'cash');
  const there: DepositCheck[] = [];
  for (const { batch, tender } of papers) {
    const row = await batchOrRefuse(tx, district, batch);
    const [handed] = await handoffsNamed(tx, district, [drawerHandoff(row.drawer, tender)]);
    const own = (check: DepositCheck) => check.batch === batch && check.tender === tender;
    const counted = handed?.isResolved ? checks : await checksOf(tx, district, row);
    there.push(...counted.filter(own));
  }
  const wrong = namedTooOften(checks, there);
  if (wrong !== null) {
    const { batch, checkNumber } = wrong;
    const isThere = namedTooOften([wrong], there) === null;
    refuse(isThere ? 'deposit_check_twice' : 'deposit_check_unknown', { batch, checkNumber });
  }
  for (const { batch, tender, cents: held } of papers) {
    const named = checks.filter((check) => check.batch === batch && check.tender === tender);
    const countedCents = sum(named.map((check): Cents => cents(check.cents)));
    const what = `${tender === 'check' ? 'checks' : 'money orders'} of batch ${batch}`;
    if (countedCents !== held) refuse('deposit_checks_differ', { what, countedCents, dueCents: held });
  }
  assert(
    checks.every((check) => papers.some((part) => part.batch === check.batch)),
    'a check of no batch was let in',
  );
}
