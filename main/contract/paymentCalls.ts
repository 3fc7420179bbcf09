import * as z from 'zod';
import { Language } from '#domain/account';
import { Pieces } from '#domain/denominations';
import { Hash } from '#domain/hash';
import { ReceiptLine } from '#domain/line';
import { Delivery, Email, EntryMode, LINES_MAX, Override, PayerName, TENDERS_MAX, Warning } from '#domain/receipt';
import { ReceiptType } from '#domain/receiptType';
import { AskedLine } from '#domain/suspension';
import { CardBrand, CheckForm, MoneyOrderIssuer } from '#domain/tender';
import { NAME_MAX, textOrNone } from '#domain/text';
import { command, query } from './definition.ts';
import { Approval, AT_THE_TRAY, Label } from './shapes.ts';
import { Amount, AmountOrNone, OfferedTender, ToldWarnings } from './tenderShapes.ts';

const Lines = z.array(AskedLine).min(1).max(LINES_MAX);

/** A tender while it is still typed: whatever of it would be printed, blank where nothing is typed yet. */
const DraftTender = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cash'),
    cents: Amount,
    tenderedCents: Amount,
    roundingCents: z.int().min(-2).max(2),
  }),
  z.strictObject({ kind: z.literal('check'), cents: Amount, form: CheckForm, checkNumber: textOrNone(15) }),
  z.strictObject({
    kind: z.literal('money-order'),
    cents: Amount,
    issuer: MoneyOrderIssuer,
    serial: textOrNone(15),
  }),
  z.strictObject({
    kind: z.literal('card'),
    cents: Amount,
    brand: CardBrand,
    lastFour: textOrNone(4),
    approvalCode: textOrNone(12),
  }),
  z.strictObject({ kind: z.literal('credit'), cents: Amount, accountNumber: textOrNone(20) }),
]);

/** Taking money: what a payment may be for, what it needs, and the payment itself. */
export const paymentCalls = {
  /** Takes a payment: recorded and durable before it answers. */
  takePayment: command({
    who: AT_THE_TRAY,
    input: {
      drawer: Label,
      lines: Lines,
      tenders: z.array(OfferedTender).min(1).max(TENDERS_MAX),
      /** Who pays, when it is not the customer of the first account. */
      payer: PayerName.optional(),
      entryMode: EntryMode.default('counter'),
      delivery: Delivery.default('paper'),
      /** Where the slip goes when it is not for paper alone; the first account's own address when left out. */
      email: Email.optional(),
      /** The language of the slip beside English, when it is not that of the first account. */
      language: Language.optional(),
      /** Warnings that the cashier has seen: without them they refuse. */
      noted: z.array(Warning).max(Warning.options.length).default([]),
      /** A supervisor's yes to the mark of {@link paymentCalls.paymentNeeds}, where one is needed. */
      approval: Approval.optional(),
      /** The suspended payment that this one goes on with. */
      resumed: Label.optional(),
    },
    output: z.strictObject({
      label: Label,
      totalCents: z.int(),
      changeCents: z.int(),
      roundingCents: z.int(),
      change: Pieces,
      recordedAt: z.int(),
    }),
    touches: ['receipts', 'accounts', 'drawer', 'printer', 'mail', 'sync'],
  }),

  /** What stands between a payment and its commit: warnings to note, and what a supervisor must approve, by its mark. */
  paymentNeeds: query({
    who: AT_THE_TRAY,
    input: {
      drawer: Label,
      lines: Lines,
      tenders: z.array(OfferedTender).max(TENDERS_MAX),
      payer: PayerName.optional(),
    },
    output: z.strictObject({
      warnings: ToldWarnings,
      needs: z.array(z.strictObject({ override: Override, sentence: z.string() })),
      mark: Hash,
    }),
    reads: ['accounts', 'receipts', 'sync'],
  }),

  /** What a receipt may be for beside payments on accounts, at today's prices, for the signed-in person. */
  receiptTypes: query({
    who: AT_THE_TRAY,
    input: { drawer: Label },
    output: z.strictObject({
      types: z.array(
        ReceiptType.omit({ prices: true }).extend({ price: ReceiptType.shape.prices.element.shape.price }),
      ),
    }),
    reads: ['station', 'drawer'],
  }),

  /** The slip of a payment that is not recorded yet, as it will print: number and time are left blank. */
  draftSlip: query({
    who: AT_THE_TRAY,
    input: {
      drawer: Label,
      lines: z.array(ReceiptLine).max(LINES_MAX),
      tenders: z.array(DraftTender).max(TENDERS_MAX),
      changeCents: AmountOrNone,
      roundingCents: z.int().min(-2).max(2),
      payer: textOrNone(NAME_MAX),
      language: Language.default('en'),
    },
    output: z.strictObject({ width: z.int(), rows: z.array(z.string()) }),
    reads: ['sync'],
  }),
} as const;
