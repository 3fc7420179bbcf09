import type { Output, Parsed } from '#contract/contract';
import { drawerOf } from '#db/station/drawers';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { receiptOf } from '#db/station/receipts';
import { undosOf } from '#db/station/undos';
import { cashIn } from '#domain/receipt';
import { refuse } from '#domain/refusal';
import { voidMark } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';
import { receiptView } from './receipt.ts';

/** All that a void would take back and give back, and the mark of exactly that. */
export function voidProposal(db: StationDb, input: Parsed<'voidProposal'>, at: ReadyContext): Output<'voidProposal'> {
  const { label } = input;
  const known = receiptOf(db, label) ?? refuse('receipt_unknown', { label });
  const view = receiptView(db, known.position);
  if (view.voided) refuse('receipt_already_voided', { label });
  if (undosOf(db, known.position).length > 0) refuse('receipt_changed', { label });
  const drawer = drawerOf(db, known.drawer);
  if (!drawer || drawer.state === 'closed') refuse('void_drawer_closed', { label });
  if (drawer.state !== 'open') refuse(`drawer_${drawer.state}`, { drawer: drawer.drawer });
  if (drawer.cashier !== at.person.person)
    refuse('drawer_not_yours', { drawer: drawer.drawer, cashier: view.cashierName });
  const issued = entryAt(db, known.position, 'receipt_issued');
  return {
    receipt: view,
    cashBackCents: cashIn(view.receipt),
    mark: voidMark(issued.hash, input.reason, input.words, at.person.person),
  };
}
