import * as z from 'zod';
import { BankTender } from './bankTender.ts';
import { FundNumber } from './fundAndBars.ts';
import { lineOfText, NAME_MAX } from './text.ts';

/** A bank account of the district, and which money is taken to it. Of its number only the end is known here. */
export const BankAccount = z.strictObject({
  account: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, { error: 'must be small letters, digits and dashes' }),
  name: lineOfText(NAME_MAX),
  lastFour: z.string().regex(/^\d{4}$/, { error: 'must be the last four digits' }),
  tenders: z.array(BankTender).min(1).max(BankTender.options.length),
  /** Of its tenders it takes the money of these funds alone; one without takes the rest of its tenders. */
  funds: z.array(FundNumber).min(1).max(100).optional(),
  /** Its checks are sent as images and leave in no bag. */
  remote: z.literal(true).optional(),
  /** The county is the district's treasurer: a deposit ends there, in this fund, by the county's own receipt. */
  treasurerFund: FundNumber.optional(),
  /** The same for an account of several funds: what a deposit holds of each ends in that fund. */
  atTreasurer: z.literal(true).optional(),
});
export type BankAccount = z.infer<typeof BankAccount>;

/** Each tender has one account for all that no other takes by fund, and each account has a name of its own. */
export const BankAccounts = z
  .array(BankAccount)
  .min(1)
  .max(20)
  .refine((all) => isOnce(all.map(({ account }) => account)), { error: 'names an account twice' })
  .refine(
    (all) =>
      BankTender.options.every((tender) => takers(all, tender).filter(({ funds }) => funds === undefined).length === 1),
    { error: 'must take each of cash, check and money-order to exactly one account without funds' },
  )
  .refine(
    (all) => BankTender.options.every((tender) => isOnce(takers(all, tender).flatMap(({ funds = [] }) => funds))),
    { error: 'takes the money of a fund in one tender to two accounts, or twice to one' },
  )
  .refine((all) => all.every(({ remote, tenders }) => !remote || !tenders.includes('cash')), {
    error: 'cannot take cash to an account to which images of checks are sent',
  })
  // Money of no fund, such as what is over, would not know in which of the county's funds to end.
  .refine((all) => all.every(({ atTreasurer, funds }) => !atTreasurer || funds !== undefined), {
    error: 'must name the funds of an account that is atTreasurer, or one treasurerFund for all of it',
  })
  .refine((all) => all.every(({ atTreasurer, treasurerFund }) => !atTreasurer || treasurerFund === undefined), {
    error: 'cannot be atTreasurer and have one treasurerFund',
  })
  .default([
    { account: 'operating', name: 'Operating account', lastFour: '0000', tenders: ['cash', 'check', 'money-order'] },
  ]);

/** Accounts to which a tender is taken: those by fund, and the one for the rest. */
export function takers(accounts: readonly BankAccount[], tender: BankTender): BankAccount[] {
  return accounts.filter(({ tenders }) => tenders.includes(tender));
}

/** Whether a deposit to the account ends with the county, by its receipt. */
export function isAtTreasurer({ treasurerFund, atTreasurer }: BankAccount): boolean {
  return treasurerFund !== undefined || atTreasurer === true;
}

function isOnce(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
