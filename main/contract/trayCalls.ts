import * as z from 'zod';
import { Attachment } from '#domain/attachment';
import { Comparison, Count } from '#domain/balancing';
import { NoSaleReason } from '#domain/custody';
import { Pieces } from '#domain/denominations';
import { DrawerTotals } from '#domain/drawerTotals';
import { FundAndBars } from '#domain/fundAndBars';
import { Hash } from '#domain/hash';
import { lineOfText, NAME_MAX, WORDS_MAX } from '#domain/text';
import { action, command, query } from './definition.ts';
import { Approval, AT_THE_TRAY, Label } from './shapes.ts';

const noSale = { drawer: Label, reason: NoSaleReason, words: lineOfText(WORDS_MAX).optional() };
/** `place`: where paid-in cash comes from, or what bears a paid-out. */
const paidIn = { drawer: Label, pieces: Pieces, place: FundAndBars, reason: lineOfText(WORDS_MAX) };
const paidOut = { ...paidIn, attachment: Attachment.pick({ name: true, sha256: true }) };
/** Out of the drawer and into it, by piece. */
const swap = { drawer: Label, out: Pieces, in: Pieces };
const Proposed = z.strictObject({ cents: z.int(), mark: Hash });
const Done = z.strictObject({ label: Label, cents: z.int() });
const TOUCHES = ['drawer', 'printer', 'sync'] as const;

/** Cash that moves at one drawer and is no receipt. What a second person approves is proposed first, then done. */
export const trayCalls = {
  /** Takes counted cash out of the own drawer to the safe. It stays part of the drawer's batch. */
  dropCash: command({
    who: AT_THE_TRAY,
    input: { drawer: Label, pieces: Pieces },
    output: z.strictObject({
      /** The handoff's own name, `W3-D0012-drop-1`. */
      handoff: Label,
      number: z.int(),
      cents: z.int(),
    }),
    touches: TOUCHES,
  }),

  /** The mark of a tray that is to be opened without money moving. */
  noSaleProposal: query({
    who: AT_THE_TRAY,
    input: noSale,
    output: z.strictObject({ mark: Hash }),
    reads: ['drawer'],
  }),

  /** Opens the tray although no money moves. */
  openTray: command({
    who: AT_THE_TRAY,
    input: { ...noSale, approval: Approval.optional() },
    output: z.strictObject({ label: Label }),
    touches: TOUCHES,
  }),

  paidInProposal: query({ who: AT_THE_TRAY, input: paidIn, output: Proposed, reads: ['drawer', 'station'] }),

  /** Puts cash into the own drawer that is no receipt. */
  payIn: command({
    who: AT_THE_TRAY,
    input: { ...paidIn, approval: Approval.optional() },
    output: Done,
    touches: TOUCHES,
  }),

  /** Keeps a scanned receipt on this station: a PDF, JPEG or PNG of at most 1 MB. An entry names it by its hash. */
  attachReceipt: action({
    who: AT_THE_TRAY,
    input: { name: lineOfText(NAME_MAX), base64: z.base64().min(4).max(2_000_000) },
    output: Attachment,
    touches: [],
  }),

  paidOutProposal: query({ who: AT_THE_TRAY, input: paidOut, output: Proposed, reads: ['drawer', 'station'] }),

  /** Pays cash out of the own drawer for something that is no refund, where the district allows it. */
  payOut: command({
    who: AT_THE_TRAY,
    input: { ...paidOut, approval: Approval.optional() },
    output: Done,
    touches: TOUCHES,
  }),

  /** What a swap of change with the safe comes to, and its mark. */
  swapProposal: query({ who: AT_THE_TRAY, input: swap, output: Proposed, reads: ['drawer'] }),

  /** Gives pieces of the own drawer to the safe for as much in other pieces. */
  swapChange: command({
    who: AT_THE_TRAY,
    input: { ...swap, approval: Approval.optional() },
    output: Done,
    touches: TOUCHES,
  }),

  /** A surprise count: a supervisor counts a drawer that is not hers, blind. It stays open; only she is told the result. */
  checkDrawer: command({
    who: ['supervisor'],
    input: { drawer: Label, count: Count },
    output: z.strictObject({ label: Label, comparison: Comparison }),
    touches: ['sync'],
  }),

  /** The X report: a supervisor reads what a drawer that is not hers must hold, on a slip. Who read it is journalled. */
  readTotals: command({
    who: ['supervisor'],
    input: { drawer: Label },
    output: z.strictObject({ label: Label, totals: DrawerTotals }),
    touches: ['printer', 'sync'],
  }),
} as const;
