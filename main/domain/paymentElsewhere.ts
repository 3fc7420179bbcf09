import * as z from 'zod';
import { CENTS_MAX } from './money.ts';
import { TenderKind } from './tenderKind.ts';

/** No account comes down with more payments than these: enough to answer whether one has arrived. */
export const ELSEWHERE_MAX = 5;

/** What was done to a receipt since it was issued. After a `refund` nothing of it stands; after one in part something does. */
export const Undone = z.enum(['void', 'correction', 'reversal', 'refund', 'refund_in_part']);
export type Undone = z.infer<typeof Undone>;

/** A payment on an account whose receipt is in another journal than the station's own. Nothing of it is personal. */
export const PaymentElsewhere = z.strictObject({
  label: z.string().min(1).max(24),
  /** Instant (ms) when its own station recorded it. */
  issuedAt: z.int(),
  /** The account's part of the receipt, also what waits as its credit. */
  cents: z.int().min(1).max(CENTS_MAX),
  /** What it was paid with, each kind once, as it was issued. */
  tenders: z.array(TenderKind).max(TenderKind.options.length),
  /** What was done last to the account's part of it. */
  undone: Undone.nullable(),
});
export type PaymentElsewhere = z.infer<typeof PaymentElsewhere>;
