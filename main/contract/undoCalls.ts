import * as z from 'zod';
import { AccountNumber } from '#domain/account';
import { Hash } from '#domain/hash';
import { ReceiptLine } from '#domain/line';
import { LINES_MAX, Override } from '#domain/receipt';
import { AskedLine } from '#domain/suspension';
import { ApprovalCode, CardBrand, CardLastFour, DrawerTender } from '#domain/tender';
import { lineOfText, WORDS_MAX } from '#domain/text';
import { CorrectionReason, RefundReason, ReversalReason } from '#domain/undo';
import { command, query } from './definition.ts';
import { Approval, AT_THE_TRAY, Label } from './shapes.ts';
import { Amount, OfferedTender, ToldWarnings } from './tenderShapes.ts';

const Place = z.int().min(0).max(LINES_MAX);
const Words = lineOfText(WORDS_MAX).optional();

/** To the right place: the whole of what stands of one line, or of one tender; the amount stays. */
const AskedCorrection = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('line'), place: Place, to: AskedLine }),
  z.strictObject({ what: z.literal('tender'), place: Place, to: OfferedTender }),
]);
export type AskedCorrection = z.infer<typeof AskedCorrection>;

/** How much of which lines, and how the payer gets it. Cash comes out of the drawer of who gives it. */
const AskedRefund = z.strictObject({
  parts: z
    .array(z.strictObject({ place: Place, cents: Amount }))
    .min(1)
    .max(LINES_MAX),
  means: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cash'), drawer: Label }),
    z.strictObject({
      kind: z.literal('card'),
      brand: CardBrand,
      lastFour: CardLastFour,
      approvalCode: ApprovalCode,
    }),
    z.strictObject({ kind: z.literal('warrant') }),
  ]),
});
export type AskedRefund = z.infer<typeof AskedRefund>;

const correcting = { label: Label, correction: AskedCorrection, reason: CorrectionReason, words: Words };
const reversing = { label: Label, reason: ReversalReason, words: Words };
const refunding = { label: Label, refund: AskedRefund, reason: RefundReason, words: Words };
const TOUCHES = ['receipts', 'accounts', 'drawer', 'printer', 'mail', 'sync'] as const;
/**
 * Credit that is taken back although it has paid something since. It never was the account's, so that the account owes it
 * from then on: no money goes out, and nothing else would be true.
 */
const Spent = z.array(z.strictObject({ accountNumber: AccountNumber, leftCents: z.int(), spentCents: z.int() }));
const Undone = z.strictObject({ label: Label, receipt: Label });

/** Taking back or putting right what was recorded (design §6). Each is proposed first, approved by its mark, then done. */
export const undoCalls = {
  /** What a correction would move, and its mark. */
  correctionProposal: query({
    who: AT_THE_TRAY,
    input: correcting,
    output: z.strictObject({
      /** Null for a tender. */
      from: ReceiptLine.nullable(),
      to: ReceiptLine.nullable(),
      cents: z.int(),
      spent: Spent,
      /** What of the other tender must be seen and noted: a check taken before, currency beyond a report's threshold. */
      warnings: ToldWarnings,
      /** What the other tender would have needed a supervisor for when it was taken. */
      needs: z.array(Override),
      mark: Hash,
    }),
    reads: ['receipts', 'accounts', 'drawer'],
  }),

  /** Moves one line or one tender of a receipt to where it belongs. No money moves. */
  correctReceipt: command({
    who: AT_THE_TRAY,
    input: { ...correcting, approval: Approval.optional() },
    output: Undone,
    touches: TOUCHES,
  }),

  /** What a reversal would take back, against which tenders' differences, and its mark. */
  reversalProposal: query({
    who: AT_THE_TRAY,
    input: reversing,
    output: z.strictObject({
      lines: z.array(ReceiptLine),
      /**
       * `shortCents`: by how much its drawer was short of it at the close, and nothing has explained since. Null to who must
       * not know what the drawer handed over before the office has counted it.
       */
      tenders: z.array(z.strictObject({ tender: DrawerTender, cents: z.int(), shortCents: z.int().min(0).nullable() })),
      spent: Spent,
      cents: z.int(),
      mark: Hash,
    }),
    reads: ['receipts', 'accounts', 'drawer'],
  }),

  /** Cancels a receipt that never was, after its drawer closed. */
  reverseReceipt: command({
    who: AT_THE_TRAY,
    input: { ...reversing, approval: Approval.optional() },
    output: Undone,
    touches: TOUCHES,
  }),

  /** What a refund would take back and give back, and its mark. */
  refundProposal: query({
    who: AT_THE_TRAY,
    input: refunding,
    output: z.strictObject({
      lines: z.array(ReceiptLine),
      /** What the payer gets: with the rounding that goes back with the last of the receipt. */
      cents: z.int(),
      roundingCents: z.int(),
      mark: Hash,
    }),
    reads: ['receipts', 'accounts', 'drawer'],
  }),

  /** Pays money of a receipt back, with a number and slip of its own. */
  refundReceipt: command({
    who: AT_THE_TRAY,
    input: { ...refunding, approval: Approval.optional() },
    output: Undone.extend({ cents: z.int(), cashBackCents: z.int() }),
    touches: TOUCHES,
  }),
} as const;
