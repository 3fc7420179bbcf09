import * as z from 'zod';
import { BusinessDay, DayAsked } from '#domain/businessDay';
import { Hash } from '#domain/hash';
import { lineOfText, WORDS_MAX } from '#domain/text';
import { officeCommand, officeQuery } from './definition.ts';
import { Approval, Label } from './shapes.ts';

const CLOSES = ['supervisor', 'finance'] as const;
const SEES = [...CLOSES, 'auditor'] as const;

/** Business days on one page. */
export const DAYS_MAX = 62;
/** Loose ends that are named one by one; whoever has more begins with these. */
export const LOOSE_ENDS_MAX = 200;

/** A station's mark, such as W3. */
const Station = lineOfText(10);

/** Something of a day that is not in order when it is closed. */
const LooseEnd = z.strictObject({
  /** `drawer_open`: its drawer is in use. `drawer_left`: only the office can end it, its station was enrolled anew. `batch_not_approved`. `station_silent`: it may hold receipts that nobody here knows of. `entries_parked`. `entries_waiting`: sent and not applied. `entries_stray`: came since the close before from a station that was replaced, or follow on nothing here. `drawers_at_once`: one person had both open. */
  why: z.enum([
    'drawer_open',
    'drawer_left',
    'batch_not_approved',
    'drawers_at_once',
    'station_silent',
    'entries_parked',
    'entries_waiting',
    'entries_stray',
  ]),
  station: Label,
  batch: Label.nullable(),
  /** Two drawers that one person had open at once. */
  drawers: z.tuple([Label, Label]).nullable(),
  cashierName: z.string().nullable(),
  businessDay: BusinessDay.nullable(),
  entries: z.int().nullable(),
  /** When the station was heard from last; null where it never was, or where it does not matter. */
  heardAt: z.int().nullable(),
});
export type LooseEnd = z.infer<typeof LooseEnd>;

const closing = { mark: Hash, reason: lineOfText(WORDS_MAX).optional(), approval: Approval.optional() };

/** Closing business days: what comes later keeps its date and posts to the next open one. */
export const dayCalls = {
  /** Business days on which something was recorded, the newest first. */
  days: officeQuery({
    who: SEES,
    input: {
      /** The last of the page before. */
      after: DayAsked.optional(),
      most: z.int().min(1).max(DAYS_MAX).optional(),
    },
    output: z.strictObject({
      closedThrough: BusinessDay.nullable(),
      today: BusinessDay,
      days: z
        .array(
          z.strictObject({
            day: BusinessDay,
            state: z.enum(['open', 'closed']),
            closedByName: z.string().nullable(),
            closedAt: z.int().nullable(),
            /** Of a close with loose ends who agreed to them, and why; null without. */
            approverName: z.string().nullable(),
            words: z.string().nullable(),
            /** Stations that closed the day by themselves. */
            stationsClosed: z.array(Label),
            receipts: z.int(),
            /** Of them what came after the seal of a closed day, as issued, by the day that it posts to; null: the next that closes. No cents until the office has counted all of their drawers. */
            late: z.array(
              z.strictObject({ receipts: z.int(), cents: z.int().nullable(), postsTo: BusinessDay.nullable() }),
            ),
            /** Of the day's batches, those that are not approved. */
            batchesLeft: z.int(),
            /** The GL export it went out with. */
            glExport: z.int().nullable(),
          }),
        )
        .max(DAYS_MAX),
      more: z.boolean(),
    }),
    reads: ['office'],
  }),

  /** What closing a day would seal, everything that is not in order, and the mark of it. */
  dayClose: officeQuery({
    who: CLOSES,
    input: {
      day: DayAsked,
      /** Only this station's. */
      station: Station.optional(),
      /** Why it closes with loose ends: the mark covers it. */
      reason: lineOfText(WORDS_MAX).optional(),
    },
    output: z.strictObject({
      day: BusinessDay,
      /** The day up to which everything is closed already. */
      previous: BusinessDay.nullable(),
      seals: z.array(
        z.strictObject({
          station: Label,
          /** The last entry that counts in. */
          sequence: z.int(),
          receipts: z.int(),
          /** It closed this day by itself. */
          isClosed: z.boolean(),
        }),
      ),
      looseEnds: z.array(LooseEnd).max(LOOSE_ENDS_MAX),
      /** With loose ends, those that are not named included: it needs a reason and a second person. */
      looseEndsInAll: z.int(),
      mark: Hash,
    }),
    reads: ['office'],
  }),

  /** Closes every day that is not closed yet, up to this one, for all stations. */
  closeDay: officeCommand({
    who: CLOSES,
    input: { day: DayAsked, ...closing },
    output: z.strictObject({ day: BusinessDay, number: z.int(), sealed: z.int() }),
    touches: ['office'],
  }),

  /** Closes one station's day before the district's. */
  closeStationDay: officeCommand({
    who: CLOSES,
    input: { day: DayAsked, station: Station, ...closing },
    output: z.strictObject({ day: BusinessDay, station: Label, sealed: z.int() }),
    touches: ['office'],
  }),
} as const;
