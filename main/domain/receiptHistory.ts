import { never } from './assert.ts';
import type { EntryKind, EntryOf } from './entry.ts';
import { accountOfLine, type ReceiptLine } from './line.ts';
import type { Undone } from './paymentElsewhere.ts';
import type { Recorded } from './recorded.ts';
import { type Standing, standingOf, type Undoing } from './undo.ts';

/** Entries that undo something of a receipt and leave the rest standing. A void is none: nothing stands then. */
export const UNDOES_A_PART = ['receipt_corrected', 'receipt_reversed', 'refund_issued'] as const satisfies EntryKind[];
export type UndoesAPart = (typeof UNDOES_A_PART)[number];

/** A receipt with all that was done to it since, in order: whoever has its entries can tell all of it. */
export type ReceiptHistory = {
  issued: Recorded<'receipt_issued'>;
  voided: Recorded<'receipt_voided'> | null;
  undos: readonly Recorded<UndoesAPart>[];
};

/** A receipt as it stands now, after corrections, reversals and refunds. */
export function standingIn({ issued, undos }: Pick<ReceiptHistory, 'issued' | 'undos'>): Standing {
  return standingOf(
    issued.entry.payload,
    undos.map(({ entry }) => undoingIn(entry)),
  );
}

/** Whether nothing of a receipt stands because it was voided or reversed: its slip says so, and proves nothing. */
export function isCancelled({ voided, undos }: Pick<ReceiptHistory, 'voided' | 'undos'>): boolean {
  return voided !== null || undos.some(({ entry }) => entry.kind === 'receipt_reversed');
}

const UNDO_WORDS = {
  receipt_corrected: 'correction',
  receipt_reversed: 'reversal',
  refund_issued: 'refund',
} as const satisfies Record<UndoesAPart, Undone>;

/**
 * What was done to a receipt last, a void aside.
 * @param accountNumber of the account whose part of it is asked about; null asks about the whole
 */
export function lastUndone(
  history: Pick<ReceiptHistory, 'issued' | 'undos'>,
  accountNumber: string | null = null,
): Exclude<Undone, 'void'> | null {
  const last = history.undos.at(-1);
  if (!last) return null;
  const word = UNDO_WORDS[last.entry.kind];
  if (word !== 'refund') return word;
  const isOfIt = (line: ReceiptLine) => accountNumber === null || accountOfLine(line) === accountNumber;
  return standingIn(history).lines.some((line) => line !== null && isOfIt(line)) ? 'refund_in_part' : word;
}

function undoingIn(entry: EntryOf<UndoesAPart>): Undoing {
  switch (entry.kind) {
    case 'receipt_corrected':
      return { kind: 'corrected', correction: entry.payload.correction };
    case 'receipt_reversed':
    case 'refund_issued':
      return { kind: 'taken_back', parts: entry.payload.parts };
    default:
      return never(entry);
  }
}
