import * as z from 'zod';
import { AccountNumber } from '#domain/account';
import { query } from './definition.ts';
import { AccountHit, AccountView } from './shapes.ts';

export const accountCalls = {
  /** Accounts by number, name, service address, phone or parcel as one types, or by a scanned bill line. The best comes first. */
  findAccounts: query({
    who: 'signed-in',
    input: { text: z.string().max(100) },
    output: z.strictObject({
      hits: z.array(AccountHit).max(50),
      /** Set when the text was a whole bill line whose check digit is right. */
      billLine: z.strictObject({ accountNumber: AccountNumber, netCents: z.int().nullable() }).nullable(),
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
