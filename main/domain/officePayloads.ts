import * as z from 'zod';
import { Pieces } from './denominations.ts';
import { HandoffKind, HandoffLabel } from './handoff.ts';
import { Hash } from './hash.ts';
import { CENTS_MAX } from './money.ts';
import { AmountTold, DocumentLabel } from './payloadShapes.ts';
import { lineOfText, NAME_MAX } from './text.ts';

/** Handoffs counted at once: all that one drawer hands over, and some drops of the day. */
export const HANDOFFS_MAX = 30;

/** One handoff as the office counted it: cash by its denominations, paper by the piece. */
export const HandoffCounted = z.strictObject({
  handoff: HandoffLabel,
  what: HandoffKind,
  drawer: DocumentLabel,
  batch: DocumentLabel,
  pieces: Pieces.nullable(),
  items: z.int().min(0).max(2_000).nullable(),
  cents: AmountTold,
});
export type HandoffCounted = z.infer<typeof HandoffCounted>;

/** What the entries of the office's journal tell. */
export const officePayloads = {
  /** The district gives the change fund more, or takes some of it back (below zero), by a resolution. */
  change_fund_changed: z.strictObject({
    cents: z.int().min(-CENTS_MAX).max(CENTS_MAX),
    pieces: Pieces,
    resolution: lineOfText(NAME_MAX),
    mark: Hash,
  }),
  /** A float goes out of the safe to one person at one station. Who takes it counts it at the opening. */
  float_issued: z.strictObject({
    handoff: HandoffLabel,
    number: z.int().positive(),
    to: z.string().max(40),
    station: z.string().max(10),
    pieces: Pieces,
    cents: AmountTold,
  }),
  /** The office's half of what drawers handed over, or of a float that one took without an issued one. */
  handoffs_counted: z.strictObject({ parts: z.array(HandoffCounted).min(1).max(HANDOFFS_MAX) }),
  /** Both halves of a handoff differ; this says by how much, what a second look found, and what stays unexplained. */
  handoff_resolved: z.strictObject({
    handoff: HandoffLabel,
    what: HandoffKind,
    drawer: DocumentLabel.nullable(),
    batch: DocumentLabel.nullable(),
    givenCents: AmountTold,
    countedCents: AmountTold,
    /** What lies there, counted again by both together. */
    foundCents: AmountTold,
    mark: Hash,
  }),
} as const;
