import * as z from 'zod';
import { BankAccount } from '#domain/bankAccount';
import { BankTender } from '#domain/bankTender';
import { BusinessDay, DayAsked } from '#domain/businessDay';
import { Pieces } from '#domain/denominations';
import {
  BagNumber,
  DepositCheck,
  DepositChecks,
  DepositLabel,
  DepositState,
  isPile,
  NO_PILE,
  PaperCount,
} from '#domain/deposit';
import { DEPOSIT_BATCHES_MAX } from '#domain/depositPayloads';
import { FundNumber } from '#domain/fundAndBars';
import { Hash } from '#domain/hash';
import { lineOfText, NAME_MAX, WORDS_MAX } from '#domain/text';
import { officeCommand, officeQuery } from './definition.ts';
import { DepositListed } from './depositListed.ts';
import { CountTold } from './depositShapes.ts';
import { DepositShown } from './depositShown.ts';
import { Approval, Label } from './shapes.ts';
import { AmountOrNone } from './tenderShapes.ts';

const AT_THE_SAFE = ['supervisor', 'finance'] as const;
const SEES = [...AT_THE_SAFE, 'auditor'] as const;
/** The second count is blind, so a cashier may do it. */
const COUNTS = ['cashier', ...AT_THE_SAFE] as const;

/** Deposits on one page. */
export const DEPOSITS_MAX = 200;

const Part = z.strictObject({ batch: Label, tender: BankTender, cents: z.int() });
/** To which bank account it goes. */
const routed = { account: z.string() };

const Running = z.strictObject({
  ...{ firstReceiptAt: z.int(), dueAt: z.int(), isLate: z.boolean(), batches: z.int() },
  /** How many of these batches lie in a deposit already that two counts have not made yet. */
  bagged: z.int(),
});

/** What a pile of papers can be: entries from before may tell others. */
const Pile = PaperCount.refine(isPile, NO_PILE);
const counting = { deposit: DepositLabel, pieces: Pieces };
const slip = {
  reference: lineOfText(NAME_MAX),
  day: DayAsked,
  cents: AmountOrNone,
};
const because = { deposit: DepositLabel, reason: lineOfText(WORDS_MAX) };
const resolving = { ...counting, missing: DepositChecks, reason: lineOfText(WORDS_MAX) };

