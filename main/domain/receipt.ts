import * as z from 'zod';
import { AccountNumber } from './account.ts';
import { BusinessDay } from './businessDay.ts';
import { BarsCode, ChargeKind, FundNumber } from './district.ts';
import { CENTS_MAX, type Cents, cents, sum } from './money.ts';
import { CardBrand } from './tender.ts';
import { lineOfText, NAME_MAX } from './text.ts';

export const LINES_MAX = 50;
export const TENDERS_MAX = 20;

const Amount = z.int().min(1).max(CENTS_MAX);

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

/** One purpose on a receipt: a payment on an account. `charges` and `unappliedCents` sum to `cents`. */
export const ReceiptLine = z.strictObject({
  kind: z.literal('account'),
  accountNumber: AccountNumber,
  cents: Amount,
  charges: z.array(PaidCharge).max(1_000),
  unappliedCents: z.int().min(0).max(CENTS_MAX),
});
export type ReceiptLine = z.infer<typeof ReceiptLine>;

/** What stays in the drawer of one tender, as the journal keeps it. `cents` is what was kept. */
export const Tender = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cash'),
    cents: z.int().min(0).max(CENTS_MAX),
    tenderedCents: Amount,
    changeCents: z.int().min(0).max(CENTS_MAX),
  }),
  z.strictObject({
    kind: z.literal('check'),
    cents: Amount,
    checkNumber: z.string().regex(/^\d{1,15}$/),
    routing: z.string().regex(/^\d{9}$/),
    /** The bank account, sealed to the district's public key; this station cannot read it back. */
    sealedAccount: z.string().max(500),
    lastFour: z.string().regex(/^\d{1,4}$/),
  }),
  z.strictObject({
    kind: z.literal('card'),
    cents: Amount,
    brand: CardBrand,
    lastFour: z.string().regex(/^\d{4}$/),
    approvalCode: z.string().regex(/^[0-9A-Za-z]{2,12}$/),
  }),
]);
export type Tender = z.infer<typeof Tender>;

/** A receipt as the journal keeps it. The payer's name is personal and stands beside (design §6). */
export const Receipt = z.strictObject({
  number: z.int().positive(),
  label: z.string().max(24),
  drawer: z.string().max(24),
  batch: z.string().max(24),
  lines: z.array(ReceiptLine).min(1).max(LINES_MAX),
  tenders: z.array(Tender).min(1).max(TENDERS_MAX),
  payments: z
    .array(z.strictObject({ line: z.int().min(0), tender: z.int().min(0), cents: Amount }))
    .min(1)
    .max(LINES_MAX * TENDERS_MAX),
  totalCents: Amount,
  changeCents: z.int().min(0).max(CENTS_MAX),
  /** Instant (ms) since when the ledger had not answered, or null: printed on a slip taken offline. */
  offlineSince: z.int().nullable(),
  /** Instant (ms) of what the station knew of accounts and charges. */
  accountsAsOf: z.int(),
});
export type Receipt = z.infer<typeof Receipt>;

/** Why a receipt is void. A closed list, so that reports can count it; the words beside it are free. */
export const VoidReason = z.enum([
  'wrong_account',
  'wrong_amount',
  'wrong_tender',
  'payer_changed_mind',
  'test_or_other',
]);
export type VoidReason = z.infer<typeof VoidReason>;

/** Who paid, where it is told from the account's customer. Covered by the entry's personal digest, and redactable. */
export const PayerName = lineOfText(NAME_MAX);

/** The cash that a receipt brought and a void gives back. Checks go back as paper, cards on the terminal. */
export function cashIn(receipt: Receipt): Cents {
  return sum(receipt.tenders.filter((tender) => tender.kind === 'cash').map((tender) => cents(tender.cents)));
}
