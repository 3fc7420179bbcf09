import * as z from 'zod';
import { BusinessDay } from '#domain/businessDay';
import { DepositLabel } from '#domain/deposit';
import { DrawerTender } from '#domain/tender';
import { TieWhy } from '#domain/tie';
import { Label } from './shapes.ts';

/** Where the tie from receipts to the bank does not hold, and why: `cents` is what the later place has more. */
export const TieBreak = z.strictObject({
  why: TieWhy,
  /** Null where the bank tells one amount of several tenders. */
  tender: DrawerTender.nullable(),
  batch: Label.nullable(),
  deposit: DepositLabel.nullable(),
  /** What it is found by: a drawer, a handoff, a bag, a paper, the number of what was undone. Null where the batch or the deposit says it all. */
  document: z.string().nullable(),
  /** The day with whose money it stands, where that is another; `cents` is then 0. */
  day: BusinessDay.nullable(),
  /** 0 too of a paper that no close counted: the handoff at which it was found has the difference. */
  cents: z.int(),
});
export type TieBreak = z.infer<typeof TieBreak>;

/** Whether a place holds what the one before held: `open` while it is still to come, or cannot be told. */
const Holds = z.enum(['even', 'differs', 'open']);
export type Holds = z.infer<typeof Holds>;

/** One tender of a business day through all four places. */
export const DayTieRow = z.strictObject({
  /** Null: of bags with several tenders whose slips differ, what was deposited and what the slips say, each bag as a whole. */
  tender: DrawerTender.nullable(),
  /** Issued, less what is void or reversed, with what corrections moved. */
  receiptsCents: z.int(),
  /** What the drawers handed over, floats aside; of cards the terminals' totals. */
  drawersCents: z.int(),
  /** What is in deposits that were counted twice; null for cards, which nobody carries. */
  depositCents: z.int().nullable(),
  /** What the bank's slips, or the county's receipts, say of this tender; null for cards until a statement says it. */
  bankCents: z.int().nullable(),
  /** What of this tender lies in bags that are told as a whole: how much of it the bank had nobody can tell. */
  untoldCents: z.int(),
  holds: z.strictObject({ drawers: Holds, deposit: Holds.nullable(), bank: Holds }),
});
export type DayTieRow = z.infer<typeof DayTieRow>;
