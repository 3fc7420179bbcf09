import * as z from 'zod';
import { Language } from './account.ts';
import { AmountTold, DocumentLabel } from './payloadShapes.ts';
import { LINES_MAX } from './receipt.ts';
import { CheckNote, RefusedTender } from './refusedTender.ts';
import { SuspendedLine } from './suspension.ts';

/** What the entries tell of payments that were set aside, left, or turned away: no money moved. */
export const formPayloads = {
  /** A payment set aside before any money was taken; the payer's name stands beside. */
  payment_suspended: z.strictObject({
    label: DocumentLabel,
    drawer: DocumentLabel,
    lines: z.array(SuspendedLine).min(1).max(LINES_MAX),
    totalCents: AmountTold,
    /** The language of the slip beside English, where it was chosen. */
    language: Language.optional(),
    /** The suspended payment that it takes the place of. */
    resumed: DocumentLabel.nullable(),
  }),
  payment_resumed: z.strictObject({ label: DocumentLabel, drawer: DocumentLabel }),
  suspension_dropped: z.strictObject({ label: DocumentLabel, drawer: DocumentLabel }),
  /** A form was left after cash had been typed: nothing was taken, and somebody may ask. */
  form_left: z.strictObject({
    drawer: DocumentLabel,
    cashCents: AmountTold,
    dueCents: AmountTold,
    accounts: z.int().min(0),
  }),
  /** What a cashier turned away, and why. Never posted. */
  tender_refused: z.strictObject({ drawer: DocumentLabel, refused: RefusedTender, steps: z.array(CheckNote).max(10) }),
} as const;
