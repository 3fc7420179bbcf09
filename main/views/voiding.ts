import type { Output, Parsed } from '#contract/contract';
import { drawerOf, type KnownDrawer } from '#db/station/drawers';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { mayHaveComeOut } from '#db/station/printJobs';
import type { KnownReceipt } from '#db/station/receipts';
import { undosOf } from '#db/station/undos';
import { cashIn, type SlipShown } from '#domain/receipt';
import type { Recorded } from '#domain/recorded';
import { refuse } from '#domain/refusal';
import { isSlipOf, readSlip } from '#domain/slipCode';
import { voidMark } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';
import { creditSpent } from './creditSpent.ts';
import { receiptView } from './receipt.ts';
import { receiptToUndo } from './receiptToUndo.ts';

type Asked = Pick<Parsed<'voidProposal'>, 'label' | 'reason' | 'words' | 'slip'>;

/** A void worked out and allowed. */
export type Voiding = {
  known: KnownReceipt;
  drawer: KnownDrawer;
  issued: Recorded<'receipt_issued'>;
  slip: SlipShown;
  mark: string;
};

/** All that a void would take back and give back, and the mark of exactly that. */
export function voidProposal(db: StationDb, input: Parsed<'voidProposal'>, at: ReadyContext): Output<'voidProposal'> {
  const { known, slip, mark } = voiding(db, input, at.person.person);
  const receipt = receiptView(db, known.position);
  return { receipt, cashBackCents: cashIn(receipt.receipt), slip, mark };
}

/** A void worked out and allowed, or refused; the use-case writes exactly this. */
export function voiding(db: StationDb, asked: Asked, person: string): Voiding {
  const { label, reason, words } = asked;
  const known = receiptToUndo(db, label);
  const drawer = drawerOf(db, known.drawer) ?? refuse('drawer_unknown');
  if (drawer.state === 'closed') refuse('void_drawer_closed', { label });
  if (drawer.state !== 'open') refuse(`drawer_${drawer.state}`, { drawer: drawer.drawer });
  if (undosOf(db, known.position).length > 0) refuse('receipt_changed', { label });
  if (drawer.cashier !== person)
    refuse('drawer_not_yours', { drawer: drawer.drawer, cashier: nameOf(db, drawer.cashier) });
  const issued = entryAt(db, known.position, 'receipt_issued');
  mustStillBeCredit(db, issued.entry.payload);
  const slip = slipShown(db, label, issued.hash, asked.slip);
  return { known, drawer, issued, slip, mark: voidMark(issued.hash, { reason, words, slip, askedBy: person }) };
}

/** Money goes back over the counter: credit that has paid something else since is not there to go with it. */
function mustStillBeCredit(db: StationDb, receipt: Parameters<typeof creditSpent>[1]): void {
  const [spent] = creditSpent(db, receipt);
  if (spent) refuse('void_credit_spent', { accountNumber: spent.accountNumber, creditCents: spent.leftCents });
}

/** The payer gives the slip back (design §6): scanned or typed. Only where none came out on paper is none asked for. */
function slipShown(db: StationDb, label: string, hash: string, told: string | undefined): SlipShown {
  if (told === undefined) return mayHaveComeOut(db, 'receipt', label) ? refuse('void_slip_needed', { label }) : 'none';
  const read = readSlip(told);
  return read && isSlipOf(read, label, hash) ? read.shown : refuse('void_slip_wrong', { label });
}
