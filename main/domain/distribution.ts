import { assert } from './assert.ts';
import type { Policy } from './district.ts';
import { drawerAccount } from './drawerPostings.ts';
import type { ReceiptLine } from './line.ts';
import { absolute, cents, sum } from './money.ts';
import { credit, debit, gathered, type Posting } from './posting.ts';
import type { Receipt } from './receipt.ts';
import type { Tender } from './tender.ts';

type Funds = Policy['funds'];

/** A general-ledger account by its fund and BARS code: `gl:401:3435001`. */
export function glAccount(fund: string, bars: string): string {
  return `gl:${fund}:${bars}`;
}

/** Money whose owner is known but not its purpose: a liability of its own for each account. */
export function unappliedAccount(accountNumber: string): string {
  return `unapplied:${accountNumber}`;
}

/** Money whose owner is not known, by the receipt and the place of its line: `suspense:W3-000482:1`. */
export function suspenseAccount(label: string, place: number): string {
  return `suspense:${label}:${place + 1}`;
}

/** Where a tender's money stands from the receipt on: in the drawer, or taken out of the account's own credit. */
export function tenderAccount(drawer: string, tender: Tender): string {
  return tender.kind === 'credit' ? unappliedAccount(tender.accountNumber) : drawerAccount(drawer, tender.kind);
}

/** What a receipt moves (design §6): its tenders into the drawer, against the lines' distribution and the rounding. */
export function receiptPostings(
  receipt: Pick<Receipt, 'label' | 'drawer' | 'lines' | 'tenders' | 'roundingCents'>,
  funds: Funds,
): Posting[] {
  return gathered([
    ...receipt.tenders.flatMap((tender) => debit(tenderAccount(receipt.drawer, tender), cents(tender.cents))),
    ...receipt.lines.flatMap((line, place) => linePostings(receipt.label, place, line, funds)),
    ...roundingPostings(receipt.roundingCents),
  ]);
}

/** Cash kept beyond what was due is the district's, cash left out is its cost; neither is over or short. */
export function roundingPostings(roundingCents: number): Posting[] {
  const amount = absolute(cents(roundingCents));
  return roundingCents > 0 ? credit('rounding', amount) : debit('rounding', amount);
}

/**
 * A line's credits: each charge to its fund's receivable or its own revenue, the rest to unapplied credit; a fee's
 * shares; suspense. They sum to the line.
 * @param label the receipt's, and `place` the line's on it: they name what lies in suspense
 */
export function linePostings(label: string, place: number, line: ReceiptLine, funds: Funds): Posting[] {
  const postings = credits(label, place, line, funds);
  assert(sum(postings.map((posting) => cents(posting.cents))) === line.cents, 'distribution must equal its line');
  return postings;
}

function credits(label: string, place: number, line: ReceiptLine, funds: Funds): Posting[] {
  switch (line.kind) {
    case 'account':
      return [
        ...line.charges.flatMap((charge) =>
          credit(glAccount(charge.fund, creditedCode(charge.fund, charge.bars, funds)), cents(charge.cents)),
        ),
        ...credit(unappliedAccount(line.accountNumber), cents(line.unappliedCents)),
      ];
    case 'fee':
      // A fee was billed to nobody: it is revenue, or a deposit's liability, on either basis.
      return line.shares.flatMap((share) => credit(glAccount(share.fund, share.bars), cents(share.cents)));
    case 'suspense':
      return credit(suspenseAccount(label, place), cents(line.cents));
  }
}

function creditedCode(fund: string, bars: string, funds: Funds): string {
  const basis = funds.find((known) => known.fund === fund)?.basis;
  return basis?.kind === 'accrual' ? basis.receivable : bars;
}
