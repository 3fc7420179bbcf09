import * as z from 'zod';
import { BatchState } from '#domain/batch';
import { BusinessDay, DayAsked } from '#domain/businessDay';
import { DepositLabel, DepositState } from '#domain/deposit';
import { DrawerTender } from '#domain/tender';
import { BATCHES_MAX } from './batchCalls.ts';
import { officeQuery } from './definition.ts';
import { Label } from './shapes.ts';
import { DayTieRow, TieBreak } from './tieShapes.ts';

const SEES = ['supervisor', 'finance', 'auditor'] as const;

/** Rows of what waits for somebody, and of deposits. */
export const DAY_ROWS_MAX = 20;

/** What one tender of a drawer brought: issued, less what is void or reversed, with what corrections moved. */
const Taken = z.strictObject({ tender: DrawerTender, cents: z.int() });

const DayDrawer = z.strictObject({
  batch: Label,
  drawer: Label,
  station: z.string(),
  cashierName: z.string(),
  state: BatchState,
  /**
   * When it came into that state; when it opened, while it is open. Null of a state that comes of what is done elsewhere:
   * `balanced`, `deposited` and `posted`.
   */
  at: z.int().nullable(),
  receipts: z.int(),
  /**
   * Null while the drawer is open or counted, and until the office has counted all that it handed over: nobody counts
   * what is known already.
   */
  told: z
    .strictObject({
      taken: z.array(Taken),
      takenCents: z.int(),
      /** What a tender was counted over or short; none for one that agreed. */
      differences: z.array(Taken),
    })
    .nullable(),
});
export type DayDrawer = z.infer<typeof DayDrawer>;

/** Somebody had two drawers open at once, at stations that did not hear of one another. */
export const DrawersAtOnce = z.strictObject({
  personName: z.string(),
  drawer: Label,
  station: z.string(),
  other: Label,
  otherStation: z.string(),
});
export type DrawersAtOnce = z.infer<typeof DrawersAtOnce>;

/**
 * What somebody must do next. Of a deposit: `witness` it, or `settleDeposit` where its counts differ; `recount` one whose
 * seal was broken; `hand` over what lies ready, or `transmit` its images. `cents` is null where the amount is not for her
 * yet.
 */
const Waiting = z.strictObject({
  what: z.enum([
    ...(['approve', 'end', 'count', 'settle', 'deposit'] as const),
    ...(['witness', 'settleDeposit', 'recount', 'hand', 'transmit'] as const),
  ]),
  label: Label,
  drawer: Label.nullable(),
  personName: z.string(),
  at: z.int(),
  cents: z.int().nullable(),
});
export type Waiting = z.infer<typeof Waiting>;

const DayDeposit = z.strictObject({
  deposit: DepositLabel,
  state: DepositState,
  /** Money of the day lies in it. */
  isOfDay: z.boolean(),
  dueAt: z.int(),
  handedAt: z.int().nullable(),
  isLate: z.boolean(),
  lateReason: z.strictObject({ words: z.string().nullable() }).nullable(),
});
export type DayDeposit = z.infer<typeof DayDeposit>;

/** One business day of the whole district, as it stands. */
export const daySeen = {
  day: officeQuery({
    who: SEES,
    /** Today unless another day is named. */
    input: { day: DayAsked.optional() },
    output: z.strictObject({
      day: BusinessDay,
      /** The nearest days that had business. */
      previous: BusinessDay.nullable(),
      next: BusinessDay.nullable(),
      stations: z.strictObject({
        enrolled: z.int(),
        /** Those of which no entry of the day has arrived. */
        silent: z.array(z.string()),
      }),
      drawers: z.array(DayDrawer).max(BATCHES_MAX),
      /** Of drawers of this day those that were open at once with another of the same person. */
      atOnce: z.array(DrawersAtOnce).max(DAY_ROWS_MAX),
      /** Of the drawers whose amounts are told. */
      totals: z.strictObject({ receipts: z.int(), taken: z.array(Taken), takenCents: z.int() }),
      /** From the receipts of these drawers to the bank: per tender, what was received and its breaks are what the bank has. */
      tie: z.array(DayTieRow),
      breaks: z.array(TieBreak),
      /** What waits for who asks, the oldest first; nothing for who changes nothing. */
      waiting: z.array(Waiting).max(DAY_ROWS_MAX),
      /**
       * Those that money of the day lies in; with today all others that are not on their way, and that were late this
       * month. What is not on its way comes first, the next due before all.
       */
      deposits: z.array(DayDeposit).max(DAY_ROWS_MAX),
      /** Null with another day than today. */
      lateThisMonth: z.int().nullable(),
      /** Batches whose time is over and that are in no deposit, and since when the first of them is; null with another day. */
      lateBatches: z.strictObject({ batches: z.int(), dueAt: z.int() }).nullable(),
      hours: z.array(
        z.strictObject({
          hour: z.int().min(0).max(23),
          receipts: z.int(),
          /** The mean of the last days of the same name; null before there was one. */
          usual: z.number().nullable(),
        }),
      ),
    }),
    reads: ['office'],
  }),
} as const;
