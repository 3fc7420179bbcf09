import * as z from 'zod';
import { AccountNumber } from '#domain/account';
import { Pieces } from '#domain/denominations';
import { Hash } from '#domain/entry';
import { CENTS_MAX } from '#domain/money';
import { LINES_MAX, PayerName, ReceiptLine, TENDERS_MAX, VoidReason } from '#domain/receipt';
import { CardBrand } from '#domain/tender';
import { lineOfText, WORDS_MAX } from '#domain/text';
import { command, query } from './definition.ts';
import { DocumentRef, Label, ReceiptRow, ReceiptView } from './shapes.ts';

const AT_THE_TRAY = ['cashier', 'supervisor'] as const;

const Amount = z.int().min(1).max(CENTS_MAX).describe('cents');

/** What the payer hands over. A check's bank account is sealed before anything is written; a card is known by its last four. */
export const OfferedTender = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), cents: Amount }),
  z.strictObject({
    kind: z.literal('check'),
    cents: Amount,
    checkNumber: z.string().regex(/^\d{1,15}$/, { error: 'must be 1 to 15 digits' }),
    routing: z.string().regex(/^\d{9}$/, { error: 'must be nine digits' }),
    bankAccount: z.string().regex(/^\d{3,17}$/, { error: 'must be 3 to 17 digits' }),
  }),
  z.strictObject({
    kind: z.literal('card'),
    cents: Amount,
    brand: CardBrand,
    lastFour: z.string().regex(/^\d{4}$/, { error: 'must be the last four digits only' }),
    approvalCode: z.string().regex(/^[0-9A-Za-z]{2,12}$/, { error: 'must be 2 to 12 letters or digits' }),
  }),
]);
export type OfferedTender = z.infer<typeof OfferedTender>;

/** A tender while it is still typed: whatever of it would be printed, blank where nothing is typed yet. */
const DraftTender = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), cents: Amount, tenderedCents: Amount }),
  z.strictObject({ kind: z.literal('check'), cents: Amount, checkNumber: z.string().max(15) }),
  z.strictObject({
    kind: z.literal('card'),
    cents: Amount,
    brand: CardBrand,
    lastFour: z.string().max(4),
    approvalCode: z.string().max(12),
  }),
]);

export const receiptCalls = {
  /** Takes a payment: recorded and durable before it answers. */
  takePayment: command({
    who: AT_THE_TRAY,
    input: {
      drawer: Label,
      lines: z
        .array(
          z.strictObject({
            accountNumber: AccountNumber,
            cents: Amount,
            /** The charges that the payer named; left out, the district's policy decides. */
            charges: z
              .array(z.strictObject({ chargeId: z.int().positive(), cents: Amount }))
              .min(1)
              .max(100)
              .optional(),
          }),
        )
        .min(1)
        .max(LINES_MAX),
      tenders: z.array(OfferedTender).min(1).max(TENDERS_MAX),
      /** Who pays, when it is not the customer of the first account. */
      payer: PayerName.optional(),
    },
    output: z.strictObject({
      label: Label,
      totalCents: z.int(),
      changeCents: z.int(),
      change: Pieces,
      recordedAt: z.int(),
    }),
    touches: ['receipts', 'accounts', 'drawer', 'printer', 'sync'],
  }),

  /** Receipts of this station, latest first, by number, amount, check number, words of a name or a part of an account number. */
  receipts: query({
    who: 'signed-in',
    input: { text: z.string().max(100).optional(), drawer: Label.optional() },
    output: z.strictObject({ receipts: z.array(ReceiptRow).max(200) }),
    reads: ['receipts', 'sync'],
  }),

  receipt: query({
    who: 'signed-in',
    input: { label: Label },
    output: ReceiptView,
    reads: ['receipts', 'sync', 'printer', 'drawer'],
  }),

  /** All that a void would take back and give back, and the mark of exactly that. */
  voidProposal: query({
    who: AT_THE_TRAY,
    input: { label: Label, reason: VoidReason, words: lineOfText(WORDS_MAX).optional() },
    output: z.strictObject({ receipt: ReceiptView, cashBackCents: z.int(), mark: Hash }),
    reads: ['receipts', 'drawer'],
  }),

  /** Cancels a receipt while its drawer is open. Its number stays used, its charges open again. */
  voidReceipt: command({
    who: AT_THE_TRAY,
    input: {
      label: Label,
      reason: VoidReason,
      words: lineOfText(WORDS_MAX).optional(),
      approval: z.string().max(60).optional(),
    },
    output: z.strictObject({ label: Label, cashBackCents: z.int() }),
    touches: ['receipts', 'accounts', 'drawer', 'printer', 'sync'],
  }),

  /** Prints a receipt again, marked DUPLICATE, and journals it. */
  reprintReceipt: command({
    who: ['cashier', 'supervisor', 'finance'],
    input: { label: Label },
    output: z.strictObject({ label: Label, copy: z.int() }),
    touches: ['receipts', 'printer', 'sync'],
  }),

  /** The text of a slip as it prints, one string a row. */
  slip: query({
    who: 'signed-in',
    input: { document: DocumentRef },
    output: z.strictObject({ width: z.int(), rows: z.array(z.string()) }),
    reads: ['receipts', 'drawer'],
  }),

  /** The slip of a payment that is not recorded yet, as it will print: number and time are left blank. */
  draftSlip: query({
    who: AT_THE_TRAY,
    input: {
      drawer: Label,
      lines: z.array(ReceiptLine).max(LINES_MAX),
      tenders: z.array(DraftTender).max(TENDERS_MAX),
      changeCents: z.int().min(0).max(CENTS_MAX),
      payer: z.string().max(80),
    },
    output: z.strictObject({ width: z.int(), rows: z.array(z.string()) }),
    reads: ['sync'],
  }),

  /** The same document as a PDF. */
  slipPdf: query({
    who: 'signed-in',
    input: { document: DocumentRef },
    output: z.strictObject({ fileName: z.string(), base64: z.string() }),
    reads: ['receipts', 'drawer'],
  }),
} as const;
