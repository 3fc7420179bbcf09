import type { BankTender } from '#domain/bankTender';
import { type Pieces, worthOf } from '#domain/denominations';
import type { DepositCheck, DepositPart, FundShare } from '#domain/deposit';
import { heldOf } from '#domain/depositPostings';
import { cents, sum } from '#domain/money';

/** Two people counted it, and where their counts differed two settled it: at first, and each time that its seal was broken. */
export type CountedTwice = {
  firstName: string;
  firstAt: number;
  secondName: string;
  secondAt: number;
  /** The two who settled it; null where nobody had to. */
  settledByName: string | null;
  /** When it was ready, or ready once more. */
  madeAt: number;
  /** Why it was counted again: another seal was read on its bag than that on record. Null of the first time. */
  broken: { bag: string; recorded: string; read: string; at: number } | null;
};

/** A deposit that was made, as its papers tell it. */
export type DepositOnPaper = {
  deposit: string;
  businessDay: string;
  bankAccountName: string;
  lastFour: string | null;
  /** Neither where its checks are sent as images. */
  bag: string | null;
  seal: string | null;
  firstReceiptAt: number;
  dueAt: number;
  /** Who counted what is in it, at first or last. */
  counted: CountedTwice;
  /** Where that was after a seal was broken: how it was counted before, in order. */
  before: readonly CountedTwice[];
  /** Who carries it, once it was handed over. */
  carrierName: string | null;
  /** What the bank's slip says, or where the county is treasurer its receipt; null before it is confirmed. */
  confirmed: { isCounty: boolean; reference: string; day: string; cents: number } | null;
  parts: readonly DepositPart[];
  /** Where counts differed: what a last one found less what was in it until then, and who settled it so. */
  settled: readonly {
    isRecount: boolean;
    personName: string;
    approverName: string | null;
    words: string | null;
    differences: readonly { tender: BankTender; cents: number }[];
  }[];
  /** Where its account takes by fund: what in it is of which; empty where it does not. */
  funds: readonly (FundShare & { name: string })[];
  pieces: Pieces;
  checks: readonly DepositCheck[];
  /** Of the entry that made it. */
  hash: string;
};

/** `Operating account ··0917`. */
export function accountWords({ bankAccountName, lastFour }: DepositOnPaper): string {
  return lastFour === null ? bankAccountName : `${bankAccountName} ··${lastFour}`;
}

/** What each of two counted is called. */
export function countWords({ broken }: CountedTwice): { first: string; second: string } {
  return broken
    ? { first: 'First recount', second: 'Second recount' }
    : { first: 'First count', second: 'Second count' };
}

/** Who signs that this is in it: the two who counted that. */
export function signersOf({ counted }: DepositOnPaper): string[] {
  const { first, second } = countWords(counted);
  return [`${counted.firstName}, ${first.toLowerCase()}`, `${counted.secondName}, ${second.toLowerCase()}`];
}

/** The papers of one kind that are in it. */
export function papersOf({ checks }: DepositOnPaper, tender: DepositCheck['tender']): DepositCheck[] {
  return checks.filter((check) => check.tender === tender);
}

/** What is in it of one tender: cash by its pieces, paper by the piece. */
export function inItOf(deposit: DepositOnPaper, tender: BankTender): number {
  if (tender === 'cash') return worthOf(deposit.pieces);
  return sum(papersOf(deposit, tender).map((check) => cents(check.cents)));
}

/** All that is in it. */
export function inIt(deposit: DepositOnPaper): number {
  return inItOf(deposit, 'cash') + inItOf(deposit, 'check') + inItOf(deposit, 'money-order');
}

/** The batches in it, and what each brought of a tender. */
export function batchesIn({ parts }: DepositOnPaper): { batch: string; of: (tender: BankTender) => number }[] {
  return [...new Set(parts.map(({ batch }) => batch))].map((batch) => ({
    batch,
    of: (tender) =>
      heldOf(
        parts.filter((part) => part.batch === batch),
        tender,
      ),
  }));
}

/** `1 check`, `69 checks`. */
export function howMany(number: number, tender: DepositCheck['tender']): string {
  const one = tender === 'check' ? 'check' : 'money order';
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
