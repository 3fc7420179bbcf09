import * as z from 'zod';
import { BankAccounts } from './bankAccount.ts';
import { BusinessDay } from './businessDay.ts';
import { ChargeKind } from './chargeKind.ts';
import { BarsCode, FundNumber } from './fundAndBars.ts';
import { ReceiptType } from './receiptType.ts';
import { Role } from './role.ts';
import { Standing } from './standing.ts';
import { DrawerTender } from './tender.ts';
import { lineOfText, NAME_MAX } from './text.ts';

/** A fund of the district: `401`, and how its charges are booked. */
export const Fund = z.strictObject({
  fund: FundNumber,
  name: lineOfText(NAME_MAX),
  /** `cash`: a payment is revenue. `accrual`: a payment clears the receivable named here. */
  basis: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cash') }),
    z.strictObject({ kind: z.literal('accrual'), receivable: BarsCode }),
  ]),
});

/** One account of the chart: a fund and a BARS code. */
export const ChartAccount = z.strictObject({
  fund: FundNumber,
  bars: BarsCode,
  name: lineOfText(NAME_MAX),
});

/** The layout of a printed bill line: widths in digits, in this order, and how its check digit is made. */
export const ScanlineTemplate = z.strictObject({
  name: lineOfText(NAME_MAX),
  fields: z
    .array(
      z.strictObject({
        field: z.enum(['account', 'date', 'rate', 'gross', 'net', 'check']),
        digits: z.int().min(1).max(20),
      }),
    )
    .min(2)
    .max(12),
  /** Repeated over the digits from the left, check digit left out. */
  weights: z.array(z.int().min(1).max(9)).min(1).max(10),
  /** A product of two digits counts as the sum of its digits. */
  digitSum: z.boolean(),
  modulus: z.int().min(2).max(11),
  /**
   * How the date field, of six digits, writes the due date: after that day the gross amount is asked for. Left out, it
   * is always the net amount.
   */
  grossAfter: z.enum(['mmddyy', 'ddmmyy', 'yymmdd']).optional(),
});
export type ScanlineTemplate = z.infer<typeof ScanlineTemplate>;

/** Days for which checks are kept that were sent as images, where the district says nothing else. */
const DESTROY_AFTER_DAYS = 14;

const limit = (describe: string) => z.int().min(0).max(1_000_000_000).describe(describe);

/** The most of one tender on one receipt, while the ledger answers and while it does not. Beyond it a supervisor decides. */
const TenderLimit = z.strictObject({
  onlineMaxCents: limit('of one receipt while online'),
  offlineMaxCents: limit('of one receipt while offline'),
});

/** Whether what is due in cash is rounded to the nearest five cents (rules.md, SHB 2334). */
export const CashRounding = z.enum(['exact', 'nearest-five']);

/** All that the counter must know of its district. Every amount is in cents. A policy is dated and never edited, only followed by a later one. */
export const Policy = z.strictObject({
  /** The district's short mark, part of every key at the ledger. */
  district: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, { error: 'must be small letters, digits and dashes' }),
  name: lineOfText(NAME_MAX),
  /** Printed on top of every slip, after the name. */
  header: z.array(lineOfText(NAME_MAX)).max(4),
  footer: z.array(lineOfText(NAME_MAX)).max(4),
  timeZone: z.string().max(60),
  effectiveFrom: BusinessDay,
  resolution: lineOfText(NAME_MAX),
  funds: z.array(Fund).min(1).max(100),
  chart: z.array(ChartAccount).min(1).max(2_000),
  /** Where the journal's own accounts stand in the chart. */
  standing: Standing,
  allocationOrder: z.array(ChargeKind).length(ChargeKind.options.length),
  limits: z.strictObject({
    receiptMaxCents: limit('a receipt above this is a slip of the finger'),
    overShortReasonBeyondCents: limit('a difference beyond this needs a reason'),
    overShortApprovalBeyondCents: limit('a difference beyond this needs a supervisor'),
    floatMaxCents: limit('no drawer opens with more'),
    pinAttemptsMax: z.int().min(3).max(10),
    pinLockMinutes: z.int().min(1).max(1_440),
    tenders: z.record(DrawerTender, TenderLimit),
    currencyReportCents: limit('currency of one payer within 24 hours or 12 months beyond which a report may be due'),
    refundCashMaxCents: limit('a refund above this does not leave the drawer as cash'),
    dropAskedAtCents: limit('cash in a drawer from which on a drop is asked for; 0: never').default(0),
    checkClearsAfterDays: z.int().min(0).max(60).describe('banking days before what a check paid is refunded'),
  }),
  cashRounding: CashRounding,
  /** `blind`, as by default: whoever counts a drawer does not see what is expected in it. */
  counting: z.strictObject({ blind: z.boolean() }).default({ blind: true }),
  /** The most that is paid out of a drawer at once; null, as by default: nothing is, and deposits go to the bank whole. */
  paidOut: z
    .strictObject({ maxCents: limit('paid out of a drawer at once') })
    .nullable()
    .default(null),
  bankAccounts: BankAccounts,
  deposits: z
    .strictObject({
      hoursMax: z.int().min(1).max(168).describe('after its first receipt a deposit must be on its way'),
      exceptions: z
        .array(
          z
            .strictObject({
              from: BusinessDay,
              through: BusinessDay,
              hours: z.int().min(1).max(168).describe('from a first receipt of those days on'),
              by: lineOfText(NAME_MAX).describe('who allowed it in writing, and when'),
            })
            .refine(({ from, through }) => from <= through, { error: 'must not end before it begins' }),
        )
        .max(100)
        .default([]),
      destroyAfterDays: z
        .int()
        .min(1)
        .max(90)
        .default(DESTROY_AFTER_DAYS)
        .describe('for how long checks are kept that were sent as images'),
    })
    .default({ hoursMax: 24, exceptions: [], destroyAfterDays: DESTROY_AFTER_DAYS }),
  receiptTypes: z.array(ReceiptType).max(200),
  scanlines: z.array(ScanlineTemplate).max(10),
  /** X25519 public key, base64 of its SPKI form: account numbers of checks are sealed to it. */
  checkSealingKey: z.string().max(200),
  /** 32 bytes in base64: the key under which the same check is known again without its account number (design §8). */
  checkMatchingKey: z.base64().length(44),
});
export type Policy = z.infer<typeof Policy>;

/** A person of the first day, as `district.json` names her. The first PIN is hashed on arrival and must be 4 to 8 digits. */
export const FirstPerson = z.strictObject({
  person: z.string().regex(/^[a-z][a-z0-9.-]{1,30}$/, { error: 'must be small letters, digits, dots and dashes' }),
  name: lineOfText(NAME_MAX),
  role: Role,
  firstPin: z.string().regex(/^\d{4,8}$/, { error: 'must be 4 to 8 digits' }),
});
export type FirstPerson = z.infer<typeof FirstPerson>;

/** `district.json`: the policy and the people of the first day. */
export const DistrictFile = Policy.extend({ people: z.array(FirstPerson).min(1).max(500) });
export type DistrictFile = z.infer<typeof DistrictFile>;
