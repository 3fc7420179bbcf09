import * as z from 'zod';
import { Undone } from '#domain/paymentElsewhere';
import { TenderKind } from '#domain/tenderKind';
import { officeQuery } from './definition.ts';
import { DocumentRef, Label, ReceiptSeen } from './shapes.ts';

const SEES = ['supervisor', 'finance', 'auditor'] as const;

/** Receipts of a batch on one list: more than a drawer takes in a day. */
export const BATCH_RECEIPTS_MAX = 1_000;

const BatchReceipt = z.strictObject({
  label: Label,
  at: z.int(),
  payer: z.string(),
  /** As it was paid; a correction of a tender is in the receipt itself. */
  tenders: z.array(TenderKind),
  totalCents: z.int(),
  /** What was done to it last. */
  undone: Undone.nullable(),
});

/** Receipts of every station of the district, as the ledger has them. Nothing is printed and nothing recorded. */
export const officeReceiptCalls = {
  /**
   * One receipt with all of its slips as they read now, each marked as what the office looks at. Not told before the
   * office has counted its batch.
   */
  officeReceipt: officeQuery({
    who: SEES,
    input: { label: Label },
    output: ReceiptSeen.extend({
      slips: z.array(z.strictObject({ document: DocumentRef, width: z.int(), rows: z.array(z.string()) })),
    }),
    reads: ['office'],
  }),

  /** The receipts of one batch by their numbers; not told before the office has counted it. */
  batchReceipts: officeQuery({
    who: SEES,
    input: { batch: Label },
    output: z.strictObject({
      receipts: z.array(BatchReceipt).max(BATCH_RECEIPTS_MAX),
      /** There are more after the last. */
      more: z.boolean(),
    }),
    reads: ['office'],
  }),
} as const;
