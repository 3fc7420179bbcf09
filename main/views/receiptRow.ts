import type { ReceiptRow } from '#contract/shapes';
import { anyEntryAt, entryAt, type ReadEntry } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { voidPositionOf } from '#db/station/receipts';
import { syncState } from '#db/station/syncState';
import { undosOf } from '#db/station/undos';
import { never } from '#domain/assert';
import type { Tender } from '#domain/tender';
import { lastUndone, receiptStanding } from './standing.ts';

/** One receipt as a list shows it: who, when, how much, how paid, whether it was sent, and what became of it. */
export function receiptRow(
  db: StationDb,
  position: number,
  issued: ReadEntry<'receipt_issued'> = entryAt(db, position, 'receipt_issued'),
): ReceiptRow {
  const { entry, personal } = issued;
  const voidPosition = voidPositionOf(db, position);
  const voiding = voidPosition === null ? null : entryAt(db, voidPosition, 'receipt_voided').entry;
  const undo = undosOf(db, position).at(-1) ?? null;
  const { tenders } = undo === null ? entry.payload : receiptStanding(db, position, entry.payload);
  return {
    label: entry.payload.label,
    drawer: entry.payload.drawer,
    cashierName: nameOf(db, entry.actor),
    businessDay: entry.businessDay,
    issuedAt: entry.recordedAt,
    payer: personal?.payer ?? '',
    paidBy: tenders.map(tenderInWords).join(', '),
    totalCents: entry.payload.totalCents,
    sent: isSent(db, voiding ?? (undo === null ? entry : anyEntryAt(db, undo.position))),
    undone: lastUndone(db, position),
    voided: voiding && {
      at: voiding.recordedAt,
      reason: voiding.payload.reason,
      approverName: nameOf(db, voiding.approver ?? ''),
    },
  };
}

/** `Cash`, `Check № 1187`, `Money order № 201`, `Card ··8841`, `Credit`. */
export function tenderInWords(tender: Tender): string {
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

/** Whether the ledger has acknowledged an entry. Entries of earlier epochs went up before the epoch changed. */
function isSent(db: StationDb, entry: { epoch: number; sequence: number }): boolean {
  const state = syncState(db);
  if (!state) return false;
  return (
    entry.epoch < state.acknowledgedEpoch ||
    (entry.epoch === state.acknowledgedEpoch && entry.sequence <= state.acknowledgedSequence)
  );
}
