import type { Output, Parsed } from '#contract/contract';
import type { ReceiptView } from '#contract/shapes';
import { drawerOf } from '#db/station/drawers';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { lastPrintJobOf } from '#db/station/printJobs';
import { receiptOf } from '#db/station/receipts';
import { refuse } from '#domain/refusal';
import { receiptRow } from './receiptRow.ts';

/** One receipt whole: its lines and tenders, its slip's state, and whether it can still be void. */
export function receipt(db: StationDb, input: Parsed<'receipt'>): Output<'receipt'> {
  const known = receiptOf(db, input.label) ?? refuse('receipt_unknown', { label: input.label });
  return receiptView(db, known.position);
}

export function receiptView(db: StationDb, position: number): ReceiptView {
  const issued = entryAt(db, position, 'receipt_issued');
  const row = receiptRow(db, position, issued);
  const job = lastPrintJobOf(db, 'receipt', row.label);
  return {
    ...row,
    receipt: issued.entry.payload,
    canVoid: row.voided === null && drawerOf(db, row.drawer)?.state === 'open',
    copies: job?.copy ?? 1,
    print: job && { job: job.job, state: job.state },
  };
}
