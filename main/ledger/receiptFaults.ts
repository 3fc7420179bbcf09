import { tenderAccount } from '#domain/distribution';
import type { EntryOf } from '#domain/entry';
import { type Posting, reversed } from '#domain/posting';
import type { Receipt } from '#domain/receipt';
import { receiptLabel } from '#domain/series';
import { isSameMovement, lineFault, type Movements, move, moveLine, movementsOf, totalOf } from './lineMovements.ts';

/**
 * What does not agree within a receipt's entry, or null: lines, tenders, who paid what, and the postings must all tell
 * the same money (F15). Amounts may be of any size here, so plain numbers are compared, exactly.
 */
export function receiptFault(entry: EntryOf<'receipt_issued'> | EntryOf<'receipt_voided'>): string | null {
  if (entry.kind === 'receipt_issued') return faultOf(entry, entry.payload, entry.postings);
  return faultOf(entry, entry.payload.receipt, reversed(entry.postings));
}

type Where = { series: string; epoch: number };

function faultOf(where: Where, receipt: Receipt, postings: readonly Posting[]): string | null {
  if (receipt.label !== receiptLabel(where.series, where.epoch, receipt.number)) return 'its label is not its number';
  return linesFault(receipt) ?? tendersFault(receipt) ?? paymentsFault(receipt) ?? postingsFault(receipt, postings);
}

function linesFault(receipt: Receipt): string | null {
  for (const line of receipt.lines) {
    const fault = lineFault(line);
    if (fault !== null) return fault;
  }
  return totalOf(receipt.lines) === receipt.totalCents ? null : 'the lines do not come to the total';
}

function tendersFault(receipt: Receipt): string | null {
  let change = 0;
  let rounding = 0;
  for (const tender of receipt.tenders) {
    if (tender.kind !== 'cash') continue;
    if (tender.tenderedCents - tender.changeCents !== tender.cents) return 'cash kept is not cash given less change';
    // Rounding that leads anywhere else would be a cent or two that nobody misses.
    if (tender.roundingCents !== 0 && !isOfFives(tender.cents)) return 'cash was rounded to what is no five cents';
    change += tender.changeCents;
    rounding += tender.roundingCents;
  }
  if (change !== receipt.changeCents) return 'the change is not that of its tenders';
  if (rounding !== receipt.roundingCents) return 'the rounding is not that of its tenders';
  return totalOf(receipt.tenders) - rounding === receipt.totalCents ? null : 'the tenders do not come to the total';
}

/** What cash is rounded to; nothing is rounded away altogether. */
function isOfFives(kept: number): boolean {
  return kept > 0 && kept % 5 === 0;
}

function paymentsFault(receipt: Receipt): string | null {
  const lines = receipt.lines.map((line) => line.cents as number);
  const tenders = receipt.tenders.map((tender) => tender.cents - (tender.kind === 'cash' ? tender.roundingCents : 0));
  for (const payment of receipt.payments) {
    lines[payment.line] = (lines[payment.line] ?? Number.NaN) - payment.cents;
    tenders[payment.tender] = (tenders[payment.tender] ?? Number.NaN) - payment.cents;
  }
  return [...lines, ...tenders].every((left) => left === 0) ? null : 'tenders and lines do not pay one another';
}

/** Drawer accounts must hold the tenders, each fund what its charges and shares got, unapplied credit what was left over. */
function postingsFault(receipt: Receipt, postings: readonly Posting[]): string | null {
  const expected: Movements = new Map();
  for (const tender of receipt.tenders) move(expected, tenderAccount(receipt.drawer, tender), tender.cents);
  for (const [place, line] of receipt.lines.entries()) moveLine(expected, receipt.label, place, line, 1);
  move(expected, 'rounding', -receipt.roundingCents);
  return isSameMovement(expected, movementsOf(postings)) ? null : 'the postings are not those of the receipt';
}
