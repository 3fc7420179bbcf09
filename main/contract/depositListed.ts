import * as z from 'zod';
import { BankTender } from '#domain/bankTender';
import { BusinessDay } from '#domain/businessDay';
import { DepositLabel, DepositState } from '#domain/deposit';

/** A deposit as lists show it: without its amount, which is the first count until the second is there. */
export const DepositListed = z.strictObject({
  deposit: DepositLabel,
  state: DepositState,
  /** What the bank confirmed less what was deposited; null until it is confirmed. */
  differenceCents: z.int().nullable(),
  bankAccount: z.string(),
  bankAccountName: z.string(),
  /** Null for an account that the district has no more. */
  lastFour: z.string().nullable(),
  /** What its account takes: a second count is asked for these alone. All, where the district has it no more. */
  tenders: z.array(BankTender).max(BankTender.options.length),
  /** The county is the treasurer: what it says is its receipt, and no bank's slip. */
  isCounty: z.boolean(),
  /** Null where its checks are sent as images. */
  bag: z.string().nullable(),
  businessDay: BusinessDay,
  preparedAt: z.int(),
  preparerName: z.string(),
  /** Counted first by who asks, who then cannot be the second to count it. */
  isYours: z.boolean(),
  firstReceiptAt: z.int(),
  /** Until then it must leave the office. */
  dueAt: z.int(),
  handedAt: z.int().nullable(),
  /** It left too late, or is there beyond its time. */
  isLate: z.boolean(),
  /** Why it is late, once that is on record; without words where they were redacted. */
  lateReason: z.strictObject({ words: z.string().nullable() }).nullable(),
});
