import type { CashOut, NoSaleReason } from './custody.ts';
import type { HandoffKind } from './handoff.ts';
import type { VoidReason } from './receipt.ts';
import type { TenderKind } from './tenderKind.ts';
import type { CorrectionReason, RefundReason, ReversalReason } from './undo.ts';

/* What the page shows and the office's reports tell in the same words. */

export const TENDER_WORDS: Record<TenderKind, string> = {
  cash: 'Cash',
  check: 'Check',
  'money-order': 'Money order',
  card: 'Card',
  credit: 'Credit',
};

export const VOID_REASON_WORDS: Record<VoidReason, string> = {
  wrong_account: 'Wrong account or parcel',
  wrong_amount: 'Wrong amount',
  wrong_tender: 'Wrong tender',
  payer_changed_mind: 'The payer changed their mind',
  test_or_other: 'A test, or something else',
};

export const CORRECTION_REASON_WORDS: Record<CorrectionReason, string> = {
  wrong_account: 'Wrong account',
  wrong_charge: 'Wrong charge of the right account',
  wrong_purpose: 'Wrong purpose or receipt type',
  wrong_tender: 'Wrong tender',
};

export const REFUND_REASON_WORDS: Record<RefundReason, string> = {
  overpaid: 'Paid too much',
  paid_twice: 'Paid twice',
  not_rendered: 'Service was not rendered',
  ordered: 'Ordered by the district or a court',
  other: 'Something else',
};

export const REVERSAL_REASON_WORDS: Record<ReversalReason, string> = {
  keyed_twice: 'Keyed twice',
  never_was: 'No money ever came',
};

export const NO_SALE_REASON_WORDS: Record<NoSaleReason, string> = {
  make_change: 'Change for somebody',
  put_in_order: 'To put the tray in order',
  try_tray: 'To try the tray',
  other: 'Something else',
};

export const CASH_OUT_WORDS: Record<CashOut, string> = {
  'paid-out': 'Paid-out',
  swap: 'Change swap',
  refund: 'Refund',
  void: 'Void',
};

export const HANDOFF_WORDS: Record<HandoffKind, string> = {
  float: 'Float',
  'float-return': 'Float returned',
  cash: 'Cash at close',
  check: 'Checks',
  'money-order': 'Money orders',
  drop: 'Drop',
};

/** Which handoff of its drawer it is, in words; a drop by its number: `Drop 2`. */
export function handoffInWords({ handoff, what }: { handoff: string; what: HandoffKind }): string {
  const [, drop] = /-drop-(\d+)$/.exec(handoff) ?? [];
  return drop === undefined ? HANDOFF_WORDS[what] : `${HANDOFF_WORDS[what]} ${drop}`;
}
