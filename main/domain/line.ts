import * as z from 'zod';
import { AccountNumber } from './account.ts';
import { BusinessDay } from './businessDay.ts';
import { ChargeKind } from './chargeKind.ts';
import { BarsCode, FundNumber } from './fundAndBars.ts';
import { CENTS_MAX } from './money.ts';
import { OtherNames } from './otherNames.ts';
import { lineOfText, NAME_MAX } from './text.ts';

const Amount = z.int().min(1).max(CENTS_MAX);

/** More of one thing on one line is a slip of the finger. */
export const QUANTITY_MAX = 9_999;
export const FIELDS_MAX = 12;

/** Why the payer's word and not the district's policy decided which charges are paid. */
export const NamedWhy = z.enum(['payer_named', 'bill_scanned', 'payment_plan', 'dispute']);
export type NamedWhy = z.infer<typeof NamedWhy>;

/** A part of a payment that pays one charge; enough of the charge is kept to print and to post without looking it up. */
export const PaidCharge = z.strictObject({
  chargeId: z.int().positive(),
  kind: ChargeKind,
  period: z.string().max(NAME_MAX),
  dueDay: BusinessDay,
  fund: FundNumber,
  bars: BarsCode,
  cents: Amount,
});
export type PaidCharge = z.infer<typeof PaidCharge>;

/** A payment on an account. `charges` and `unappliedCents` sum to `cents`. */
export const AccountLine = z.strictObject({
  kind: z.literal('account'),
  accountNumber: AccountNumber,
  cents: Amount,
  charges: z.array(PaidCharge).max(1_000),
  unappliedCents: z.int().min(0).max(CENTS_MAX),
  /** Null when the district's policy spread the payment. */
  namedWhy: NamedWhy.nullable(),
});
export type AccountLine = z.infer<typeof AccountLine>;

/** One answer to a field of a receipt type: `Permit number`, `SS-2026-0412`. */
export const ToldField = z.strictObject({ field: lineOfText(40), told: lineOfText(NAME_MAX) });
export type ToldField = z.infer<typeof ToldField>;

/** How much of a line goes to one fund and BARS code. */
export const Share = z.strictObject({ fund: FundNumber, bars: BarsCode, cents: Amount });
export type Share = z.infer<typeof Share>;

/** What a receipt type is for: a permit, a fee by schedule, a deposit, a miscellaneous receipt. `shares` sum to `cents`. */
export const FeeLine = z.strictObject({
  kind: z.literal('fee'),
  code: z.string().max(32),
  name: lineOfText(NAME_MAX),
  /** The same in other languages, where the district gives it: a slip printed again says what it said. */
  names: OtherNames.optional(),
  /** The account it belongs to, where the type asks for one. It pays nothing on it. */
  accountNumber: AccountNumber.nullable(),
  told: z.array(ToldField).max(FIELDS_MAX),
  quantity: z.int().min(1).max(QUANTITY_MAX),
  cents: Amount,
  shares: z.array(Share).min(1).max(10),
  /** A slip of its own prints beside the receipt. */
  prints: z.enum(['nothing', 'permit']),
});
export type FeeLine = z.infer<typeof FeeLine>;

/**
 * Money whose owner was not found: a liability until a person in the office says whose it is. Name and address, as the
 * payer told them, are personal and stand beside the entry.
 */
export const SuspenseLine = z.strictObject({
  kind: z.literal('suspense'),
  parcel: z.string().max(30),
  cents: Amount,
});
export type SuspenseLine = z.infer<typeof SuspenseLine>;

/** One purpose on a receipt. */
export const ReceiptLine = z.discriminatedUnion('kind', [AccountLine, FeeLine, SuspenseLine]);
export type ReceiptLine = z.infer<typeof ReceiptLine>;

export function isAccountLine(line: ReceiptLine): line is AccountLine {
  return line.kind === 'account';
}

/** Whether a permit is printed for this line. */
export function isPermit(line: ReceiptLine): line is FeeLine {
  return line.kind === 'fee' && line.prints === 'permit';
}

/** The account that a line is of; null of one that is of none. */
export function accountOfLine(line: ReceiptLine): string | null {
  return line.kind === 'suspense' ? null : line.accountNumber;
}

/** Whether any line paid charges: a receipt of credit, fees or suspense alone has none that a void opens again. */
export function hasCharges(lines: readonly ReceiptLine[]): boolean {
  return lines.some((line) => isAccountLine(line) && line.charges.length > 0);
}
