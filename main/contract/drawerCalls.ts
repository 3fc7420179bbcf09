import * as z from 'zod';
import { CHECKS_MAX, Comparison, Count, CountedCheck, UNPRINTED_MAX } from '#domain/balancing';
import { BusinessDay, DayAsked } from '#domain/businessDay';
import { Pieces } from '#domain/denominations';
import { FloatLabel } from '#domain/handoff';
import { Hash } from '#domain/hash';
import { DrawerTender } from '#domain/tender';
import { lineOfText, WORDS_MAX } from '#domain/text';
import { command, query } from './definition.ts';
import { Approval, AT_THE_TRAY, DocumentKind, Drawer, Label } from './shapes.ts';

/** `reason`: why drawers of an earlier day stay open. */
const opening = { businessDay: DayAsked, float: Pieces, reason: lineOfText(WORDS_MAX).optional() };

/** A drawer from float to close. */
export const drawerCalls = {
  /**
   * Opens a drawer for the signed-in person with a counted float. Another day than today needs an approval of
   * `openingMark`; so do drawers of an earlier day that are not closed, and a reason.
   */
  openDrawer: command({
    who: AT_THE_TRAY,
    /** `handoff`: the issued float that is taken; each is taken once, by whom it was issued to. */
    input: { ...opening, handoff: FloatLabel.optional(), approval: Approval.optional() },
    output: Drawer,
    touches: ['drawer'],
  }),

  /** What a supervisor approves when a drawer opens for another day than today, or while one of an earlier day is open. */
  openingMark: query({
    who: AT_THE_TRAY,
    input: opening,
    output: z.strictObject({
      mark: Hash,
      needsApproval: z.boolean(),
      /** Drawers of an earlier business day that are not closed at this station: they need a reason. */
      left: z.array(z.strictObject({ drawer: Label, cashierName: z.string(), businessDay: BusinessDay })),
    }),
    reads: ['drawer'],
  }),

  /** From here on nothing is taken in this drawer, until the count is left or the drawer is closed. */
  startCount: command({ who: AT_THE_TRAY, input: { drawer: Label }, output: Drawer, touches: ['drawer'] }),

  /** Back to the counter without having submitted a count. */
  leaveCount: command({ who: AT_THE_TRAY, input: { drawer: Label }, output: Drawer, touches: ['drawer'] }),

  /** What a drawer that is being counted must hold, where the district counts with open eyes. A recount never does. */
  expected: query({
    who: AT_THE_TRAY,
    input: { drawer: Label },
    output: z.strictObject({
      tenders: z.array(z.strictObject({ tender: DrawerTender, cents: z.int(), items: z.int().nullable() })),
    }),
    reads: ['drawer'],
  }),

  /** Submits a blind count. The first is the cashier's; a recount is a second person's, and both stay. */
  submitCount: command({
    who: AT_THE_TRAY,
    input: { drawer: Label, count: Count },
    output: z.strictObject({ countNumber: z.int() }),
    touches: ['drawer'],
  }),

  /** Expected beside counted, per tender. Refused until a count is submitted: nobody sees what is expected before. */
  comparison: query({
    who: AT_THE_TRAY,
    /** The reason that is going to be given, for the mark. */
    input: { drawer: Label, reason: lineOfText(WORDS_MAX).optional() },
    output: z.strictObject({
      drawer: Drawer,
      countNumber: z.int(),
      countedBy: z.string(),
      count: Count,
      comparison: Comparison,
      /** Of each missing check and money order the receipts that took one of its number and amount: more where some are alike. */
      missingOf: z.array(CountedCheck.extend({ receipts: z.array(Label) })).max(2 * CHECKS_MAX),
      /** How the cash expected came about, kind by kind of entry; the parts sum to it. */
      cash: z.array(
        z.strictObject({
          by: z.enum(['float', 'receipts', 'voids', 'corrections', 'refunds', 'drops', 'paid_in', 'paid_out']),
          cents: z.int(),
          items: z.int(),
        }),
      ),
      /** Slips of this drawer that failed, are in doubt, or wait for long: to be dealt with, or left with an approval. */
      unprinted: z
        .array(
          z.strictObject({
            job: z.int(),
            document: DocumentKind,
            label: Label,
            state: z.enum(['waiting', 'printing', 'printed', 'failed', 'in_doubt']),
          }),
        )
        .max(UNPRINTED_MAX),
      demand: z.enum(['nothing', 'reason', 'approval']),
      /** What goes on: cash to the batch, checks to the batch, the float kept. */
      toBatchCashCents: z.int(),
      toBatchCheckCents: z.int(),
      toBatchMoneyOrderCents: z.int(),
      floatReturnedCents: z.int(),
      /** Who cannot say yes to its close: its cashier, and who made the count that counts. */
      notApprovers: z.array(z.string()),
      /** What a supervisor approves when a difference is beyond the second limit: the count, the differences, the reason. */
      mark: Hash,
    }),
    reads: ['drawer', 'printer'],
  }),

  /** Closes the drawer on its last count, posts over or short, and prints the Z report. */
  closeDrawer: command({
    who: AT_THE_TRAY,
    input: {
      drawer: Label,
      countNumber: z.int().positive(),
      reason: lineOfText(WORDS_MAX).optional(),
      approval: Approval.optional(),
    },
    output: z.strictObject({ drawer: Label, z: Label, grandTotalCents: z.int(), overShortCents: z.int() }),
    touches: ['drawer', 'receipts', 'printer'],
  }),

  /** Z reports of this station, latest first. Amounts are null while the office has still to count what they tell. */
  zReports: query({
    who: 'signed-in',
    input: {},
    output: z.strictObject({
      reports: z.array(
        z.strictObject({
          label: Label,
          drawer: Label,
          cashierName: z.string(),
          businessDay: BusinessDay,
          closedAt: z.int(),
          receipts: z.int(),
          issuedCents: z.int().nullable(),
          overShortCents: z.int().nullable(),
        }),
      ),
    }),
    reads: ['drawer'],
  }),
} as const;
