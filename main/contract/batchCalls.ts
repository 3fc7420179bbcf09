import * as z from 'zod';
import { ComparedTender, Comparison, Count } from '#domain/balancing';
import { BatchState, PartTaken } from '#domain/batch';
import { BusinessDay, DayAsked } from '#domain/businessDay';
import { KnewBy } from '#domain/foreknown';
import { HandoffKind, HandoffLabel } from '#domain/handoff';
import { Hash } from '#domain/hash';
import { TenderKind } from '#domain/tenderKind';
import { lineOfText, WORDS_MAX } from '#domain/text';
import { AttachmentSeen } from './attachmentCalls.ts';
import { officeCommand, officeQuery } from './definition.ts';
import { Approval, Label } from './shapes.ts';

/** Who approves batches. */
export const APPROVES = ['supervisor', 'finance'] as const;
const SEES = [...APPROVES, 'auditor'] as const;

/** Batches on one page. */
export const BATCHES_MAX = 200;

/** So many, worth so much. */
const Items = z.strictObject({ items: z.int(), cents: z.int() });

const BatchListed = z.strictObject({
  batch: Label,
  drawer: Label,
  cashierName: z.string(),
  businessDay: BusinessDay,
  openedAt: z.int(),
  closedAt: z.int().nullable(),
  state: BatchState,
  /** Its drawer is open, and its station was enrolled anew: only the office can end it. */
  isLeft: z.boolean(),
  /** What was taken and not made void; null until both halves of every handoff are there, as its totals are. */
  takenCents: z.int().nullable(),
  /** Handoffs that the office has not counted, or that differ. */
  unsettled: z.int().min(0),
});

/** One tender of a batch. `corrected` is what corrections brought to it less what they took from it. */
const TenderTotals = z.strictObject({
  tender: TenderKind,
  issued: Items,
  voided: Items,
  corrected: Items,
  /** Refunds out of this drawer's tray, whatever receipts they were of. */
  refunded: Items,
});
export type TenderTotals = z.infer<typeof TenderTotals>;

const BatchHandoff = z.strictObject({
  handoff: HandoffLabel,
  what: HandoffKind,
  state: z.enum(['waiting', 'differs', 'agrees', 'settled']),
  givenByName: z.string().nullable(),
  countedByName: z.string().nullable(),
  /** Null until both halves are there. */
  givenCents: z.int().nullable(),
  countedCents: z.int().nullable(),
  /** Of a float that the office had taken back before its drawer was known to have it: what it counted. */
  returnedCents: z.int().nullable(),
  /** What a second look found, where one was needed. */
  foundCents: z.int().nullable(),
  /** Who settled it, who agreed, and why: null where nobody had to, its words where they were redacted. */
  settlement: z.strictObject({ byName: z.string(), approverName: z.string(), words: z.string().nullable() }).nullable(),
});

const BatchUndoing = z.strictObject({
  label: Label,
  kind: z.enum(['correction', 'reversal', 'refund']),
  receipt: Label,
  /** Null while the batch's amounts are not told. */
  cents: z.int().nullable(),
  at: z.int(),
  byName: z.string(),
  approverName: z.string(),
  /** It came when the drawer was closed already. */
  afterClose: z.boolean(),
});
export type BatchUndoing = z.infer<typeof BatchUndoing>;

/** Cash that came into the drawer and is no receipt. */
const PaidIn = z.strictObject({
  label: Label,
  cents: z.int(),
  at: z.int(),
  byName: z.string(),
  approverName: z.string(),
  /** Why, in words; null where they were redacted. */
  words: z.string().nullable(),
});
export type PaidIn = z.infer<typeof PaidIn>;

/** Cash that left the drawer for something, and what proves it. */
const PaidOut = PaidIn.extend({ file: AttachmentSeen });
export type PaidOut = z.infer<typeof PaidOut>;

const BatchStep = z.strictObject({
  /** `ended`: closed by the office, where its station could no more. */
  step: z.enum(['opened', 'counted', 'closed', 'ended', 'approved', 'sent_back']),
  at: z.int(),
  personName: z.string(),
  /**
   * Why it was sent back, and why its drawer was closed as it was: the latter only once amounts are told, since it speaks
   * of them. Null where it was redacted, and where nobody had to say.
   */
  reason: z.string().nullable(),
  /** Who agreed to the close, where somebody had to; told with its reason. */
  approverName: z.string().nullable(),
});

