import type { Output, Parsed } from '#contract/contract';
import { type BatchRow, undepositedSince } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { depositsPrepared, insertDeposit, insertDepositStep } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { assert } from '#domain/assert';
import type { BankAccount } from '#domain/bankAccount';
import { isApprovedBatch } from '#domain/batch';
import { type Pieces, worthOf } from '#domain/denominations';
import { type DepositCheck, depositDueAt, namedTooOften, paperKey, papersBeside } from '#domain/deposit';
import type { PreparedPart } from '#domain/depositPayloads';
import { heldOf } from '#domain/depositPostings';
import { AMOUNT_MAX, type Cents, cents, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { depositLabel } from '#domain/series';
import { appendOffice } from './appendOffice.ts';
import { refuseUsedBag } from './bagOnce.ts';
import { batchOrRefuse } from './batchStanding.ts';
import { type BatchRoutes, routesOf, type WaitingPart } from './depositRoutes.ts';
import type { OfficeCommandAt } from './officeAt.ts';

type Asked = Parsed<'prepareDeposit'>;
type Paper = DepositCheck['tender'];

/**
 * The first count of a deposit. It takes all that its batches hold for one bank account, and says what of it was there; the
 * money moves once somebody else counted too.
 */
export async function prepareDeposit(
  tx: LedgerTx,
  asked: Asked,
  at: OfficeCommandAt,
): Promise<Output<'prepareDeposit'>> {
  const { district, policy, actor, now } = at;
  const { bankAccount, pieces, checks, missing = [] } = asked;
  const to = policy.bankAccounts.find(({ account }) => account === bankAccount);
  if (!to) refuse('bank_account_unknown', { account: bankAccount });
  const { bag, seal } = bagFor(to, asked);
  const routes = await routesFor(tx, asked.batches, to, at);
  const waiting = routes.flatMap((one) => one.parts.filter(({ account }) => account === bankAccount));
  const parts = waiting.map(partTold);
  const found = foundBy(pieces, checks);
  const totalCents = sum(Object.values(found));
  refuseTooLarge(sum(parts.map((part) => cents(part.cents))));
  refuseTooLarge(totalCents);
  if (found.cashCents > 0 && heldOf(parts, 'cash') === 0) refuse('deposit_no_cash');
  refuseChecks([...checks, ...missing], { routes, waiting }, policy);
  await refuseUsedBag(tx, district, { bag, seal });

  // From here on it must be prepared.
  const number = (await depositsPrepared(tx, district)) + 1;
  const deposit = depositLabel(number);
  const since = await undepositedSince(tx, district, [...new Set(asked.batches)]);
  const firstReceiptAt = since?.firstReceiptAt ?? now;
  const dueAt = depositDueAt(firstReceiptAt, policy.deposits, policy.timeZone);
  const told = { deposit, number, bankAccount, bag, firstReceiptAt, dueAt };
  const payload = {
    ...{ ...told, parts, pieces, checks, seal, ...found },
    ...(missing.length > 0 ? { missing } : {}),
  };
  const { sequence } = await appendOffice(tx, { kind: 'deposit_prepared', payload }, at);
  await insertDeposit(tx, officeKey(district), { ...told, sequence }, parts);
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

/** Where the money of these batches goes; each of them must hold something for the account. */
async function routesFor(
  tx: LedgerTx,
  batches: readonly string[],
  { account }: BankAccount,
  at: OfficeCommandAt,
): Promise<BatchRoutes[]> {
  const rows: BatchRow[] = [];
  for (const batch of new Set(batches)) {
    const row = await batchOrRefuse(tx, at.district, batch);
    if (!isApprovedBatch(row.state)) refuse('batch_not_approved', { batch });
    rows.push(row);
  }
  const routes = await routesOf(tx, rows, at);
  for (const { batch, parts, taken } of routes) {
    if (parts.some((part) => part.account === account)) continue;
    const own = taken.find((part) => part.account === account);
    if (own) refuse('batch_in_deposit', { batch, deposit: own.deposit });
    refuse('deposit_nothing', { batch });
  }
  return routes;
}

/** Its slip could not be told of a larger one. */
function refuseTooLarge(totalCents: Cents): void {
  if (totalCents > AMOUNT_MAX) refuse('deposit_too_large', { totalCents, mostCents: AMOUNT_MAX });
}

/** What is there, by tender. */
function foundBy(pieces: Pieces, checks: readonly DepositCheck[]) {
  const papers = (tender: Paper) =>
    sum(checks.filter((check) => check.tender === tender).map((one) => cents(one.cents)));
  return { cashCents: worthOf(pieces), checkCents: papers('check'), moneyOrderCents: papers('money-order') };
}

/** A part as the journal tells it: whole, unless other accounts have a share of it. */
function partTold({ batch, tender, cents: held, leftCents, funds }: WaitingPart): PreparedPart {
  return { batch, tender, cents: held, ...(leftCents > 0 ? { leftCents } : {}), ...(funds ? { funds } : {}) };
}

/**
 * Every check, there or missing, is one that a close counted and that goes to the account, named once. Where a handoff was
 * settled at another amount than the close told there may be others, each named once: the tie tells them as a break.
 */
function refuseChecks(
  checks: readonly DepositCheck[],
  { routes, waiting }: { routes: readonly BatchRoutes[]; waiting: readonly WaitingPart[] },
  policy: OfficeCommandAt['policy'],
): void {
  const papers = waiting.filter((part): part is WaitingPart & { tender: Paper } => part.tender !== 'cash');
  const there: DepositCheck[] = [];
  for (const { batch, tender, account } of papers) {
    const own = (check: DepositCheck) => check.batch === batch && check.tender === tender;
    const counted = routes.flatMap((one) => one.papers.filter((paper) => paper.account === account)).filter(own);
    const isOther = routes.some((one) => one.batch === batch && one.settledOtherwise.includes(tender));
    there.push(...counted, ...(isOther ? papersBeside(checks.filter(own), counted) : []));
  }
  const wrong = namedTooOften(checks, there);
  if (wrong !== null) refuseCheck(wrong, there, routes, policy);
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

/** Says why a check cannot be in the deposit: it is named twice, goes to another account, or is none of the batch. */
function refuseCheck(
  wrong: DepositCheck,
  there: readonly DepositCheck[],
  routes: readonly BatchRoutes[],
  { bankAccounts }: OfficeCommandAt['policy'],
): never {
  const { batch, checkNumber } = wrong;
  if (namedTooOften([wrong], there) === null) refuse('deposit_check_twice', { batch, checkNumber });
  const elsewhere = routes.flatMap(({ papers }) => papers).find((paper) => paperKey(paper) === paperKey(wrong));
  const to = bankAccounts.find(({ account }) => account === elsewhere?.account);
  if (to) refuse('deposit_check_elsewhere', { checkNumber, to: to.name });
  return refuse('deposit_check_unknown', { batch, checkNumber });
}
