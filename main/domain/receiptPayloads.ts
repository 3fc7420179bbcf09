import * as z from 'zod';
import { AccountNumber } from './account.ts';
import { CUSTODY_SLIPS } from './custodySlip.ts';
import { Hash } from './hash.ts';
import { CENTS_MAX } from './money.ts';
import { DocumentLabel } from './payloadShapes.ts';
import { LINES_MAX, Receipt, SlipShown, VoidReason } from './receipt.ts';
import {
  Correction,
  CorrectionReason,
  RefundMeans,
  RefundReason,
  ReversalReason,
  ReversedTender,
  UndonePart,
} from './undo.ts';

/** What every later undoing of a receipt tells: its own number, and whose receipt and entry it undoes. */
const undoing = {
  number: z.int().positive(),
  label: DocumentLabel,
  receipt: DocumentLabel,
  issuedSequence: z.int().positive(),
  /** Hash of what was approved; its short form is the mark on the screen. */
  mark: Hash,
};
const Parts = z.array(UndonePart).min(1).max(LINES_MAX);

/** What the entries of receipts and of their undoing tell. */
export const receiptPayloads = {
  receipt_issued: Receipt,
  receipt_voided: z.strictObject({
    /** The whole receipt as it was issued, so that the void stands by itself. */
    receipt: Receipt,
    issuedSequence: z.int().positive(),
    reason: VoidReason,
    /** Left out by voids from before slips were asked for. */
    slip: SlipShown.optional(),
    /** Hash of what was approved; its short form is the mark on the screen. */
    mark: Hash,
  }),
  receipt_corrected: z.strictObject({
    ...undoing,
    correction: Correction,
    reason: CorrectionReason,
  }),
  receipt_reversed: z.strictObject({
    ...undoing,
    parts: Parts,
    tenders: z.array(ReversedTender).max(10),
    /** Credit that the receipt had spent, given back to its accounts. */
    credits: z.array(z.strictObject({ accountNumber: AccountNumber, cents: z.int().min(1).max(CENTS_MAX) })).max(20),
    roundingCents: z.int().min(-2).max(2),
    reason: ReversalReason,
  }),
  refund_issued: z.strictObject({
    ...undoing,
    parts: Parts,
    /** What the payer gets: the parts + the rounding that is taken back with the last of them. */
    cents: z.int().min(1).max(CENTS_MAX),
    roundingCents: z.int().min(-2).max(2),
    means: RefundMeans,
    reason: RefundReason,
  }),
  /** A print that was asked for; the first copy where the payer wanted no slip at first. The label is that of the document; a void and a permit have their receipt's. */
  receipt_reprinted: z.strictObject({
    label: DocumentLabel,
    copy: z.int().min(1),
    /** Left out for the slip of the receipt itself. */
    document: z
      .enum([...(['void', 'correction', 'reversal', 'refund', 'permit', 'z'] as const), ...CUSTODY_SLIPS])
      .optional(),
    /** Told where whoever asked may have to count what it tells: only the half without amounts comes out. */
    blind: z.literal(true).optional(),
  }),
} as const;
