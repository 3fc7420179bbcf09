import * as z from 'zod';
import { AccountFlag, AccountNumber, AccountStatus, Language } from '#domain/account';
import { lineOfText, NAME_MAX } from '#domain/text';
import { CARD_NUMBER, isWithoutCardNumber, plainText } from './cells.ts';
import type { Columns, Row } from './csv.ts';

export const ACCOUNTS_FILE = 'accounts.csv';

const flags = z.string().transform((text, context) => {
  const read = z.array(AccountFlag).safeParse([...new Set(text.split(/\s+/).filter((word) => word !== ''))]);
  if (read.success) return read.data;
  context.addIssue({
    code: 'custom',
    message: `must be some of ${AccountFlag.options.join(', ')}, with spaces between`,
  });
  return z.NEVER;
});

const permits = z.string().transform((text, context) => {
  const read = z
    .array(z.string().max(30))
    .max(50)
    .safeParse([...new Set(text.split(/\s+/).filter((word) => word !== ''))]);
  if (read.success) return read.data;
  context.addIssue({
    code: 'custom',
    message: 'must be at most 50 numbers of up to 30 characters, with spaces between',
  });
  return z.NEVER;
});

const screened = <T extends z.ZodType<string, string>>(text: T) =>
  text.refine(isWithoutCardNumber, { error: CARD_NUMBER });

/** `accounts.csv`: one row for each account, the columns in any order. */
export const ACCOUNT_COLUMNS = {
  account: {
    meaning: 'the account number as printed on bills: 3 to 20 digits, capital letters and dashes',
    cell: AccountNumber,
    wrong: 'must be 3 to 20 digits, capital letters and dashes',
  },
  customer: {
    meaning: `who pays the bills: 1 to ${NAME_MAX} characters`,
    cell: screened(lineOfText(NAME_MAX)),
    wrong: `must be a name of 1 to ${NAME_MAX} characters on one line, without a card number`,
  },
  service_address: {
    meaning: 'where the service is, up to 120 characters; may be empty',
    cell: screened(plainText(120)),
    wrong: 'must be at most 120 characters on one line, without a card number',
  },
  mailing_address: {
    meaning: 'where the bills go, up to 160 characters; may be empty',
    cell: screened(plainText(160)),
    wrong: 'must be at most 160 characters on one line, without a card number',
  },
  parcel: {
    meaning: 'the county’s parcel number, up to 30 characters; may be empty',
    cell: plainText(30),
    wrong: 'must be at most 30 characters on one line',
  },
  phone: {
    meaning: 'up to 30 characters; may be empty',
    cell: plainText(30),
    wrong: 'must be at most 30 characters on one line',
  },
  email: {
    meaning: 'up to 120 characters; may be empty',
    cell: screened(plainText(120)),
    wrong: 'must be at most 120 characters on one line, without a card number',
  },
  status: { meaning: 'active or closed', cell: AccountStatus, wrong: 'must be active or closed' },
  language: {
    meaning: 'a slip may carry this language beside English: en, es, ru or vi',
    cell: Language,
    wrong: 'must be en, es, ru or vi',
  },
  flags: {
    meaning: `some of ${AccountFlag.options.join(', ')}, with spaces between; may be empty`,
    cell: flags,
  },
  contract: {
    mayBeLeftOut: true,
    meaning: 'the number of its contract or payment plan, up to 30 characters; may be empty',
    cell: plainText(30),
    wrong: 'must be at most 30 characters on one line',
  },
  permits: {
    mayBeLeftOut: true,
    meaning: 'numbers of side sewer permits, with spaces between; may be empty',
    cell: permits,
  },
  notes: {
    mayBeLeftOut: true,
    meaning: 'what the office wants the counter to know, up to 400 characters; may be empty',
    cell: screened(plainText(400)),
    wrong: 'must be at most 400 characters on one line, without a card number',
  },
} as const satisfies Columns;

export type AccountRow = Row<typeof ACCOUNT_COLUMNS>;
