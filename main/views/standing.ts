import { anyEntryAt, entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { voidPositionOf } from '#db/station/receipts';
import { undosOf } from '#db/station/undos';
import { BrokenPromise } from '#domain/assert';
import type { Entry } from '#domain/entry';
import { accountOfLine, type ReceiptLine } from '#domain/line';
import type { Undone } from '#domain/paymentElsewhere';
import type { Receipt } from '#domain/receipt';
import { type Standing, standingOf, type Undoing } from '#domain/undo';

/** What happened to a receipt since it was issued, read from its entries. A void is not among them: nothing stands then. */
export function undoingsOf(db: StationDb, receiptPosition: number): Undoing[] {
  return undosOf(db, receiptPosition).map(({ position }) => undoingIn(anyEntryAt(db, position)));
}

/** A receipt as it stands now, after corrections, reversals and refunds. */
export function receiptStanding(db: StationDb, receiptPosition: number, receipt?: Receipt): Standing {
  const issued = receipt ?? entryAt(db, receiptPosition, 'receipt_issued').entry.payload;
  return standingOf(issued, undoingsOf(db, receiptPosition));
}

/**
 * What was done to a receipt last, a void aside.
 * @param accountNumber of the account whose part of it is asked about; null asks about the whole
 */
export function lastUndone(
  db: StationDb,
  receiptPosition: number,
  accountNumber: string | null = null,
): Exclude<Undone, 'void'> | null {
  const kind = undosOf(db, receiptPosition).at(-1)?.kind ?? null;
  if (kind !== 'refund') return kind;
  const isOfIt = (line: ReceiptLine) => accountNumber === null || accountOfLine(line) === accountNumber;
  const { lines } = receiptStanding(db, receiptPosition);
  return lines.some((line) => line !== null && isOfIt(line)) ? 'refund_in_part' : 'refund';
}

/** Whether nothing of a receipt stands because it was voided or reversed: its slip says so, and proves nothing. */
export function isCancelled(db: StationDb, receiptPosition: number): boolean {
  const isReversed = undosOf(db, receiptPosition).some(({ kind }) => kind === 'reversal');
  return isReversed || voidPositionOf(db, receiptPosition) !== null;
}

function undoingIn(entry: Entry): Undoing {
  switch (entry.kind) {
    case 'receipt_corrected':
      return { kind: 'corrected', correction: entry.payload.correction };
    case 'receipt_reversed':
    case 'refund_issued':
      return { kind: 'taken_back', parts: entry.payload.parts };
    default:
      throw new BrokenPromise(`${entry.kind} undoes no receipt`);
  }
}
