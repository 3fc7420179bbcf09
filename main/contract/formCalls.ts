import * as z from 'zod';
import { Language } from '#domain/account';
import { LINES_MAX, PayerName } from '#domain/receipt';
import { CheckNote, RefusedTender } from '#domain/refusedTender';
import { AskedLine } from '#domain/suspension';
import { lineOfText, WORDS_MAX } from '#domain/text';
import { command, query } from './definition.ts';
import { AT_THE_TRAY, Drawer, Label } from './shapes.ts';
import { Amount, AmountOrNone } from './tenderShapes.ts';

const Lines = z.array(AskedLine).min(1).max(LINES_MAX);

const Suspension = z.strictObject({
  label: Label,
  suspendedAt: z.int(),
  byName: z.string(),
  payer: z.string(),
  totalCents: z.int(),
  lines: z.int(),
  /** Who resumed it last, when it was not finished yet. */
  resumedBy: z.string().nullable(),
});

/** What happens at the counter besides taking money. */
export const formCalls = {
  /** Sets a payment aside before any tender: it is there after a restart. Refused while anything is tendered. */
  suspendPayment: command({
    who: AT_THE_TRAY,
    input: {
      drawer: Label,
      lines: Lines,
      payer: PayerName.optional(),
      /** The language of the slip beside English, where it was chosen. */
      language: Language.optional(),
      /** What was typed of tenders: anything refuses, because money is on the counter. */
      tenderedCents: AmountOrNone,
      /** The suspended payment that this one went on with: it is followed by the new one. */
      resumed: Label.optional(),
    },
    output: z.strictObject({ label: Label }),
    touches: ['forms', 'sync'],
  }),

  /** Payments of this station that were set aside and neither taken nor dropped, the latest first. */
  suspensions: query({
    who: AT_THE_TRAY,
    input: {},
    output: z.strictObject({ suspensions: z.array(Suspension).max(200) }),
    reads: ['forms', 'receipts'],
  }),

  /** Takes a suspended payment up again; who does is recorded. It stays until its receipt is issued or it is dropped. */
  resumePayment: command({
    who: AT_THE_TRAY,
    input: { drawer: Label, label: Label },
    output: z.strictObject({ label: Label, lines: Lines, payer: z.string(), language: Language.nullable() }),
    touches: ['forms', 'sync'],
  }),

  dropSuspension: command({
    who: AT_THE_TRAY,
    input: { drawer: Label, label: Label },
    output: z.strictObject({ label: Label }),
    touches: ['forms', 'sync'],
  }),

  /** A form was left after cash had been typed: nothing was taken, and the journal says so. */
  leaveForm: command({
    who: AT_THE_TRAY,
    input: {
      drawer: Label,
      cashCents: Amount,
      dueCents: AmountOrNone,
      accounts: z.int().min(0).max(LINES_MAX),
    },
    output: z.strictObject({}),
    touches: ['sync'],
  }),

  /** Records what the cashier turned away and why. Nothing is posted. */
  refuseTender: command({
    who: AT_THE_TRAY,
    input: {
      drawer: Label,
      refused: RefusedTender,
      /** The steps done with a suspect note. */
      steps: z
        .array(CheckNote)
        .max(10)
        .refine((steps) => new Set(steps).size === steps.length, { error: 'must name each step once' })
        .default([]),
      words: lineOfText(WORDS_MAX).optional(),
    },
    output: z.strictObject({}),
    touches: ['forms', 'sync'],
  }),

  /** What was turned away at this station, the latest first. */
  refusedTenders: query({
    who: 'signed-in',
    input: {},
    output: z.strictObject({
      refused: z
        .array(
          z.strictObject({
            at: z.int(),
            byName: z.string(),
            drawer: Label,
            refused: RefusedTender,
            steps: z.array(CheckNote),
            words: z.string(),
          }),
        )
        .max(200),
    }),
    reads: ['forms'],
  }),

  /** Locks a drawer while its cashier is away. Only she opens it again. */
  parkDrawer: command({ who: AT_THE_TRAY, input: { drawer: Label }, output: Drawer, touches: ['drawer', 'sync'] }),
  unparkDrawer: command({ who: AT_THE_TRAY, input: { drawer: Label }, output: Drawer, touches: ['drawer', 'sync'] }),
} as const;
