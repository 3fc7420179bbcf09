import type { Output, Parsed } from '#contract/contract';
import { BATCH_RECEIPTS_MAX } from '#contract/officeReceiptCalls';
import { type BatchRow, batchNamed } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { type NumberedReceipt, receiptsByNumber } from '#db/ledger/reportNumbers';
import type { Personal } from '#domain/entry';
import { receiptDocuments } from '#domain/receiptDocuments';
import { lastUndone, type ReceiptHistory } from '#domain/receiptHistory';
import { receiptSeen } from '#domain/receiptSeen';
import { refuse } from '#domain/refusal';
import { isTrainingSeries } from '#domain/series';
import type { TenderKind } from '#domain/tenderKind';
import { officeCopy } from '#printing/officeCopy';
import { receiptDocument } from '#printing/receiptDocument';
import { SLIP_WIDTH } from '#printing/slip';
import type { SlipFacts } from '#printing/slipParts';
import { slipText } from '#printing/slipText';
import { batchOrRefuse } from './batchStanding.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';
import { receiptTold } from './receiptTold.ts';

/**
 * A receipt of any station, with its slips.
 * @throws Refusal `trace_unknown`, `batch_not_told`
 */
export async function officeReceipt(
  tx: LedgerTx,
  { label }: Parsed<'officeReceipt'>,
  { district, policy }: OfficeAt,
): Promise<Output<'officeReceipt'>> {
  const { history } = (await receiptTold(tx, district, label)) ?? refuse('trace_unknown', { label });
  const { entry } = history.issued;
  const batch = await batchNamed(tx, district, entry.payload.batch);
  if (batch) mustBeCounted(batch);
  const named = await nameOf(tx, district);
  return receiptShown(history, { district: policy, training: isTrainingSeries(entry.series), nameOf: named });
}

/** A receipt with each of its slips, none of which is taken for one that was printed. */
export function receiptShown(history: ReceiptHistory, facts: SlipFacts): Output<'officeReceipt'> {
  const seen = receiptSeen(history, facts.nameOf);
  const slips = receiptDocuments(seen).flatMap((document) => {
    const slip = receiptDocument(document, history, facts, { copy: 1 });
    return slip ? [{ document, width: SLIP_WIDTH, rows: slipText(officeCopy(slip)) }] : [];
  });
  return { ...seen, slips };
}

/**
 * The receipts of a batch, by their numbers.
 * @throws Refusal `batch_unknown`, `batch_not_told`
 */
export async function batchReceipts(
  tx: LedgerTx,
  { batch }: Parsed<'batchReceipts'>,
  { district }: OfficeAt,
): Promise<Output<'batchReceipts'>> {
  const row = await batchOrRefuse(tx, district, batch);
  mustBeCounted(row);
  const { businessDay, drawer } = row;
  const day = { district, from: businessDay, to: businessDay, hidden: [], hiddenFrom: null };
  const found = await receiptsByNumber(tx, day, null, BATCH_RECEIPTS_MAX + 1, drawer);
  const receipts = [];
  for (const one of found.slice(0, BATCH_RECEIPTS_MAX)) receipts.push(await listed(tx, district, one));
  return { receipts, more: found.length > BATCH_RECEIPTS_MAX };
}

/** What receipts took adds up to what a drawer holds: nobody is told before both halves of every handoff are there. */
function mustBeCounted({ batch, closedAt, waiting }: BatchRow): void {
  if (closedAt === null || waiting > 0) refuse('batch_not_told', { batch });
}

async function listed(tx: LedgerTx, district: string, row: NumberedReceipt): Promise<BatchReceipt> {
  const { label, at, tenders, totalCents, personal } = row;
  return {
    ...{ label, at, totalCents },
    payer: personal === null ? '' : ((JSON.parse(personal) as Personal).payer ?? ''),
    tenders: [...new Set(tenders.map(({ kind }) => kind as TenderKind))],
    undone: await undoneOf(tx, district, row),
  };
}

type BatchReceipt = Output<'batchReceipts'>['receipts'][number];

/** What was done to a receipt last. Of the few that were refunded, whether anything stands is in their entries alone. */
async function undoneOf(
  tx: LedgerTx,
  district: string,
  { label, undone, isCorrected }: NumberedReceipt,
): Promise<BatchReceipt['undone']> {
  if (undone === 'receipt_voided') return 'void';
  if (undone === null && !isCorrected) return null;
  const told = await receiptTold(tx, district, label);
  return told && lastUndone(told.history);
}
