import type { Books } from './books.ts';
import type { Entry } from './chain.ts';
import { cashDropped, cashOutRefused, cashPaidIn, cashPaidOut, changeSwapped, dropRefused, noSale } from './custody.ts';
import {
  countLeft,
  countStarted,
  drawerClosed,
  drawerCounted,
  drawerOpened,
  drawerParked,
  drawerUnparked,
} from './drawers.ts';
import { formLeft, paymentResumed, paymentSuspended, suspensionDropped, tenderRefused } from './forms.ts';
import { drawerChecked, totalsRead } from './lookedInto.ts';
import { complain } from './reading.ts';
import { receiptIssued, receiptReprinted, receiptVoided } from './receipts.ts';
import { journalRecovered } from './recovered.ts';
import { receiptCorrected, receiptReversed, refundIssued } from './undos.ts';

const CHECKS: Readonly<Record<string, (books: Books, entry: Entry) => void>> = {
  drawer_opened: drawerOpened,
  receipt_issued: receiptIssued,
  receipt_voided: receiptVoided,
  receipt_corrected: receiptCorrected,
  receipt_reversed: receiptReversed,
  refund_issued: refundIssued,
  receipt_reprinted: receiptReprinted,
  drawer_parked: drawerParked,
  drawer_unparked: drawerUnparked,
  payment_suspended: paymentSuspended,
  payment_resumed: paymentResumed,
  suspension_dropped: suspensionDropped,
  form_left: formLeft,
  tender_refused: tenderRefused,
  cash_dropped: cashDropped,
  drop_refused: dropRefused,
  cash_out_refused: cashOutRefused,
  no_sale: noSale,
  cash_paid_in: cashPaidIn,
  cash_paid_out: cashPaidOut,
  change_swapped: changeSwapped,
  drawer_checked: drawerChecked,
  totals_read: totalsRead,
  count_started: countStarted,
  count_left: countLeft,
  drawer_counted: drawerCounted,
  drawer_closed: drawerClosed,
  journal_recovered: journalRecovered,
};

/** Checks one entry against all that came before, and remembers what the next ones need. */
export function enter(books: Books, entry: Entry): void {
  const check = Object.hasOwn(CHECKS, entry.kind) ? CHECKS[entry.kind] : undefined;
  if (check === undefined) complain(`${entry.kind} is no kind of entry that this program knows.`);
  check(books, entry);
  if (entry.approval !== null) spend(books, entry.approval, entry.approver);
  for (const { account, side, cents } of entry.postings) {
    if (side === 'debit') books.movedCents += cents;
    if (account.startsWith('drawer:'))
      books.balances.set(account, (books.balances.get(account) ?? 0) + (side === 'debit' ? cents : -cents));
  }
  if (entry.kind === 'drawer_closed') settle(books, String(entry.payload.drawer));
}

/** A yes is somebody's, and is spent once. */
function spend(books: Books, approval: string, approver: string | null): void {
  if (approver === null) complain('It spent an approval that nobody gave.');
  if (books.approvals.has(approval)) complain(`The approval ${approval} was spent before.`);
  books.approvals.add(approval);
}

/** A closed drawer holds nothing, and is forgotten. */
function settle(books: Books, name: string): void {
  for (const tender of ['cash', 'check', 'money-order', 'card']) {
    const account = `drawer:${name}:${tender}`;
    if ((books.balances.get(account) ?? 0) !== 0) complain(`${account} is not zero after the close.`);
    books.balances.delete(account);
  }
  books.drawers.delete(name);
}
