import * as z from 'zod';
import { BankTender } from './bankTender.ts';
import { FundNumber } from './fundAndBars.ts';
import { lineOfText, NAME_MAX } from './text.ts';

/** A bank account of the district, and which tenders are taken to it. Of its number only the end is known here. */
export const BankAccount = z.strictObject({
  account: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, { error: 'must be small letters, digits and dashes' }),
  name: lineOfText(NAME_MAX),
  lastFour: z.string().regex(/^\d{4}$/, { error: 'must be the last four digits' }),
  tenders: z.array(BankTender).min(1).max(BankTender.options.length),
  /** Its checks are sent as images and leave in no bag. */
  remote: z.literal(true).optional(),
  /** The county is the district's treasurer: a deposit ends there, in this fund, by the county's own receipt. */
  treasurerFund: FundNumber.optional(),
});
export type BankAccount = z.infer<typeof BankAccount>;

/** Each tender goes to one account, and each account has a name of its own. */
export const BankAccounts = z
  .array(BankAccount)
  .min(1)
  .max(20)
  .refine((all) => new Set(all.map(({ account }) => account)).size === all.length, { error: 'names an account twice' })
  .refine(
    (all) => BankTender.options.every((tender) => all.filter(({ tenders }) => tenders.includes(tender)).length === 1),
    {
      error: 'must take each of cash, check and money-order to exactly one account',
    },
  )
  .refine((all) => all.every(({ remote, tenders }) => !remote || !tenders.includes('cash')), {
    error: 'cannot take cash to an account to which images of checks are sent',
  })
  .default([
    { account: 'operating', name: 'Operating account', lastFour: '0000', tenders: ['cash', 'check', 'money-order'] },
  ]);