/** From approved batches to the bank: counted by two people, in one bag, within its time. */
export const depositCalls = {
  /** What can be deposited: approved batches, what of each waits, and every check that their closes tell. */
  depositable: officeQuery({
    who: AT_THE_SAFE,
    input: {},
    output: z.strictObject({
      bankAccounts: z.array(BankAccount),
      /** The district's funds, by which accounts may take. */
      funds: z.array(z.strictObject({ fund: FundNumber, name: z.string() })),
      batches: z.array(
        z.strictObject({
          batch: Label,
          businessDay: BusinessDay,
          /** Null where everything came in beside receipts. */
          firstReceipt: z.strictObject({ label: Label, at: z.int(), dueAt: z.int() }).nullable(),
          cashierName: z.string(),
          approvedByName: z.string(),
          /** Cents are null of cash where the district counts blind: whoever asks is who counts it next. */
          parts: z.array(Part.extend({ ...routed, cents: z.int().nullable() })),
          checks: z.array(DepositCheck.extend(routed)),
        }),
      ),
    }),
    reads: ['office'],
  }),

  /**
   * The first count of a deposit of all that approved batches hold for one account: cash by its pieces as it was counted,
   * every check that is there, bag and seal. What is not there is on record, and settled after the second count.
   */
  prepareDeposit: officeCommand({
    who: AT_THE_SAFE,
    input: {
      bankAccount: lineOfText(20),
      batches: z.array(Label).min(1).max(DEPOSIT_BATCHES_MAX),
      pieces: Pieces,
      checks: DepositChecks,
      /** Papers of the batches that are not there. */
      missing: DepositChecks.optional(),
      /** Neither where the account takes images of checks. */
      bag: BagNumber.optional(),
      seal: BagNumber.optional(),
    },
    output: z.strictObject({ deposit: DepositLabel, totalCents: z.int(), dueAt: z.int() }),
    touches: ['office'],
  }),

  /** The second count, by somebody else who has not seen the first. Where both are what the batches hold the deposit is made. */
  witnessDeposit: officeCommand({
    who: COUNTS,
    input: { ...counting, checks: Pile, moneyOrders: Pile },
    output: z.strictObject({ deposit: DepositLabel, state: DepositState, counts: z.array(CountTold) }),
    touches: ['office'],
  }),

  /** What settling two counts that differ, or are not what the deposit must hold, would post, and the mark of it. */
  depositResolution: officeQuery({
    who: AT_THE_SAFE,
    input: resolving,
    output: z.strictObject({
      foundCents: z.int(),
      /** Found − held, by tender: what goes to over or short, or to the difference of checks. */
      unexplained: z.array(z.strictObject({ tender: BankTender, cents: z.int() })),
      mark: Hash,
    }),
    reads: ['office'],
  }),

  /** Settles two counts that differ, or are not what its batches hold or what was deposited, by a third. Needs a second person who did neither. */
  resolveDeposit: officeCommand({
    who: AT_THE_SAFE,
    input: { ...resolving, approval: Approval.optional() },
    output: z.strictObject({ deposit: DepositLabel, state: DepositState, totalCents: z.int() }),
    touches: ['office'],
  }),

  /** Takes back a deposit that is not made: what it held is free for another one; its bag and its seal stay used. */
  withdrawDeposit: officeCommand({
    who: AT_THE_SAFE,
    input: because,
    output: z.strictObject({ deposit: DepositLabel, state: DepositState }),
    touches: ['office'],
  }),

  /** Why a deposit left too late, or lies there beyond its time. */
  explainLateDeposit: officeCommand({
    who: AT_THE_SAFE,
    input: because,
    output: z.strictObject({ deposit: DepositLabel }),
    touches: ['office'],
  }),

  /** Gives a deposit to whoever carries it: one of the office's people, or a courier by name. */
  handToCourier: officeCommand({
    who: AT_THE_SAFE,
    input: {
      deposit: DepositLabel,
      carrier: z.union([z.strictObject({ person: lineOfText(40) }), z.strictObject({ courier: lineOfText(NAME_MAX) })]),
    },
    output: z.strictObject({ deposit: DepositLabel, state: DepositState, isLate: z.boolean() }),
    touches: ['office'],
  }),

  /**
   * Nobody came for a deposit: its seal is read again, and the exception stays on record. Where it is another, two people
   * count the deposit again before it leaves. Of one that has left `isBack` says that it came back: who does not know that
   * it has left is told so.
   */
  courierMissed: officeCommand({
    who: AT_THE_SAFE,
    input: { deposit: DepositLabel, seal: BagNumber, reason: lineOfText(WORDS_MAX), isBack: z.boolean().optional() },
    output: z.strictObject({ deposit: DepositLabel, isSealWhole: z.boolean(), dueAt: z.int() }),
    touches: ['office'],
  }),

  /** The first of two recounts of a deposit whose seal was broken, in a new bag: the second is `witnessDeposit`. */
  recountDeposit: officeCommand({
    who: AT_THE_SAFE,
    input: { ...counting, missing: DepositChecks, bag: BagNumber, seal: BagNumber },
    output: z.strictObject({ deposit: DepositLabel, state: DepositState }),
    touches: ['office'],
  }),

  /** The images of a deposit's checks were sent, and the bank has answered with a number. */
  transmitDeposit: officeCommand({
    who: AT_THE_SAFE,
    input: { deposit: DepositLabel, confirmation: lineOfText(NAME_MAX) },
    output: z.strictObject({
      deposit: DepositLabel,
      state: DepositState,
      isLate: z.boolean(),
      destroyAfter: BusinessDay,
    }),
    touches: ['office'],
  }),

  /** The checks of a deposit that may be destroyed, and the mark of it. */
  destruction: officeQuery({
    who: AT_THE_SAFE,
    input: { deposit: DepositLabel },
    output: z.strictObject({ items: z.int(), cents: z.int(), destroyAfter: BusinessDay, mark: Hash }),
    reads: ['office'],
  }),

  /** Two people destroyed the checks that were sent as images. */
  destroyChecks: officeCommand({
    who: AT_THE_SAFE,
    input: { deposit: DepositLabel, approval: Approval.optional() },
    output: z.strictObject({ deposit: DepositLabel, items: z.int() }),
    touches: ['office'],
  }),

  /** What of a bank's slip differs from what was deposited, and the mark of it; with a reason where it is put right. */
  confirmation: officeQuery({
    who: AT_THE_SAFE,
    input: { deposit: DepositLabel, ...slip, reason: lineOfText(WORDS_MAX).optional() },
    output: z.strictObject({ depositedCents: z.int(), differenceCents: z.int(), mark: Hash }),
    reads: ['office'],
  }),

  /** What the bank's validated slip says, or the county's receipt. What differs needs a second person, and is kept as it is. */
  confirmDeposit: officeCommand({
    who: AT_THE_SAFE,
    input: { deposit: DepositLabel, ...slip, approval: Approval.optional() },
    output: z.strictObject({ deposit: DepositLabel, state: DepositState, differenceCents: z.int() }),
    touches: ['office'],
  }),

  /** Puts right what was told of a slip, with a second person's yes. */
  correctConfirmation: officeCommand({
    who: AT_THE_SAFE,
    input: { deposit: DepositLabel, ...slip, reason: lineOfText(WORDS_MAX), approval: Approval.optional() },
    output: z.strictObject({ deposit: DepositLabel, differenceCents: z.int() }),
    touches: ['office'],
  }),

  /** Deposits without their amounts, the newest first, and how long what waits may still wait. */
  deposits: officeQuery({
    who: [...COUNTS, 'auditor'],
    input: {
      states: z.array(DepositState).min(1).max(DepositState.options.length).optional(),
      /** Only those that left too late, or are there beyond their time. */
      late: z.boolean().optional(),
      /** The last of the page before. */
      after: DepositLabel.optional(),
      most: z.int().min(1).max(DEPOSITS_MAX).optional(),
    },
    output: z.strictObject({
      /** What is in no deposit that is made, open drawers included; null where nothing waits. */
      waiting: Running.nullable(),
      /** Deposits that lie ready: counted, and still in the office. */
      ready: z.int(),
      deposits: z.array(DepositListed).max(DEPOSITS_MAX),
      more: z.boolean(),
    }),
    reads: ['office'],
  }),

  /** All of one deposit, and the tie from receipts to the bank as far as it is known. */
  deposit: officeQuery({
    who: SEES,
    input: { deposit: DepositLabel },
    output: DepositShown,
    reads: ['office'],
  }),
} as const;
