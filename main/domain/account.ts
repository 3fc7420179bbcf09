import * as z from 'zod';
import { BusinessDay } from './businessDay.ts';
import { ChargeKind } from './chargeKind.ts';
import { BarsCode, FundNumber } from './fundAndBars.ts';
import { ELSEWHERE_MAX, PaymentElsewhere } from './paymentElsewhere.ts';
import { lineOfText, NAME_MAX } from './text.ts';

/** An account number as printed on bills: `40-11872-03`. */
export const AccountNumber = z
  .string()
  .regex(/^[0-9A-Z][0-9A-Z-]{2,19}$/, { error: 'must be 3 to 20 digits, capital letters and dashes' });

export const AccountStatus = z.enum(['active', 'closed']);

/** What the counter must know at a glance. */
export const AccountFlag = z.enum(['no-checks', 'autopay', 'shut-off', 'lien', 'contract', 'commercial']);
export type AccountFlag = z.infer<typeof AccountFlag>;

/** A receipt slip may carry this language beside English. */
export const Language = z.enum(['en', 'es', 'ru', 'vi']);
export type Language = z.infer<typeof Language>;

/** What is still open of one charge. `chargeId` is given by the ledger and never used again. */
export const OpenCharge = z.strictObject({
  chargeId: z.int().positive(),
  kind: ChargeKind,
  /** `Sep–Oct 2026`, `installment 3 of 6`, … */
  period: z.string().max(NAME_MAX),
  dueDay: BusinessDay,
  openCents: z.int().positive(),
  fund: FundNumber,
  bars: BarsCode,
});
export type OpenCharge = z.infer<typeof OpenCharge>;

/** Who an account belongs to and where it is. Empty text where the district's file had none. */
export const AccountHolder = z.strictObject({
  accountNumber: AccountNumber,
  customer: lineOfText(NAME_MAX),
  serviceAddress: z.string().max(120),
  mailingAddress: z.string().max(160),
  parcel: z.string().max(30),
  phone: z.string().max(30),
  email: z.string().max(120),
  status: AccountStatus,
  language: Language,
  flags: z.array(AccountFlag).max(10),
  /** The number of its contract or payment plan. */
  contract: z.string().max(30),
  permits: z.array(z.string().min(1).max(30)).max(50),
  /** What the office wants the counter to know. */
  notes: z.string().max(400),
});
export type AccountHolder = z.infer<typeof AccountHolder>;

/**
 * One account as the ledger sends it down and as the station keeps it: holder, open charges, unapplied credit, what was
 * paid elsewhere, and how far this station's own journal is already in these figures, so that nothing is subtracted twice
 * (design §7).
 */
export const AccountDelta = AccountHolder.extend({
  charges: z.array(OpenCharge).max(1_000),
  /** Below zero where the same credit was spent at two stations before they knew of one another. */
  unappliedCents: z.int(),
  /** The last payments that are not in the asking station's own journal, the latest first. */
  payments: z.array(PaymentElsewhere).max(ELSEWHERE_MAX),
  /** The last entry of the asking station that these figures include; 0:0 when none. */
  appliedThrough: z.strictObject({ epoch: z.int().min(0), sequence: z.int().min(0) }),
});
export type AccountDelta = z.infer<typeof AccountDelta>;
