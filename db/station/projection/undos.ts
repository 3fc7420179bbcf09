import { assert } from '#domain/assert';
import { type Cents, subtract, ZERO } from '#domain/money';
import type { UndoEntry } from '#domain/notice';
import { cashIn } from '#domain/receipt';
import { type ReceiptHistory, standingIn } from '#domain/receiptHistory';
import type { Placed } from '#domain/recorded';
import { moveCurrency } from '../currency.ts';
import type { Tx } from '../open.ts';
import { receiptHistory } from '../receiptHistory.ts';
import { applyCredits, applyLines, paperIn, receiptOf, referenceOf } from '../receipts.ts';
import { addCorrectedTender, addUndo, type UndoKind } from '../undos.ts';
import { queueNotices } from './notices.ts';
import { printSlip } from './slips.ts';

/** A line or a tender put right. */
export function receiptCorrected(tx: Tx, placed: Placed<'receipt_corrected'>): void {
  const receiptPosition = undone(tx, 'correction', placed);
  const { position } = placed;
  const { correction } = placed.entry.payload;
  if (correction.what === 'line') {
    applyLines(tx, position, [correction.from], -1);
    applyLines(tx, position, [correction.to], 1);
    return;
  }
  const { place, to } = correction;
  assert(to.kind !== 'credit', 'no tender is corrected to credit');
  const { kind, cents } = to;
  const found = { reference: referenceOf(to), paper: paperIn(to) };
  addCorrectedTender(tx, { position, receiptPosition, place, kind, cents, ...found });
}

/** A receipt that never was. */
export function receiptReversed(tx: Tx, placed: Placed<'receipt_reversed'>): void {
  undone(tx, 'reversal', placed);
  const { parts, credits } = placed.entry.payload;
  applyLines(tx, placed.position, linesOf(parts), -1);
  applyCredits(tx, placed.position, credits, -1);
}

/** Money of a receipt paid back. */
export function refundIssued(tx: Tx, placed: Placed<'refund_issued'>): void {
  undone(tx, 'refund', placed);
  applyLines(tx, placed.position, linesOf(placed.entry.payload.parts), -1);
}

/** What each of them leaves: its row, what it says of the payer's currency, its slip, its notices. Answers the receipt's position. */
function undone(
  tx: Tx,
  kind: UndoKind,
  placed: Omit<Placed<UndoEntry['kind']>, 'entry'> & { entry: Exclude<UndoEntry, { kind: 'receipt_voided' }> },
): number {
  const { entry, position } = placed;
  const { label, number, receipt } = entry.payload;
  const known = receiptOf(tx, receipt);
  assert(known, `receipt ${receipt} was not there to undo`);
  const before = receiptHistory(tx, known.position);
  addUndo(tx, { position, receiptPosition: known.position, kind, label, epoch: entry.epoch, number });
  const moved = subtract(currencyIn(receiptHistory(tx, known.position)), currencyIn(before));
  const receivedAt = before.issued.entry.recordedAt;
  moveCurrency(tx, { payer: known.payer, receivedAt, position, cents: moved });
  const kick = entry.kind === 'refund_issued' && entry.payload.means.kind === 'cash';
  printSlip(tx, placed, { document: kind, label, kick });
  queueNotices(tx, placed, standingIn(before).lines);
  return known.position;
}

/**
 * Currency that a receipt brought: its cash as its corrections leave it, nothing where it was reversed. A refund takes
 * nothing off: who pays in and takes back has paid in all the same.
 */
function currencyIn(history: ReceiptHistory): Cents {
  if (history.undos.some(({ entry }) => entry.kind === 'receipt_reversed')) return ZERO;
  return cashIn(standingIn(history));
}

function linesOf<T>(parts: readonly { line: T }[]): T[] {
  return parts.map((part) => part.line);
}
