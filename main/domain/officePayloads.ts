import * as z from 'zod';
import { Comparison, Count } from './balancing.ts';
import { BankTender } from './bankTender.ts';
import { ChangeOrderLabel } from './changeOrder.ts';
import { dayPayloads } from './dayPayloads.ts';
import { Pieces } from './denominations.ts';
import { depositPayloads } from './depositPayloads.ts';
import { FloatLabel, HandoffKind, HandoffLabel } from './handoff.ts';
import { Hash } from './hash.ts';
import { CENTS_MAX } from './money.ts';
import { AmountTold, DocumentLabel, SumTold } from './payloadShapes.ts';
import { SafeCountLabel } from './safeCount.ts';
import { SafeOut } from './safeOut.ts';
import { strayPayloads } from './strayPayloads.ts';
import { lineOfText, NAME_MAX } from './text.ts';

/** Handoffs counted at once: all that one drawer hands over, and some drops of the day. */
export const HANDOFFS_MAX = 30;

/** People who may have had a drawer in hand. */
const HANDS_MAX = 20;

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

/** How much a batch brought of one tender, as the office counted it. */
const Brought = z.strictObject({ tender: BankTender, cents: AmountTold });

/** What the entries of the office's journal tell. */
export const officePayloads = {
  /** The district gives the change fund more, or takes some of it back (below zero), by a resolution. */
  change_fund_changed: z.strictObject({
    cents: z.int().min(-CENTS_MAX).max(CENTS_MAX),
    pieces: Pieces,
    resolution: lineOfText(NAME_MAX),
    mark: Hash,
  }),
  /** Cash goes out of the safe to the bank, for as much in other pieces. */
  change_ordered: z.strictObject({
    order: ChangeOrderLabel,
    number: z.int().positive(),
    pieces: Pieces,
    cents: AmountTold.min(1),
    reference: lineOfText(NAME_MAX),
    mark: Hash,
  }),
  /** What came back for it. Why that is less or more is told beside. */
  change_received: z.strictObject({
    order: ChangeOrderLabel,
    orderedCents: AmountTold.min(1),
    pieces: Pieces,
    cents: AmountTold,
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
  /** A float that nobody took is back in the safe: counted by another than who issued it, blind to how much it was. */
  float_taken_back: z.strictObject({ handoff: FloatLabel, pieces: Pieces, cents: AmountTold }),
  /** The change fund's cash in the safe, counted by one and by another, each held against the books of that moment. */
  safe_counted: z.strictObject({
    count: SafeCountLabel,
    number: z.int().positive(),
    turn: z.literal([1, 2]),
    pieces: Pieces,
    cents: AmountTold,
    bookCents: SumTold,
  }),
  /** A count that differs is settled by what a third look found: the safe holds that. Why is told beside. */
  safe_count_resolved: z.strictObject({
    count: SafeCountLabel,
    pieces: Pieces,
    cents: AmountTold,
    bookCents: SumTold,
    mark: Hash,
  }),
  /**
   * Cash was to come out of the safe, which by the books held less: nothing moved. Who asked might not be told how much it held,
   * and may have counted something afterwards that she could reckon from it.
   */
  safe_out_refused: z.strictObject({
    what: SafeOut,
    /** One pile, or each float that was counted at once. */
    piles: z.array(Pieces).min(1).max(HANDOFFS_MAX),
    cents: AmountTold.min(1),
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
    /** Of a float that was taken back: what the office counted then. */
    returnedCents: AmountTold.optional(),
    /** What lies there, counted again by both together. */
    foundCents: AmountTold,
    mark: Hash,
  }),
  /**
   * A drawer that its station can close no more, since that was enrolled anew: what its tray holds was counted, and is
   * handed over from there. Why it came to that is told beside.
   */
  drawer_ended: z.strictObject({
    drawer: DocumentLabel,
    batch: DocumentLabel,
    cashier: z.string().max(40),
    /** The last entry that its station had sent: what was expected follows from those up to it. */
    head: z.strictObject({ epoch: z.int().positive(), sequence: z.int().positive(), hash: Hash }),
    openedAt: z.int(),
    floatCents: AmountTold,
    count: Count,
    comparison: Comparison,
    receipts: z.strictObject({
      issued: z.int().min(0),
      voided: z.int().min(0),
      issuedCents: SumTold,
      voidedCents: SumTold,
    }),
    mark: Hash,
  }),
  /** Somebody who had no part in a batch looked at it, all of it, and says yes to it. */
  batch_approved: z.strictObject({
    batch: DocumentLabel,
    drawer: DocumentLabel,
    cashier: z.string().max(40),
    /** Who counted, closed or looked into the drawer: none of them may approve. */
    hands: z.array(z.string().max(40)).max(HANDS_MAX),
    /** The last entry of the station that was summed. */
    head: z.strictObject({ epoch: z.int().positive(), sequence: z.int().positive(), hash: Hash }),
    brought: z.array(Brought).max(BankTender.options.length),
    mark: Hash,
  }),
  /** A batch is not right: it stays closed, and what was wrong is put right by corrections. Why is told beside. */
  batch_sent_back: z.strictObject({ batch: DocumentLabel, drawer: DocumentLabel }),
  ...depositPayloads,
  ...dayPayloads,
  ...strayPayloads,
} as const;
