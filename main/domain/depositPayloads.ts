import * as z from 'zod';
import { BankTender } from './bankTender.ts';
import { BusinessDay } from './businessDay.ts';
import { Pieces } from './denominations.ts';
import { BagNumber, DepositChecks, DepositLabel, FundShare, PaperCount } from './deposit.ts';
import { FundNumber } from './fundAndBars.ts';
import { Hash } from './hash.ts';
import { AmountTold, DocumentLabel } from './payloadShapes.ts';
import { lineOfText, NAME_MAX } from './text.ts';

/** Batches in one deposit. */
export const DEPOSIT_BATCHES_MAX = 50;

const Deposit = DepositLabel;
const Bag = BagNumber.out;
const Person = z.string().max(40);

/**
 * What a deposit was prepared with of one tender of one batch: all there is of it, unless other bank accounts take some of
 * it by fund.
 */
export const PreparedPart = z.strictObject({
  batch: DocumentLabel,
  tender: BankTender,
  cents: z.int().min(1),
  /** What of it stays for other accounts. */
  leftCents: z.int().min(1).optional(),
  /** Where the account takes by fund: what of it is of which. */
  funds: z.array(FundShare).min(1).max(100).optional(),
});
export type PreparedPart = z.infer<typeof PreparedPart>;

/** What was found in a deposit: the cash by its pieces, which checks are not there, and what is by tender. */
const found = {
  deposit: Deposit,
  pieces: Pieces,
  missing: DepositChecks,
  cashCents: AmountTold,
  checkCents: AmountTold,
  moneyOrderCents: AmountTold,
};

/** What a third look found: also, where the account takes by fund, what the missing papers had paid of each, as far as receipts tell. */
const settled = { ...found, missingFunds: z.array(FundShare).min(1).max(100).optional(), mark: Hash };

/** What a bank's validated slip says. */
const slip = {
  deposit: Deposit,
  reference: lineOfText(NAME_MAX),
  day: BusinessDay,
  cents: AmountTold,
  /** Where the county is treasurer: the fund in which the deposit ends. */
  treasurerFund: FundNumber.optional(),
  /** Where it ends there in several funds: what ends in each. */
  treasurerFunds: z.array(FundShare).max(100).optional(),
};

/** What the entries of deposits tell, from the first count to the bank's slip. */
export const depositPayloads = {
  /**
   * The first count of all that these batches hold for one bank account, in one bag under one seal: its parts are what the
   * batches hold, the rest is what was counted. No money moves yet.
   */
  deposit_prepared: z.strictObject({
    deposit: Deposit,
    number: z.int().positive(),
    bankAccount: z.string().max(20),
    parts: z
      .array(PreparedPart)
      .min(1)
      .max(DEPOSIT_BATCHES_MAX * BankTender.options.length),
    pieces: Pieces,
    checks: DepositChecks,
    /** Papers of its batches that were not there; left out where all were. */
    missing: DepositChecks.optional(),
    cashCents: AmountTold,
    checkCents: AmountTold,
    moneyOrderCents: AmountTold,
    /** Null where the checks are sent as images. */
    bag: Bag.nullable(),
    seal: Bag.nullable(),
    firstReceiptAt: z.int().min(0),
    /** Until then it must be on its way to the bank. */
    dueAt: z.int().min(0),
  }),
  /**
   * The second count, blind to the first. Where both found what the batches hold the deposit is made; of a recount, where
   * both found what was deposited.
   */
  deposit_witnessed: z.strictObject({
    deposit: Deposit,
    pieces: Pieces,
    cashCents: AmountTold,
    checks: PaperCount,
    moneyOrders: PaperCount,
    agrees: z.boolean(),
  }),
  /** What a third look found where two counts differ, or are not what the batches hold: the cash by its pieces, and which checks are not there. */
  deposit_resolved: z.strictObject(settled),
  /** It left the office with one of its people, or with a courier of that name. */
  deposit_handed: z.strictObject({
    deposit: Deposit,
    person: Person.nullable(),
    courier: lineOfText(NAME_MAX).nullable(),
  }),
  /**
   * Nobody came for it: the seal was looked at again. Why is told beside. Where it was not whole, that is `seal_broken`
   * today; once nothing followed from it.
   */
  courier_missed: z.strictObject({ deposit: Deposit, seal: Bag, isSealWhole: z.boolean() }),
  /** Nobody came for it, and another seal was read than that on record: it is counted again before it leaves. */
  seal_broken: z.strictObject({ deposit: Deposit, seal: Bag }),
  /** The first of two recounts after its seal was broken, into a bag and under a seal that were never used. */
  deposit_recounted: z.strictObject({ ...found, bag: Bag, seal: Bag }),
  /** What a third look found where the recounts differ, or are not what was deposited. All may be there. */
  recount_resolved: z.strictObject(settled),
  /** It was taken back before it was made: what it held is free again, its bag and seal stay used. Why is told beside. */
  deposit_withdrawn: z.strictObject({ deposit: Deposit }),
  /** Why it left too late, or lies there beyond its time, is told beside. */
  late_deposit_explained: z.strictObject({ deposit: Deposit, dueAt: z.int().min(0) }),
  /** Its checks were sent as images: what the bank answered, and until when the paper is kept. */
  deposit_transmitted: z.strictObject({
    deposit: Deposit,
    confirmation: lineOfText(NAME_MAX),
    destroyAfter: BusinessDay,
  }),
  /** The checks of it are no more. */
  checks_destroyed: z.strictObject({ deposit: Deposit, items: z.int().positive(), cents: AmountTold, mark: Hash }),
  /** What the bank's validated slip says, whether or not it is what was deposited; where not, with a second person's yes. */
  deposit_confirmed: z.strictObject({ ...slip, mark: Hash.optional() }),
  /** What the slip says after all. Why it was told wrongly before is told beside. */
  confirmation_corrected: z.strictObject({ ...slip, mark: Hash }),
} as const;
