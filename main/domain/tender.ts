import * as z from 'zod';
import { AccountNumber } from './account.ts';
import { CENTS_MAX } from './money.ts';
import { TenderKind } from './tenderKind.ts';

/** The tenders that lie in a drawer, each an account of it. */
export const DrawerTender = TenderKind.exclude(['credit']);
export type DrawerTender = z.infer<typeof DrawerTender>;

export const CardBrand = z.enum(['visa', 'mastercard', 'amex', 'discover', 'other']);
export type CardBrand = z.infer<typeof CardBrand>;

/** Who sells money orders at a US counter. */
export const MoneyOrderIssuer = z.enum(['usps', 'western-union', 'moneygram', 'other']);
export type MoneyOrderIssuer = z.infer<typeof MoneyOrderIssuer>;

/** A cashier's check is drawn by the bank on itself. */
export const CheckForm = z.enum(['check', 'cashiers']);
export type CheckForm = z.infer<typeof CheckForm>;

const Amount = z.int().min(1).max(CENTS_MAX);

export const CheckNumber = z.string().regex(/^\d{1,15}$/, { error: 'must be digits' });
export const Routing = z.string().regex(/^\d{9}$/, { error: 'must be nine digits' });
export const CardLastFour = z.string().regex(/^\d{4}$/, { error: 'must be the last four digits only' });
export const ApprovalCode = z.string().regex(/^[0-9A-Za-z]{2,12}$/, { error: 'must be 2 to 12 letters or digits' });

/** What stays of one tender, as the journal keeps it. `cents` is what was kept. */
export const Tender = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cash'),
    cents: z.int().min(0).max(CENTS_MAX),
    tenderedCents: Amount,
    changeCents: z.int().min(0).max(CENTS_MAX),
    /** Cash kept − what it pays: −2 to 2 where a district rounds cash, otherwise 0. */
    roundingCents: z.int().min(-2).max(2),
  }),
  z.strictObject({
    kind: z.literal('check'),
    cents: Amount,
    form: CheckForm,
    checkNumber: CheckNumber,
    routing: Routing,
    /** The bank account, sealed to the district's public key; this station cannot read it back. */
    sealedAccount: z.string().max(500),
    lastFour: z.string().regex(/^\d{1,4}$/),
    /** Keyed hash of routing, account and number: the same paper is known again without its account (design §8). */
    paper: z.string().regex(/^[0-9a-f]{32}$/),
  }),
  z.strictObject({
    kind: z.literal('money-order'),
    cents: Amount,
    issuer: MoneyOrderIssuer,
    serial: CheckNumber,
    paper: z.string().regex(/^[0-9a-f]{32}$/),
  }),
  z.strictObject({
    kind: z.literal('card'),
    cents: Amount,
    brand: CardBrand,
    lastFour: CardLastFour,
    approvalCode: ApprovalCode,
  }),
  z.strictObject({ kind: z.literal('credit'), cents: Amount, accountNumber: AccountNumber }),
]);
export type Tender = z.infer<typeof Tender>;

/** The tray opens for cash and paper; a card or credit alone needs no tray. */
export function opensTray(tenders: readonly Tender[]): boolean {
  return tenders.some((tender) => tender.kind !== 'card' && tender.kind !== 'credit');
}

export function isCredit(tender: Tender): tender is Extract<Tender, { kind: 'credit' }> {
  return tender.kind === 'credit';
}
