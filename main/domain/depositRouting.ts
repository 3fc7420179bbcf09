import { assert } from './assert.ts';
import { type BankAccount, takers } from './bankAccount.ts';
import type { BankTender } from './bankTender.ts';
import { type DepositCheck, type FundShare, paperKey } from './deposit.ts';
import { add, type Cents, cents, smaller, subtract, sum, ZERO } from './money.ts';

/** A paper as a receipt tells it. */
export type PaidPaper = DepositCheck & { funds: readonly FundShare[] };

/** One check or money order, where it goes, and what it paid of each fund. */
export type RoutedPaper = { paper: DepositCheck; account: string; funds: readonly FundShare[] };

/** What of one tender of a batch still goes to one bank account; `funds` where that account takes by fund. */
export type RoutedPart = { account: string; cents: Cents; funds?: FundShare[] };

/**
 * What of a batch's cash goes to which account: to one that takes by fund what cash paid of its funds, less what was
 * given back of them; all else, also what is over or short, rounded, or lost between two hands, to the one without
 * funds. Parts sum to what is held, and none is below zero. Where more is short than that account's own share, the
 * largest share bears the loss: cash in the safe must go to the bank within its hours, so nobody is refused, and the
 * fewest accounts are touched. The general ledger has the loss in over and short either way.
 * @param held what is in no deposit yet
 * @param paid by fund; below zero where more was given back than came in
 * @param taken what accounts have in deposits already
 */
export function cashRouted(
  accounts: readonly BankAccount[],
  held: Cents,
  paid: readonly FundShare[],
  taken: readonly { account: string; cents: number }[],
): RoutedPart[] {
  const already = (account: string) => of(taken, (one) => one.account === account);
  const whole = add(held, sum(taken.map((one) => cents(one.cents))));
  const byFund = takers(accounts, 'cash').filter(({ funds }) => funds !== undefined);
  const shares = byFund.map(({ funds = [] }) => paid.filter(({ fund }) => funds.includes(fund)));
  const wanted = lessened(shares.map(atLeastNone), whole);
  const left = wanted.map((want, place) => atLeastNone([{ cents: want - already(byFund[place]?.account ?? '') }]));
  return parted(accounts, 'cash', held, lessened(left, held), shares);
}

/**
 * Where each paper of a batch goes. It cannot be split: it goes whole to the account that takes all the funds which it
 * paid, and to the one without funds where it paid those of several accounts. One that no receipt tells of goes there too.
 * @param known papers of receipts with what they paid; each is found once
 * @param isSettled the office holds another amount than the close told, and nobody knows which papers that are: all go
 *   to the account without funds
 */
export function papersRouted(
  accounts: readonly BankAccount[],
  papers: readonly DepositCheck[],
  known: readonly PaidPaper[],
  isSettled: boolean,
): RoutedPaper[] {
  const left = Map.groupBy(isSettled ? [] : known, paperKey);
  return papers.map((paper) => {
    const funds = left.get(paperKey(paper))?.shift()?.funds ?? [];
    return { paper, account: accountOf(accounts, paper.tender, funds).account, funds };
  });
}

/** What the routed papers of one tender come to, account by account; what they do not tell goes with the rest. */
export function papersParted(
  accounts: readonly BankAccount[],
  tender: DepositCheck['tender'],
  held: Cents,
  routed: readonly RoutedPaper[],
): RoutedPart[] {
  const byFund = takers(accounts, tender).filter(({ funds }) => funds !== undefined);
  const own = byFund.map(({ account }) => routed.filter((one) => one.account === account));
  const wanted = own.map((papers) => sum(papers.map(({ paper }) => cents(paper.cents))));
  const shares = own.map((papers) => papers.flatMap(({ funds }) => funds));
  return parted(accounts, tender, held, lessened(wanted, held), shares);
}

/** What the shares come to, fund by fund, in the order of the funds. */
export function byFund(shares: readonly FundShare[]): FundShare[] {
  const funds = [...new Set(shares.map(({ fund }) => fund))].sort();
  return funds.map((fund) => ({ fund, cents: of(shares, (one) => one.fund === fund) }));
}

/**
 * Shares by fund brought to another total: what is missing is taken from the largest share, and from the next where it
 * is too small; what is too much is added to the largest. None is below zero, and none of zero is told.
 * @param shares one for each fund, at least one
 */
export function fitted(shares: readonly FundShare[], total: Cents): FundShare[] {
  assert(shares.length > 0 && total >= 0, 'an amount is of some fund, and not below zero');
  const whole = shares.map((share) => atLeastNone([share]));
  const least = lessened(whole, total);
  const excess = subtract(total, sum(least));
  const largest = placeOfLargest(least);
  return shares.flatMap(({ fund }, place) => {
    const amount = add(least[place] ?? ZERO, place === largest ? excess : ZERO);
    return amount === 0 ? [] : [{ fund, cents: amount }];
  });
}

/** The account that takes every fund of a paper, or the one for the rest. */
function accountOf(accounts: readonly BankAccount[], tender: BankTender, paid: readonly FundShare[]): BankAccount {
  const all = takers(accounts, tender);
  const own = paid.length === 0 ? undefined : all.find(({ funds }) => paid.every(({ fund }) => funds?.includes(fund)));
  return own ?? restOf(all);
}

function restOf(all: readonly BankAccount[]): BankAccount {
  const rest = all.find(({ funds }) => funds === undefined);
  assert(rest, 'each tender has an account without funds');
  return rest;
}

/** The parts of the accounts by fund as they are wanted, and all that is left for the one without. */
function parted(
  accounts: readonly BankAccount[],
  tender: BankTender,
  held: Cents,
  wanted: readonly Cents[],
  shares: readonly (readonly FundShare[])[],
): RoutedPart[] {
  const all = takers(accounts, tender);
  const own = all.filter(({ funds }) => funds !== undefined);
  const parts = own.map(({ account, funds: [first = ''] = [] }, place): RoutedPart => {
    const amount = wanted[place] ?? ZERO;
    const told = byFund(shares[place] ?? []);
    return { account, cents: amount, funds: fitted(told.length > 0 ? told : [{ fund: first, cents: 0 }], amount) };
  });
  const rest = subtract(held, sum(wanted));
  return [...parts, { account: restOf(all).account, cents: rest }].filter((part) => part.cents > 0);
}

/** Amounts that come to no more than a limit: what is too much is taken from the largest of them first. */
function lessened(amounts: readonly Cents[], limit: Cents): Cents[] {
  const least = [...amounts];
  let excess = subtract(sum(least), limit);
  while (excess > 0) {
    const place = placeOfLargest(least);
    const less = smaller(excess, least[place] ?? ZERO);
    assert(less > 0, 'what is held is not below zero');
    least[place] = subtract(least[place] ?? ZERO, less);
    excess = subtract(excess, less);
  }
  return least;
}

function placeOfLargest(amounts: readonly Cents[]): number {
  return amounts.indexOf(cents(Math.max(...amounts)));
}

function atLeastNone(shares: readonly { cents: number }[]): Cents {
  return cents(
    Math.max(
      0,
      shares.reduce((total, share) => total + share.cents, 0),
    ),
  );
}

function of<T extends { cents: number }>(all: readonly T[], isOne: (one: T) => boolean): Cents {
  return sum(all.filter(isOne).map((one) => cents(one.cents)));
}
