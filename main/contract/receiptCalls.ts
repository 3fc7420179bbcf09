import * as z from 'zod';
import { Hash } from '#domain/hash';
import { SlipShown, VoidReason } from '#domain/receipt';
import { isPlain, lineOfText, WORDS_MAX } from '#domain/text';
import { command, query } from './definition.ts';
import { Approval, AT_THE_TRAY, DocumentRef, Label, ReceiptRow, ReceiptView, Reprintable } from './shapes.ts';

/** What a scanner reads off a slip, or its journal head as it is printed. Only compared, never kept. */
const ReadSlip = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine(isPlain, { error: 'must be plain text on one line' })
  .optional();
const voiding = { label: Label, reason: VoidReason, words: lineOfText(WORDS_MAX).optional(), slip: ReadSlip };
/** No list of receipts is longer. */
const ROWS_MAX = 200;
const REPRINTERS = ['cashier', 'supervisor', 'finance'] as const;
const reprinting = { label: Label, document: Reprintable.default('receipt') };

/** Receipts that were issued: found, shown, printed again, void. */
export const receiptCalls = {
  /** Receipts of this station, latest first, by number, amount, check number, words of a name or a part of an account number. */
  receipts: query({
    who: 'signed-in',
    input: {
      text: z.string().max(100).optional(),
      drawer: Label.optional(),
      most: z.int().min(1).max(ROWS_MAX).default(ROWS_MAX),
    },
    output: z.strictObject({ receipts: z.array(ReceiptRow).max(ROWS_MAX) }),
    reads: ['receipts', 'sync'],
  }),

  receipt: query({
    who: 'signed-in',
    input: { label: Label },
    output: ReceiptView,
    reads: ['receipts', 'sync', 'printer', 'mail', 'drawer'],
  }),

  /** All that a void would take back and give back, and the mark of exactly that. */
  voidProposal: query({
    who: AT_THE_TRAY,
    input: voiding,
    output: z.strictObject({ receipt: ReceiptView, cashBackCents: z.int(), slip: SlipShown, mark: Hash }),
    reads: ['receipts', 'drawer'],
  }),

  /** Cancels a receipt while its drawer is open. Its number stays used, its charges open again. */
  voidReceipt: command({
    who: AT_THE_TRAY,
    input: { ...voiding, approval: Approval.optional() },
    output: z.strictObject({ label: Label, cashBackCents: z.int() }),
    touches: ['receipts', 'accounts', 'drawer', 'printer', 'mail', 'sync'],
  }),

  /** Which copy another print of a slip would be, and whether that needs a second person: once it came out, it does. */
  reprintProposal: query({
    who: REPRINTERS,
    input: reprinting,
    output: z.strictObject({ copy: z.int(), needsApproval: z.boolean(), mark: Hash }),
    reads: ['receipts', 'printer'],
  }),

  /** Prints a slip of a receipt or of its undoing again, marked DUPLICATE, and journals it. */
  reprintReceipt: command({
    who: REPRINTERS,
    input: { ...reprinting, approval: Approval.optional() },
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

  /** The same document as a PDF. */
  slipPdf: query({
    who: 'signed-in',
    input: { document: DocumentRef },
    output: z.strictObject({ fileName: z.string(), base64: z.string() }),
    reads: ['receipts', 'drawer'],
  }),
} as const;
