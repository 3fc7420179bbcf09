import type { Output, Parsed } from '#contract/contract';
import { spendApproval } from '#db/station/approvals';
import { append } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { addPrintJob } from '#db/station/printJobs';
import { addVoid } from '#db/station/receipts';
import { reversed } from '#domain/posting';
import { cashIn } from '#domain/receipt';
import type { Refusal } from '#domain/refusal';
import { voiding } from '#main/views/voiding';
import { approved } from './approved.ts';
import { cashOutRefused } from './cashOutRefused.ts';
import type { Context } from './context.ts';
import { opensTray } from './keptTenders.ts';
import { queueNotices } from './messages.ts';

/** Cancels a receipt while its drawer is open. The number stays used; the charges open again. */
export function voidReceipt(tx: Tx, input: Parsed<'voidReceipt'>, at: Context): Output<'voidReceipt'> | Refusal {
  const { label, reason } = input;
  const { known, drawer, issued, slip, mark } = voiding(tx, input, at.actor.person);
  const cashBackCents = cashIn(issued.entry.payload);
  if (cashBackCents > 0) {
    const back = { drawer: drawer.drawer, what: 'void' as const, cents: cashBackCents, mark };
    const refused = cashOutRefused(tx, { ...back, approval: input.approval }, at);
    if (refused) return refused;
  }
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
      payload: { receipt, issuedSequence: issued.entry.sequence, reason, slip, mark },
      postings: reversed(issued.entry.postings),
      personal: {
        ...(payer === undefined ? {} : { payer }),
        ...(input.words === undefined ? {} : { words: input.words }),
      },
    },
    at,
  );
  addVoid(tx, known, position, { receipt, receivedAt: issued.entry.recordedAt });
  spendApproval(tx, approval.approval, position);
  const kick = opensTray(receipt.tenders);
  addPrintJob(tx, { position, document: 'void', label, copy: 1, kick, changedAt: at.now });
  queueNotices(tx, position, receipt.lines, at);
  return { label, cashBackCents };
}
