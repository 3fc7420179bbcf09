import type { Output, Parsed } from '#contract/contract';
import { spendApproval } from '#db/station/approvals';
import { append, entryAt } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { addPrintJob } from '#db/station/printJobs';
import { addVoid, receiptOf, voidPositionOf } from '#db/station/receipts';
import { undosOf } from '#db/station/undos';
import { reversed } from '#domain/posting';
import { cashIn } from '#domain/receipt';
import { refuse } from '#domain/refusal';
import { voidMark } from '#main/chain/marks';
import { approved } from './approved.ts';
import type { Context } from './context.ts';
import { knownDrawer, mustBe, ownDrawer } from './guards.ts';
import { opensTray } from './keptTenders.ts';
import { queueNotices } from './messages.ts';

/** Cancels a receipt while its drawer is open. The number stays used; the charges open again. */
export function voidReceipt(tx: Tx, input: Parsed<'voidReceipt'>, at: Context): Output<'voidReceipt'> {
  const { label } = input;
  const known = receiptOf(tx, label) ?? refuse('receipt_unknown', { label });
  if (voidPositionOf(tx, known.position) !== null) refuse('receipt_already_voided', { label });
  const its = knownDrawer(tx, known.drawer);
  if (its.state === 'closed') refuse('void_drawer_closed', { label });
  mustBe('open', its);
  if (undosOf(tx, known.position).length > 0) refuse('receipt_changed', { label });
  const drawer = ownDrawer(tx, known.drawer, at);
  const issued = entryAt(tx, known.position, 'receipt_issued');
  const mark = voidMark(issued.hash, input.reason, input.words, at.actor.person);
  const approval = approved(tx, input.approval, mark, at);

  // From here on the void must succeed.
  const receipt = issued.entry.payload;
  const { payer } = issued.personal ?? {};
  const { position } = append(
    tx,
    {
      kind: 'receipt_voided',
      businessDay: drawer.businessDay,
      approver: approval.approver,
      payload: { receipt, issuedSequence: issued.entry.sequence, reason: input.reason, mark },
      postings: reversed(issued.entry.postings),
      personal: {
        ...(payer === undefined ? {} : { payer }),
        ...(input.words === undefined ? {} : { words: input.words }),
      },
    },
    at,
  );
  addVoid(tx, known.position, position, receipt);
  spendApproval(tx, approval.approval, position);
  const kick = opensTray(receipt.tenders);
  addPrintJob(tx, { position, document: 'void', label, copy: 1, kick, changedAt: at.now });
  queueNotices(tx, position, receipt.lines, at);
  return { label, cashBackCents: cashIn(receipt) };
}
