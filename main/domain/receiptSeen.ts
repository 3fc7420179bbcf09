import { never } from './assert.ts';
import type { BusinessDay } from './businessDay.ts';
import type { EntryOf } from './entry.ts';
import type { Undone } from './paymentElsewhere.ts';
import type { Receipt, VoidReason } from './receipt.ts';
import { lastUndone, type ReceiptHistory, standingIn, type UndoesAPart } from './receiptHistory.ts';
import type { Tender } from './tender.ts';
import type { CorrectionReason, RefundMeans, RefundReason, ReversalReason, Standing } from './undo.ts';

/** One receipt as a list shows it. Instants are ms since 1970. */
export type ReceiptHead = {
  label: string;
  drawer: string;
  cashierName: string;
  businessDay: BusinessDay;
  issuedAt: number;
  payer: string;
  paidBy: string;
  totalCents: number;
  undone: Exclude<Undone, 'void'> | null;
  voided: { at: number; reason: VoidReason; approverName: string } | null;
};

/** One correction, reversal or refund of it. */
type UndoSeen = {
  label: string;
  kind: 'correction' | 'reversal' | 'refund';
  at: number;
  byName: string;
  approverName: string;
  reason: CorrectionReason | ReversalReason | RefundReason;
  cents: number;
  means: RefundMeans['kind'] | null;
};

/** One receipt whole, wherever it was taken: what was recorded, what stands of it, and what undid the rest. */
export type ReceiptSeen = ReceiptHead & { receipt: Receipt; standing: Standing; undos: UndoSeen[] };

/** A person's name by the id that the journal keeps. */
type NameOf = (person: string) => string;

/** All that is to be told of a receipt. */
export function receiptSeen(history: ReceiptHistory, nameOf: NameOf): ReceiptSeen {
  return {
    ...receiptHead(history, nameOf),
    receipt: history.issued.entry.payload,
    standing: standingIn(history),
    undos: history.undos.map(({ entry }) => undoSeen(entry, nameOf)),
  };
}

/** Who, when, how much, how paid, and what became of it: paid as it stands after corrections. */
export function receiptHead(history: ReceiptHistory, nameOf: NameOf): ReceiptHead {
  const { issued, voided } = history;
  const { entry, personal } = issued;
  return {
    label: entry.payload.label,
    drawer: entry.payload.drawer,
    cashierName: nameOf(entry.actor),
    businessDay: entry.businessDay,
    issuedAt: entry.recordedAt,
    payer: personal?.payer ?? '',
    paidBy: standingIn(history).tenders.map(tenderInWords).join(', '),
    totalCents: entry.payload.totalCents,
    undone: lastUndone(history),
    voided: voided && {
      at: voided.entry.recordedAt,
      reason: voided.entry.payload.reason,
      approverName: nameOf(voided.entry.approver ?? ''),
    },
  };
}

/** `Cash`, `Check № 1187`, `Money order № 201`, `Card ··8841`, `Credit`. */
function tenderInWords(tender: Tender): string {
  switch (tender.kind) {
    case 'cash':
      return 'Cash';
    case 'check':
      return `Check № ${tender.checkNumber}`;
    case 'money-order':
      return `Money order № ${tender.serial}`;
    case 'credit':
      return 'Credit';
    case 'card':
      return `Card ··${tender.lastFour}`;
    default:
      return never(tender);
  }
}

function undoSeen(entry: EntryOf<UndoesAPart>, nameOf: NameOf): UndoSeen {
  return {
    label: entry.payload.label,
    at: entry.recordedAt,
    byName: nameOf(entry.actor),
    approverName: nameOf(entry.approver ?? ''),
    ...undoTold(entry),
  };
}

function undoTold(entry: EntryOf<UndoesAPart>): Pick<UndoSeen, 'kind' | 'reason' | 'cents' | 'means'> {
  switch (entry.kind) {
    case 'receipt_corrected': {
      const { reason, correction } = entry.payload;
      return { kind: 'correction', reason, cents: correction.from.cents, means: null };
    }
    case 'receipt_reversed': {
      const { reason, parts } = entry.payload;
      return { kind: 'reversal', reason, cents: parts.reduce((total, { line }) => total + line.cents, 0), means: null };
    }
    case 'refund_issued': {
      const { reason, cents, means } = entry.payload;
      return { kind: 'refund', reason, cents, means: means.kind };
    }
    default:
      return never(entry);
  }
}
