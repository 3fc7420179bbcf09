import type { BankAccount } from './bankAccount.ts';
import { BankTender, undepositedAccount } from './bankTender.ts';
import { type DepositCheck, type DepositPart, type FundShare, paperKey } from './deposit.ts';
import type { PreparedPart } from './depositPayloads.ts';
import { byFund, fitted, type PaidPaper } from './depositRouting.ts';
import { unexplainedBy } from './handoff.ts';
import { type Cents, cents, negate, subtract, sum } from './money.ts';
import { credit, debit, type Posting } from './posting.ts';

/** What was found in a deposit, by tender. */
export type Found = Record<BankTender, Cents>;

/**
 * A deposit made (design §6): what was found in it is the deposit's, what its batches held is deposited, and what is
 * missing between the two, tender by tender, is over or short, or a difference.
 */
export function depositMade(deposit: string, parts: readonly DepositPart[], found: Found): Posting[] {
  return [
    ...debit(`deposit:${deposit}`, sum(BankTender.options.map((tender) => found[tender]))),
    ...BankTender.options.flatMap((tender) => {
      const missing = subtract(heldOf(parts, tender), found[tender]);
      return eitherSide(unexplainedBy(tender), missing);
    }),
    ...parts.flatMap(({ batch, tender, cents: held }) => credit(undepositedAccount(batch, tender), cents(held))),
  ];
}

/** A deposit counted again: what is missing of what was deposited is over or short, or a difference (design §6). */
export function depositRecounted(deposit: string, deposited: Found, found: Found): Posting[] {
  const lost = BankTender.options.map((tender) => [tender, subtract(deposited[tender], found[tender])] as const);
  const all = sum(lost.map(([, missing]) => missing));
  return [
    ...lost.flatMap(([tender, missing]) => eitherSide(unexplainedBy(tender), missing)),
    ...eitherSide(`deposit:${deposit}`, negate(all)),
  ];
}

/** A debit, or below zero a credit; nothing of nothing. */
function eitherSide(account: string, amount: Cents): Posting[] {
  return amount < 0 ? credit(account, negate(amount)) : debit(account, amount);
}

/** What the parts hold of one tender. */
export function heldOf(parts: readonly DepositPart[], tender: BankTender): Cents {
  return sum(parts.filter((part) => part.tender === tender).map((part) => cents(part.cents)));
}

/**
 * What a deposit holds of each fund, where its account takes by fund; nothing where it does not.
 * @param gone what papers that are missing had paid of each
 */
export function fundsIn(parts: readonly Pick<PreparedPart, 'funds'>[], gone: readonly FundShare[]): FundShare[] {
  const told = byFund(parts.flatMap(({ funds = [] }) => funds));
  const lost = (fund: string) => gone.filter((one) => one.fund === fund).map((one) => cents(one.cents));
  return told.map(({ fund, cents: held }) => ({ fund, cents: subtract(cents(held), sum(lost(fund))) }));
}

/**
 * What papers that are missing in a deposit had paid of each of its funds, never more than is in it of one. A paper of
 * which no receipt tells, or that paid other funds too, is of none.
 * @param known papers of receipts with what they paid; each is found once
 */
export function fundsGone(
  missing: readonly DepositCheck[],
  known: readonly PaidPaper[],
  inIt: readonly FundShare[],
): FundShare[] {
  const isOwn = ({ funds }: PaidPaper) => funds.every(({ fund }) => inIt.some((one) => one.fund === fund));
  const left = Map.groupBy(known.filter(isOwn), paperKey);
  const gone = byFund(missing.flatMap((paper) => left.get(paperKey(paper))?.shift()?.funds ?? []));
  return gone.flatMap(({ fund, cents: lost }) => {
    const most = inIt.find((one) => one.fund === fund)?.cents ?? 0;
    const amount = Math.min(lost, most);
    return amount > 0 ? [{ fund, cents: amount }] : [];
  });
}

/**
 * In which funds a deposit ends with the county; null where it ends at a bank. Where the county's receipt says another
 * amount than was deposited, the largest fund has the difference until it is explained.
 * @param told what is in it of each fund
 */
export function endsIn(
  { treasurerFund, atTreasurer, funds: [first] = [] }: BankAccount,
  told: readonly FundShare[],
  received: Cents,
): FundShare[] | null {
  if (treasurerFund !== undefined) return fitted([{ fund: treasurerFund, cents: received }], received);
  if (!atTreasurer || first === undefined) return null;
  // One that was prepared before its account took by fund tells of none, and ends in the first.
  return fitted(told.length > 0 ? told : [{ fund: first, cents: 0 }], received);
}

/** A deposit that ends with the county: what their receipt says is in its funds, the rest a difference to be explained. */
export function depositWithTreasurer(deposit: string, ends: readonly FundShare[], deposited: Cents): Posting[] {
  const missing = subtract(deposited, sum(ends.map((share) => cents(share.cents))));
  return [
    ...ends.flatMap((share) => debit(`treasurer:${share.fund}`, cents(share.cents))),
    ...eitherSide('difference:deposit', missing),
    ...credit(`deposit:${deposit}`, deposited),
  ];
}
