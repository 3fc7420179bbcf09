import * as z from 'zod';
import { Attachment } from './attachment.ts';
import { Comparison, Count } from './balancing.ts';
import { CashOut, NoSaleReason } from './custody.ts';
import { Pieces } from './denominations.ts';
import { DrawerTotals } from './drawerTotals.ts';
import { FundAndBars } from './fundAndBars.ts';
import { HandoffLabel } from './handoff.ts';
import { Hash } from './hash.ts';
import { AmountTold, DocumentLabel } from './payloadShapes.ts';

/** What every one but a drop tells: whose drawer, and its own number, counted by kind without gaps. */
const own = { drawer: DocumentLabel, number: z.int().positive(), label: DocumentLabel };
/** Hash of what a second person approved; its short form is the mark on the screen. */
const approved = { ...own, mark: Hash };
const counted = { batch: DocumentLabel, pieces: Pieces, cents: AmountTold.min(1) };

/** What the entries tell of cash that moves at one drawer and is no receipt. Words that give a reason stand beside. */
export const custodyPayloads = {
  /** Cash on its way to the safe. It stays part of the drawer's batch. */
  cash_dropped: z.strictObject({
    drawer: DocumentLabel,
    /** Drops of one drawer are numbered from 1. */
    number: z.int().positive(),
    handoff: HandoffLabel,
    ...counted,
  }),
  /** A drop of more than the drawer held: nothing moved. It tells that its cashier may know what she counts. */
  drop_refused: z.strictObject({ drawer: DocumentLabel, ...counted }),
  /**
   * Cash that was to leave the drawer otherwise, with a second person's yes to exactly that, and the drawer held less: nothing
   * moved. It tells the same of its cashier.
   */
  cash_out_refused: z.strictObject({
    drawer: DocumentLabel,
    batch: DocumentLabel,
    what: CashOut,
    cents: AmountTold,
    mark: Hash,
  }),
  /** The tray was opened and no money moved. */
  no_sale: z.strictObject({ ...approved, reason: NoSaleReason }),
  /** Cash put in that is no receipt; `place` of the chart is where it comes from. */
  cash_paid_in: z.strictObject({ ...approved, ...counted, place: FundAndBars }),
  /** Cash taken out for something; `place` of the chart bears it, and what proves it is attached. */
  cash_paid_out: z.strictObject({ ...approved, ...counted, place: FundAndBars, attachment: Attachment }),
  /** Pieces of the drawer for as much of the safe in other pieces. What the drawer holds stays the same. */
  change_swapped: z.strictObject({ ...approved, out: Pieces, in: Pieces, cents: AmountTold.min(1) }),
  /** A supervisor counted the drawer at some moment of the day, and what came of it. It goes on. */
  drawer_checked: z.strictObject({ ...own, count: Count, comparison: Comparison }),
  /** A supervisor read what the drawer must hold (X): all that the slip says. */
  totals_read: z.strictObject({ ...own, totals: DrawerTotals }),
} as const;
