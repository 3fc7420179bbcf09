import type { Output, Parsed } from '#contract/contract';
import { spendApproval } from '#db/station/approvals';
import { append } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { addPrintJob } from '#db/station/printJobs';
import { reprinting } from '#main/views/reprinting';
import { approved } from './approved.ts';
import type { Context } from './context.ts';

/**
 * Prints a slip again, or for the first time where the payer wanted none. Again, it says DUPLICATE and which copy it is.
 * The journal says who asked (F63) and, where the slip had come out before, who agreed. Who may have to count a drop
 * gets its half without amounts.
 */
export function reprintReceipt(tx: Tx, input: Parsed<'reprintReceipt'>, at: Context): Output<'reprintReceipt'> {
  const { label, document } = input;
  const { position, businessDay, copy, blind, needsApproval, mark } = reprinting(tx, input, {
    person: at.actor,
    policy: at.policy,
  });
  const isAgreed = needsApproval || input.approval !== undefined;
  const approval = isAgreed ? approved(tx, input.approval, mark, at) : null;

  // From here on it must succeed.
  const payload = { label, copy, ...(document === 'receipt' ? {} : { document }) };
  const approver = approval?.approver ?? null;
  const written = append(tx, { kind: 'receipt_reprinted', businessDay, approver, payload }, at);
  if (approval) spendApproval(tx, approval.approval, written.position);
  addPrintJob(tx, { position, document, label, copy, kick: false, blind, changedAt: at.now });
  return { label, copy };
}
