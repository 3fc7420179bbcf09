import * as z from 'zod';
import { Attachment, AttachmentType } from '#domain/attachment';
import { CUSTODY_SLIPS } from '#domain/custodySlip';
import { Hash } from '#domain/hash';
import { action, query } from './definition.ts';
import { Label } from './shapes.ts';

/** Slips that are of no receipt. */
export const OtherSlip = z.enum([...CUSTODY_SLIPS, 'z']);
export type OtherSlip = z.infer<typeof OtherSlip>;

/** The latest of them. */
export const OTHER_SLIPS_MAX = 100;

/** The spool: what waits for paper, and what came out on the paper of the screen. */
export const printCalls = {
  /** The last slips of the printer on the screen, latest first. */
  paper: query({
    who: 'signed-in',
    input: {},
    output: z.strictObject({
      slips: z.array(
        z.strictObject({ job: z.int(), printedAt: z.int(), rows: z.array(z.string()), kicked: z.boolean() }),
      ),
    }),
    reads: ['printer'],
  }),

  /** Slips of this station that are of no receipt, latest first: drops and other cash, looks into drawers, Z reports. */
  otherSlips: query({
    who: 'signed-in',
    input: {},
    output: z.strictObject({
      slips: z
        .array(
          z.strictObject({
            kind: OtherSlip,
            label: Label,
            drawer: Label,
            at: z.int(),
            personName: z.string(),
            /** Null where nothing moved. */
            cents: z.int().nullable(),
            /** Why, in words; null where there are none, or they were redacted. */
            words: z.string().nullable(),
            /** `isSent`: the ledger has it; until then it is kept here alone. */
            attachment: Attachment.extend({ isSent: z.boolean() }).nullable(),
          }),
        )
        .max(OTHER_SLIPS_MAX),
    }),
    reads: ['drawer', 'printer', 'sync'],
  }),

  /** The file that proves a paid-out of this station, as it was scanned. */
  attachment: query({
    who: ['supervisor', 'finance', 'auditor'],
    input: { sha256: Hash },
    output: z.strictObject({ type: AttachmentType, base64: z.string() }),
    reads: [],
  }),

  /** A person says whether a slip in doubt came out. If it did not, it prints again. */
  answerPrint: action({
    who: ['cashier', 'supervisor'],
    input: { job: z.int(), printed: z.boolean() },
    output: z.strictObject({}),
    touches: ['printer', 'receipts'],
  }),
} as const;
