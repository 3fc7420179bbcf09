import { tenderAccount, unappliedAccount } from '#domain/distribution';
import { drawerAccount, explainedBy } from '#domain/drawerPostings';
import type { EntryOf } from '#domain/entry';
import { correctionLabel, refundLabel, reversalLabel } from '#domain/series';
import type { Tender } from '#domain/tender';
import type { UndonePart } from '#domain/undo';
import { isSameMovement, lineFault, type Movements, move, moveLine, movementsOf, totalOf } from './lineMovements.ts';

type Undo = EntryOf<'receipt_corrected'> | EntryOf<'receipt_reversed'> | EntryOf<'refund_issued'>;

/** What does not agree within a correction, reversal or refund, or null: its number, its parts, and its postings. */
export function undoFault(entry: Undo): string | null {
  switch (entry.kind) {
    case 'receipt_corrected':
      return labelFault(entry, correctionLabel) ?? correctionFault(entry);
    case 'receipt_reversed':
      return labelFault(entry, reversalLabel) ?? partsFault(entry.payload.parts) ?? reversalFault(entry);
    case 'refund_issued':
      return labelFault(entry, refundLabel) ?? partsFault(entry.payload.parts) ?? refundFault(entry);
  }
}

function labelFault(entry: Undo, labelOf: (series: string, epoch: number, number: number) => string): string | null {
  const { number, label } = entry.payload;
  return label === labelOf(entry.series, entry.epoch, number) ? null : 'its label is not its number';
}

function partsFault(parts: readonly UndonePart[]): string | null {
  if (new Set(parts.map(({ place }) => place)).size < parts.length) return 'a line is taken back twice at once';
  for (const { line } of parts) {
    const fault = lineFault(line);
    if (fault !== null) return fault;
  }
  return null;
}

function correctionFault({ payload, postings }: EntryOf<'receipt_corrected'>): string | null {
  const { correction, receipt } = payload;
  const { place, from, to } = correction;
  if (from.cents !== to.cents) return 'a correction changes the amount';
  const moved = movementsOf(postings);
  if (correction.what === 'line') {
    const expected: Movements = new Map();
    moveLine(expected, receipt, place, correction.from, -1);
    moveLine(expected, receipt, place, correction.to, 1);
    return agreed(expected, moved);
  }
  // In its open drawer, or where its close explained it.
  const drawer = postings
    .map(({ account }) => /^drawer:([^:]+):/.exec(account)?.[1])
    .find((name) => name !== undefined);
  const stands = (tender: Tender) =>
    drawer !== undefined || tender.kind === 'credit' ? tenderAccount(drawer ?? '', tender) : explainedBy(tender.kind);
  const expected: Movements = new Map();
  move(expected, stands(correction.to), to.cents);
  move(expected, stands(correction.from), -from.cents);
  return agreed(expected, moved);
}

function reversalFault({ payload, postings }: EntryOf<'receipt_reversed'>): string | null {
  const expected = takenBack(payload.receipt, payload.parts);
  for (const { tender, cents } of payload.tenders) move(expected, explainedBy(tender), -cents);
  for (const { accountNumber, cents } of payload.credits) move(expected, unappliedAccount(accountNumber), -cents);
  move(expected, 'rounding', payload.roundingCents);
  return agreed(expected, movementsOf(postings));
}

function refundFault({ payload, postings }: EntryOf<'refund_issued'>): string | null {
  const { parts, cents, roundingCents, means, receipt } = payload;
  if (totalOf(parts.map((part) => part.line)) + roundingCents !== cents) return 'a refund is not the sum of its parts';
  const expected = takenBack(receipt, parts);
  move(expected, 'rounding', roundingCents);
  const from = { cash: 'drawer', card: 'clearing:card', warrant: 'refunds-payable' }[means.kind];
  move(expected, means.kind === 'cash' ? drawerAccount(means.drawer, 'cash') : from, -cents);
  return agreed(expected, movementsOf(postings));
}

function takenBack(receipt: string, parts: readonly UndonePart[]): Movements {
  const movements: Movements = new Map();
  for (const { place, line } of parts) moveLine(movements, receipt, place, line, -1);
  return movements;
}

function agreed(expected: Movements, moved: Movements): string | null {
  return isSameMovement(expected, moved) ? null : 'the postings are not those of the undoing';
}
