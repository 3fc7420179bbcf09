import { assert } from './assert.ts';
import type { Policy } from './district.ts';
import { drawerAccount } from './drawerPostings.ts';
import { cents, sum } from './money.ts';
import { credit, debit, gathered, type Posting } from './posting.ts';
import type { Receipt, ReceiptLine } from './receipt.ts';

/** A general-ledger account by its fund and BARS code: `gl:401:3435001`. */
export function glAccount(fund: string, bars: string): string {
  return `gl:${fund}:${bars}`;
}

/** Money whose owner is known but not its purpose: a liability of its own for each account. */
export function unappliedAccount(accountNumber: string): string {
  return `unapplied:${accountNumber}`;
}

/** What a receipt moves (design §6): its tenders into the drawer, against the lines' distribution. */
export function receiptPostings(
  receipt: Pick<Receipt, 'drawer' | 'lines' | 'tenders'>,
  funds: Policy['funds'],
): Posting[] {
  return gathered([
    ...receipt.tenders.flatMap((tender) => debit(drawerAccount(receipt.drawer, tender.kind), cents(tender.cents))),
    ...receipt.lines.flatMap((line) => distributed(line, funds)),
  ]);
}

/** A line's credits: each charge to its fund's receivable or its own revenue, the rest to unapplied credit. They sum to the line. */
function distributed(line: ReceiptLine, funds: Policy['funds']): Posting[] {
  const postings = [
    ...line.charges.flatMap((charge) =>
      credit(glAccount(charge.fund, creditedCode(charge.fund, charge.bars, funds)), cents(charge.cents)),
    ),
    ...credit(unappliedAccount(line.accountNumber), cents(line.unappliedCents)),
  ];
  assert(sum(postings.map((posting) => cents(posting.cents))) === line.cents, 'distribution must equal its line');
  return postings;
}

function creditedCode(fund: string, bars: string, funds: Policy['funds']): string {
  const basis = funds.find((known) => known.fund === fund)?.basis;
  return basis?.kind === 'accrual' ? basis.receivable : bars;
}
