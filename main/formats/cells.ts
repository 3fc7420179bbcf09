import * as z from 'zod';
import { readAmount } from '#domain/amountEntry';
import { holdsCardNumber } from '#domain/cardNumber';
import { lineOfText } from '#domain/text';

/** What several columns of files are. A cell is trimmed before it gets here. */

/** Plain text on one line, or nothing. */
export function plainText(lengthMax: number) {
  return z.literal('').or(lineOfText(lengthMax));
}

export function isWithoutCardNumber(text: string): boolean {
  return !holdsCardNumber(text);
}

export const CARD_NUMBER = 'looks like a payment card number, and those never go in here';

/** Dollars and cents above zero, `1264.65` or `1,264.65`, as whole cents. */
export const dollars = z.string().transform((text, context) => {
  const entry = text.includes('+') ? { state: 'wrong' as const, why: 'not_a_number' as const } : readAmount(text);
  if (entry.state === 'amount' && entry.amount > 0) return entry.amount;
  context.addIssue({ code: 'custom', message: entry.state === 'wrong' ? WRONG[entry.why] : 'must be above zero' });
  return z.NEVER;
});

const WRONG = {
  not_a_number: 'must be an amount in dollars, such as 1264.65',
  three_decimals: 'must have at most two decimals',
  negative: 'must not be negative',
  enormous: 'is more than any charge can be',
} as const;