/** Somebody who counted, and could know what: where the district counts blind, whoever approves the batch is told. */
const Foreknown = z.strictObject({
  how: KnewBy,
  personName: z.string(),
  /** When first, by the station's clock. */
  at: z.int(),
  times: z.int().positive(),
  /** What she counted at the office afterwards; none where she tried to take out more than her own drawer held. */
  handoffs: z.array(HandoffLabel),
});
export type Foreknown = z.infer<typeof Foreknown>;

/** Which drawer is ended, what its tray holds, and why its station cannot close it. */
const ending = { batch: Label, count: Count, reason: lineOfText(WORDS_MAX) };

/** Batches of drawers, and who approves them: the office's, kept by the ledger. */
export const batchCalls = {
  /** Batches of a day or in a state, the newest first; `after` names the last one of the page before. */
  batches: officeQuery({
    who: SEES,
    input: {
      day: DayAsked.optional(),
      state: BatchState.optional(),
      after: Label.optional(),
      most: z.int().min(1).max(BATCHES_MAX).optional(),
    },
    output: z.strictObject({
      batches: z.array(BatchListed).max(BATCHES_MAX),
      /** There are more after the last. */
      more: z.boolean(),
    }),
    reads: ['office'],
  }),

  /** All of one batch: what was taken, undone, counted and handed over, and who did what to it. */
  batch: officeQuery({
    who: SEES,
    input: { batch: Label },
    output: BatchListed.extend({
      receipts: z.strictObject({ issued: z.int(), voided: z.int() }),
      /**
       * Amounts by tender and what the close compared; null while the drawer is open and until the office has counted all
       * that it handed over, so that nobody counts what is known already.
       */
      totals: z
        .strictObject({
          issuedCents: z.int(),
          voidedCents: z.int(),
          tenders: z.array(TenderTotals),
          /** Of these two the first, should there be more. */
          paidIns: z.array(PaidIn).max(BATCHES_MAX),
          paidOuts: z.array(PaidOut).max(BATCHES_MAX),
          floatCents: z.int(),
          comparison: z.array(ComparedTender),
          /** Checks and money orders that only the drawer knew of, or only its count. */
          strays: Comparison.omit({ tenders: true }),
        })
        .nullable(),
      handoffs: z.array(BatchHandoff),
      undoings: z.array(BatchUndoing).max(BATCHES_MAX),
      /** How many undoings there are, those included that the list has no room for. */
      undone: z.int(),
      steps: z.array(BatchStep),
      /** Whose counts were not blind, in the order in which they learned what they counted then. */
      foreknown: z.array(Foreknown),
      /** What approving it says yes to; null while it cannot be approved. */
      mark: Hash.nullable(),
      /** What keeps whoever asks from approving it, and who can instead; null where nothing does. */
      yours: z.strictObject({ part: PartTaken, what: Label.or(HandoffLabel), others: z.array(z.string()) }).nullable(),
    }),
    reads: ['office'],
  }),

  /** Says yes to a batch as it was shown. By somebody who had no part in it, where there is anybody. */
  approveBatch: officeCommand({
    who: APPROVES,
    input: { batch: Label, mark: Hash },
    output: z.strictObject({ batch: Label, state: BatchState }),
    touches: ['office'],
  }),

  /** The mark that a second person approves where the office ends a drawer: it tells nothing of what was expected. */
  drawerEnding: officeQuery({
    who: APPROVES,
    input: ending,
    output: z.strictObject({ mark: Hash, notApprovers: z.array(z.string()) }),
    reads: ['office'],
  }),

  /**
   * Ends a drawer that a station left open which was enrolled anew since: what its tray holds is counted blind, and is
   * handed over from there as at any close. Needs a second person, who is not its cashier.
   */
  endDrawer: officeCommand({
    who: APPROVES,
    input: { ...ending, approval: Approval.optional() },
    output: z.strictObject({ drawer: Label, batch: Label, comparison: Comparison }),
    touches: ['office'],
  }),

  /** Sends a batch back with a reason. It stays closed; what was wrong is put right by corrections, which it then shows. */
  sendBackBatch: officeCommand({
    who: APPROVES,
    input: { batch: Label, reason: lineOfText(WORDS_MAX) },
    output: z.strictObject({ batch: Label, state: BatchState }),
    touches: ['office'],
  }),
} as const;
