import type { StationKind } from '#domain/entry';
import type { Placed } from '#domain/recorded';
import { spendApproval } from '../approvals.ts';
import type { Tx } from '../open.ts';
import { cashDropped, cashPaidIn, cashPaidOut, changeSwapped, drawerChecked, noSale, totalsRead } from './custody.ts';
import { drawerClosed, drawerOpened, drawerStepped } from './drawers.ts';
import { receiptIssued, receiptReprinted, receiptVoided } from './receipts.ts';
import { paymentSuspended, suspensionStepped } from './suspensions.ts';
import { receiptCorrected, receiptReversed, refundIssued } from './undos.ts';

type Projection<K extends StationKind> = (tx: Tx, placed: Placed<K>) => void;

/** What is only told makes no row beside its entry. */
const onlyTold = () => {};

/** The rows of each kind of entry. The compiler refuses a kind that is missing. */
const PROJECTIONS: { [K in StationKind]: Projection<K> } = {
  drawer_opened: drawerOpened,
  drawer_parked: drawerStepped('parked'),
  drawer_unparked: drawerStepped('unparked'),
  count_started: drawerStepped('counting'),
  count_left: drawerStepped('left'),
  drawer_counted: drawerStepped('counted'),
  drawer_closed: drawerClosed,
  receipt_issued: receiptIssued,
  receipt_voided: receiptVoided,
  receipt_corrected: receiptCorrected,
  receipt_reversed: receiptReversed,
  refund_issued: refundIssued,
  receipt_reprinted: receiptReprinted,
  payment_suspended: paymentSuspended,
  payment_resumed: suspensionStepped('resumed'),
  suspension_dropped: suspensionStepped('dropped'),
  form_left: onlyTold,
  tender_refused: onlyTold,
  cash_dropped: cashDropped,
  drop_refused: onlyTold,
  cash_out_refused: onlyTold,
  no_sale: noSale,
  cash_paid_in: cashPaidIn,
  cash_paid_out: cashPaidOut,
  change_swapped: changeSwapped,
  drawer_checked: drawerChecked,
  totals_read: totalsRead,
  journal_recovered: onlyTold,
};

/**
 * Writes every row that an entry makes, from what the entry tells and from rows that entries before it made: so a replay
 * writes the same rows. The entry itself is in the journal by then.
 */
export function project<K extends StationKind>(tx: Tx, placed: Placed<K>): void {
  const { approval, kind }: { approval?: string | undefined; kind: K } = placed.entry as never;
  if (approval !== undefined) spendApproval(tx, approval, placed.position);
  PROJECTIONS[kind](tx, placed);
}
