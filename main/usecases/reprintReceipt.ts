import type { Output, Parsed } from '#contract/contract';
import { append, entryAt } from '#db/station/journal';
import type { Tx } from '#db/station/open';
import { addPrintJob, lastPrintJobOf } from '#db/station/printJobs';
import { receiptOf } from '#db/station/receipts';
import { refuse } from '#domain/refusal';
import type { Context } from './context.ts';

/** Prints a receipt again. The slip says DUPLICATE and which copy it is, and the journal says who asked (F63). */
export function reprintReceipt(tx: Tx, input: Parsed<'reprintReceipt'>, at: Context): Output<'reprintReceipt'> {
  const { label } = input;
  const known = receiptOf(tx, label) ?? refuse('receipt_unknown', { label });
  const copy = (lastPrintJobOf(tx, 'receipt', label)?.copy ?? 1) + 1;
  const { entry } = entryAt(tx, known.position, 'receipt_issued');
  append(tx, { kind: 'receipt_reprinted', businessDay: entry.businessDay, payload: { label, copy } }, at);
  addPrintJob(tx, { position: known.position, document: 'receipt', label, copy, kick: false, changedAt: at.now });
  return { label, copy };
}
