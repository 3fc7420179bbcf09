import { unappliedAccount } from '#domain/distribution';
import { drawerAccount } from '#domain/drawerPostings';
import type { EntryOf } from '#domain/entry';
import { type Posting, reversed } from '#domain/posting';
import type { Receipt } from '#domain/receipt';
import { receiptLabel } from '#domain/series';

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
    if (totalOf(line.charges) + line.unappliedCents !== line.cents) return 'a line is not the sum of its charges';
  }
  return totalOf(receipt.lines) === receipt.totalCents ? null : 'the lines do not come to the total';
}

function tendersFault(receipt: Receipt): string | null {
  let change = 0;
  for (const tender of receipt.tenders) {
    if (tender.kind !== 'cash') continue;
    if (tender.tenderedCents - tender.changeCents !== tender.cents) return 'cash kept is not cash given less change';
    change += tender.changeCents;
  }
  if (change !== receipt.changeCents) return 'the change is not that of its tenders';
  return totalOf(receipt.tenders) === receipt.totalCents ? null : 'the tenders do not come to the total';
}

function paymentsFault(receipt: Receipt): string | null {
  const lines = receipt.lines.map((line) => line.cents as number);
  const tenders = receipt.tenders.map((tender) => tender.cents as number);
  for (const payment of receipt.payments) {
    lines[payment.line] = (lines[payment.line] ?? Number.NaN) - payment.cents;
    tenders[payment.tender] = (tenders[payment.tender] ?? Number.NaN) - payment.cents;
  }
  return [...lines, ...tenders].every((left) => left === 0) ? null : 'tenders and lines do not pay one another';
}

/** Drawer accounts must hold the tenders, each fund what its charges got, unapplied credit what the lines left over. */
function postingsFault(receipt: Receipt, postings: readonly Posting[]): string | null {
  const expected = new Map<string, number>();
  const expect = (key: string, cents: number) => expected.set(key, (expected.get(key) ?? 0) + cents);
  for (const tender of receipt.tenders) expect(`debit ${drawerAccount(receipt.drawer, tender.kind)}`, tender.cents);
  for (const line of receipt.lines) {
    expect(`credit ${unappliedAccount(line.accountNumber)}`, line.unappliedCents);
    for (const charge of line.charges) expect(`credit fund ${charge.fund}`, charge.cents);
  }
  for (const posting of postings) {
    const fund = /^gl:(\d{3}):/.exec(posting.account)?.[1];
    expect(`${posting.side} ${fund === undefined ? posting.account : `fund ${fund}`}`, -posting.cents);
  }
  return [...expected.values()].every((left) => left === 0) ? null : 'the postings are not those of the receipt';
}

function totalOf(parts: readonly { cents: number }[]): number {
  return parts.reduce((total, part) => total + part.cents, 0);
}
