import { assert } from '#domain/assert';
import { accountOfLine, isPermit } from '#domain/line';
import { cashIn } from '#domain/receipt';
import type { Placed } from '#domain/recorded';
import { opensTray } from '#domain/tender';
import { moveCurrency } from '../currency.ts';
import { documentPositionOf } from '../documentPosition.ts';
import { recordedAt } from '../journal.ts';
import { addMessage } from '../messages.ts';
import type { Tx } from '../open.ts';
import { addPrintJob } from '../printJobs.ts';
import { addReceipt, addVoid, receiptOf } from '../receipts.ts';
import { indexReceipt } from '../receiptWords.ts';
import { addSuspensionStep } from '../suspensions.ts';
import { queueNotices } from './notices.ts';
import { printSlip } from './slips.ts';

/** A receipt: its rows, the words to find it by, the payer's currency, and what waits for paper or mail. */
export function receiptIssued(tx: Tx, placed: Placed<'receipt_issued'>): void {
  const { entry, personal, position } = placed;
  const { epoch, recordedAt: receivedAt, payload: receipt } = entry;
  const { number, label, drawer, totalCents } = receipt;
  const payer = personal?.payer ?? '';
  addReceipt(tx, { position, label, epoch, number, drawer, payer, totalCents }, receipt);
  moveCurrency(tx, { payer, receivedAt, position, cents: cashIn(receipt) });
  const accounts = receipt.lines.map(accountOfLine).filter((account) => account !== null);
  indexReceipt(tx, position, [payer, ...(personal?.customers ?? [])], accounts);
  printIssued(tx, placed);
  const address = personal?.email;
  if (address !== undefined)
    addMessage(tx, { position, kind: 'slip', label, accountNumber: '', address, at: receivedAt });
  if (receipt.resumed !== null) addSuspensionStep(tx, receipt.resumed, position, 'taken');
}

function printIssued(tx: Tx, placed: Placed<'receipt_issued'>): void {
  const { label, delivery, tenders, lines } = placed.entry.payload;
  const kick = opensTray(tenders);
  const onPaper = delivery === 'paper' || delivery === 'both';
  // A slip that nobody wants prints nothing, but the tray must open all the same.
  if (onPaper || kick) printSlip(tx, placed, { document: onPaper ? 'receipt' : 'tray', label, kick });
  if (lines.some(isPermit)) printSlip(tx, placed, { document: 'permit', label, kick: false });
}

/** A void: what the receipt had paid and brought is taken back, and its accounts are told. */
export function receiptVoided(tx: Tx, placed: Placed<'receipt_voided'>): void {
  const { entry, position } = placed;
  const { receipt } = entry.payload;
  const known = receiptOf(tx, receipt.label);
  assert(known, `receipt ${receipt.label} was not there to void`);
  addVoid(tx, { receiptPosition: known.position, position }, receipt);
  const receivedAt = recordedAt(tx, known.position).entry.recordedAt;
  moveCurrency(tx, { payer: known.payer, receivedAt, position, cents: -cashIn(receipt) });
  printSlip(tx, placed, { document: 'void', label: receipt.label, kick: opensTray(receipt.tenders) });
  queueNotices(tx, placed, receipt.lines);
}

/** Another print of a slip, or the first where none was wanted: made of the entry that the slip is of. */
export function receiptReprinted(tx: Tx, { entry }: Placed<'receipt_reprinted'>): void {
  const { label, copy, document = 'receipt', blind = false } = entry.payload;
  const position = documentPositionOf(tx, document, label);
  assert(position !== null, `${document} ${label} was not there to print again`);
  addPrintJob(tx, { position, document, label, copy, kick: false, blind, changedAt: entry.recordedAt });
}
