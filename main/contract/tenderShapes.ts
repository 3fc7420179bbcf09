import * as z from 'zod';
import { AccountNumber } from '#domain/account';
import { AMOUNT_MAX } from '#domain/money';
import { Warning } from '#domain/receipt';
import {
  ApprovalCode,
  CardBrand,
  CardLastFour,
  CheckForm,
  CheckNumber,
  MoneyOrderIssuer,
  Routing,
} from '#domain/tender';

/** What is paid, counted, or read off a slip: the bound that the door sets to every amount of every call (`plausible.ts`). */
export const Amount = z.int().min(1).max(AMOUNT_MAX).describe('cents');
export const AmountOrNone = z.int().min(0).max(AMOUNT_MAX).describe('cents');

/** What the payer hands over. A check's bank account is sealed before anything is written; a card is known by its last four. */
export const OfferedTender = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), cents: Amount }),
  z.strictObject({
    kind: z.literal('check'),
    cents: Amount,
    form: CheckForm.default('check'),
    checkNumber: CheckNumber,
    routing: Routing,
    bankAccount: z.string().regex(/^\d{3,17}$/, { error: 'must be 3 to 17 digits' }),
  }),
  z.strictObject({ kind: z.literal('money-order'), cents: Amount, issuer: MoneyOrderIssuer, serial: CheckNumber }),
  z.strictObject({
    kind: z.literal('card'),
    cents: Amount,
    brand: CardBrand,
    lastFour: CardLastFour,
    approvalCode: ApprovalCode,
  }),
  z.strictObject({ kind: z.literal('credit'), cents: Amount, accountNumber: AccountNumber }),
]);
export type OfferedTender = z.infer<typeof OfferedTender>;

/** What must be seen before tenders count, each with its sentence. */
export const ToldWarnings = z.array(z.strictObject({ warning: Warning, sentence: z.string() }));
