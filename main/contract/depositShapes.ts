import * as z from 'zod';
import { BankTender } from '#domain/bankTender';
import { BusinessDay } from '#domain/businessDay';

/** One tender through all four places; `bank` is told for the whole deposit alone. */
export const TieRow = z.strictObject({
  tender: BankTender,
  /**
   * Receipts of its batches: issued, less what is void or reversed, with what corrections moved. Of a batch that lies in
   * several deposits one tells the whole, with each break; any other its own share.
   */
  receiptsCents: z.int(),
  /** What the drawers handed over, floats aside. */
  drawersCents: z.int(),
  /** What the office had of it for the deposit. */
  officeCents: z.int(),
  /** What of a whole batch went, or is still to go, to other bank accounts by fund. */
  elsewhereCents: z.int(),
  /** What is in the deposit; null until two counts agree or are settled. */
  depositCents: z.int().nullable(),
});
export type TieRow = z.infer<typeof TieRow>;

/** What each of two counted of one tender. */
export const CountTold = z.strictObject({
  tender: BankTender,
  firstCents: z.int(),
  secondCents: z.int(),
  /** What its batches hold; of a recount after its seal was broken what was deposited. */
  heldCents: z.int(),
  /** How many papers; null for cash. */
  firstItems: z.int().nullable(),
  secondItems: z.int().nullable(),
  /**
   * Cash piece by piece, papers in their number and their total: an equal total alone is not the same. Also with what its
   * batches hold, or of a recount with what was deposited.
   */
  agrees: z.boolean(),
});
export type CountTold = z.infer<typeof CountTold>;

/** How two counts that differed were settled, the first two or two recounts after its seal was broken. */
export const SettledTold = z.strictObject({
  isRecount: z.boolean(),
  personName: z.string(),
  approverName: z.string().nullable(),
  /** Why; null where it was redacted. */
  words: z.string().nullable(),
  /** What was found less what was in it until then. */
  differences: z.array(z.strictObject({ tender: BankTender, cents: z.int() })),
});

/** What a bank's slip says. */
export const SlipTold = z.strictObject({ reference: z.string(), day: BusinessDay, cents: z.int() });
