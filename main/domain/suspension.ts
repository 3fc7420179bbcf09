import * as z from 'zod';
import { AccountNumber } from './account.ts';
import { FundAndBars } from './fundAndBars.ts';
import { FIELDS_MAX, NamedWhy, QUANTITY_MAX } from './line.ts';
import { CENTS_MAX } from './money.ts';
import { lineOfText, NAME_MAX, textOrNone } from './text.ts';

const Amount = z.int().min(1).max(CENTS_MAX).describe('cents');

/** What the payer wants to pay, as it is asked for: the station looks up the rest when it takes the payment. */
export const AskedAccount = z.strictObject({
  kind: z.literal('account'),
  accountNumber: AccountNumber,
  cents: Amount,
  /** The charges that the payer named; left out, the district's policy decides. */
  charges: z
    .array(z.strictObject({ chargeId: z.int().positive(), cents: Amount }))
    .min(1)
    .max(100)
    .optional(),
  /** Why the charges were named; `payer_named` when left out. */
  namedWhy: NamedWhy.optional(),
});

/** A receipt type with its fields told; the amount must be what its price says, unless the price is open. */
export const AskedFee = z.strictObject({
  kind: z.literal('fee'),
  code: lineOfText(32),
  quantity: z.int().min(1).max(QUANTITY_MAX),
  cents: Amount,
  /** One answer for each field of the type, in its order; empty where an optional one is left out. */
  told: z.array(textOrNone(NAME_MAX)).max(FIELDS_MAX),
  accountNumber: AccountNumber.optional(),
  /** Where the money goes, for a type that leaves it to the cashier. */
  goesTo: FundAndBars.optional(),
});

/** An account or bill that was not found: taken all the same. */
export const AskedSuspense = z.strictObject({
  kind: z.literal('suspense'),
  cents: Amount,
  name: lineOfText(NAME_MAX),
  address: lineOfText(NAME_MAX),
  /** Empty where the payer did not know it. */
  parcel: textOrNone(30),
});

export const AskedLine = z.discriminatedUnion('kind', [AskedAccount, AskedFee, AskedSuspense]);
export type AskedLine = z.infer<typeof AskedLine>;

/** A line of a payment that was set aside. Who money in suspense came from is personal and stands beside the entry. */
export const SuspendedLine = z.discriminatedUnion('kind', [
  AskedAccount,
  AskedFee,
  AskedSuspense.omit({ name: true, address: true }),
]);
export type SuspendedLine = z.infer<typeof SuspendedLine>;
