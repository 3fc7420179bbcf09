import type { Entry, EntryOf } from './entry.ts';
import { accountOfLine, type ReceiptLine } from './line.ts';
import { type Cents, cents, sum } from './money.ts';
import { isCredit } from './tender.ts';

/** Entries that undo something of a receipt: the holder of each account concerned is told (design §6). */
export type UndoEntry = EntryOf<'receipt_voided' | 'receipt_corrected' | 'receipt_reversed' | 'refund_issued'>;

/** As much of such an entry as tells what was undone, also before it is written. */
export type Undoing = UndoEntry extends infer One
  ? One extends UndoEntry
    ? Pick<One, 'kind' | 'payload'>
    : never
  : never;

export function isUndo(entry: Entry): entry is UndoEntry {
  return /^(receipt_(voided|corrected|reversed)|refund_issued)$/.test(entry.kind);
}

/** What was done to one account, as its holder is told. */
export type NoticeWhat =
  | 'voided'
  | 'reversed'
  | 'refunded'
  | 'moved_off'
  | 'moved_on'
  | 'moved_within'
  | 'tender_corrected'
  | 'credit_returned';

export type Notice = { what: NoticeWhat; cents: Cents };

/** The receipt whose undoing an entry is. */
export function receiptUndone(entry: Undoing): string {
  return entry.kind === 'receipt_voided' ? entry.payload.receipt.label : entry.payload.receipt;
}

/**
 * The accounts whose holders are told of an undoing, each once.
 * @param standing the lines that stood before it: a tender put right concerns whoever it had paid for
 */
export function accountsToTell(entry: Undoing, standing: readonly (ReceiptLine | null)[]): string[] {
  const lines = isOfTender(entry) ? standing.filter((line) => line !== null) : linesUndone(entry);
  const found = [...lines.map(accountOfLine), ...linesNow(entry).map(accountOfLine), ...creditsReturned(entry).keys()];
  return [...new Set(found.filter((account) => account !== null))];
}

/** What the holder of one account is told: the entry alone says it, so that the notice can be made again at any time. */
export function noticeFor(entry: Undoing, accountNumber: string): Notice {
  if (entry.kind === 'receipt_corrected' && entry.payload.correction.what === 'tender')
    return { what: 'tender_corrected', cents: cents(entry.payload.correction.from.cents) };
  const off = centsOf(linesUndone(entry), accountNumber);
  const on = centsOf(linesNow(entry), accountNumber);
  if (off > 0 && on > 0) return { what: 'moved_within', cents: off };
  if (on > 0) return { what: 'moved_on', cents: on };
  if (off > 0) return { what: WHAT[entry.kind], cents: off };
  return { what: 'credit_returned', cents: cents(creditsReturned(entry).get(accountNumber) ?? 0) };
}

const WHAT: Record<UndoEntry['kind'], NoticeWhat> = {
  receipt_voided: 'voided',
  receipt_corrected: 'moved_off',
  receipt_reversed: 'reversed',
  refund_issued: 'refunded',
};

function isOfTender(entry: Undoing): boolean {
  return entry.kind === 'receipt_corrected' && entry.payload.correction.what === 'tender';
}

/** The lines, or parts of them, that stood and stand no more. */
function linesUndone(entry: Undoing): readonly ReceiptLine[] {
  switch (entry.kind) {
    case 'receipt_voided':
      return entry.payload.receipt.lines;
    case 'receipt_corrected':
      return entry.payload.correction.what === 'line' ? [entry.payload.correction.from] : [];
    default:
      return entry.payload.parts.map((part) => part.line);
  }
}

/** The lines that stand in their place. */
function linesNow(entry: Undoing): readonly ReceiptLine[] {
  return entry.kind === 'receipt_corrected' && entry.payload.correction.what === 'line'
    ? [entry.payload.correction.to]
    : [];
}

/** Credit that the receipt had spent and that its accounts have again. */
function creditsReturned(entry: Undoing): ReadonlyMap<string, number> {
  const returned = new Map<string, number>();
  const add = (account: string, amount: number) => returned.set(account, (returned.get(account) ?? 0) + amount);
  if (entry.kind === 'receipt_voided')
    for (const tender of entry.payload.receipt.tenders.filter(isCredit)) add(tender.accountNumber, tender.cents);
  if (entry.kind === 'receipt_reversed')
    for (const credit of entry.payload.credits) add(credit.accountNumber, credit.cents);
  return returned;
}

function centsOf(lines: readonly ReceiptLine[], accountNumber: string): Cents {
  return sum(lines.filter((line) => accountOfLine(line) === accountNumber).map((line) => cents(line.cents)));
}
