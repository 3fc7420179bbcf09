import * as z from 'zod';
import { Hash } from '#domain/entry';
import { VoidReason } from '#domain/receipt';
import { lineOfText, WORDS_MAX } from '#domain/text';
import { command, query } from './definition.ts';
import { Approval, AT_THE_TRAY, DocumentRef, Label, ReceiptRow, ReceiptView } from './shapes.ts';

/** Receipts that were issued: found, shown, printed again, void. */
export const receiptCalls = {
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
    reads: ['receipts', 'sync', 'printer', 'mail', 'drawer'],
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
      approval: Approval.optional(),
    },
    output: z.strictObject({ label: Label, cashBackCents: z.int() }),
    touches: ['receipts', 'accounts', 'drawer', 'printer', 'mail', 'sync'],
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

  /** The same document as a PDF. */
  slipPdf: query({
    who: 'signed-in',
    input: { document: DocumentRef },
    output: z.strictObject({ fileName: z.string(), base64: z.string() }),
    reads: ['receipts', 'drawer'],
  }),
} as const;
