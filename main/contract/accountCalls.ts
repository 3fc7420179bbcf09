import * as z from 'zod';
import { AccountNumber } from '#domain/account';
import { query } from './definition.ts';
import { AccountHit, AccountView } from './shapes.ts';

export const accountCalls = {
  /**
   * Accounts by any of their fields as one types, by a name that is misspelt, or by a scanned bill line. The best comes
   * first; those that are only alike come last.
   */
  findAccounts: query({
    who: 'signed-in',
    input: { text: z.string().max(100) },
    output: z.strictObject({
      hits: z.array(AccountHit).max(50),
      /** Set when the text was a whole bill line whose check digit is right. `billCents` is what it asks for today. */
      billLine: z.strictObject({ accountNumber: AccountNumber, billCents: z.int().nullable() }).nullable(),
      asOf: z.int(),
    }),
    reads: ['accounts', 'receipts'],
  }),

  account: query({
    who: 'signed-in',
    input: { accountNumber: AccountNumber },
    output: AccountView,
    reads: ['accounts', 'receipts'],
  }),
} as const;
