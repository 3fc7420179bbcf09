import type { LedgerTx } from '#db/ledger/database';
import { checksInDeposits, partsOfBatches } from '#db/ledger/deposits';
import { type ReceiptEntry, receiptEntry, undoingsOfReceipt } from '#db/ledger/traces';
import { paperKey } from '#domain/deposit';
import type { Payload } from '#domain/entry';
import type { Tender } from '#domain/tender';
import { standingOf } from '#domain/undo';

/** A receipt with all that undid it, and the deposits in which its money lies. */
export type ReceiptTrail = { batch: string; entries: ReceiptEntry[]; deposits: string[] };

/** Where the money of a receipt went, as it stands; null where there is no such receipt. */
export async function receiptTrail(
  tx: LedgerTx,
  district: string,
  key: { series: string; epoch: number },
  label: string,
): Promise<ReceiptTrail | null> {
  const issued = await receiptEntry(tx, district, key, label);
  if (issued === null) return null;
  const since = await undoingsOfReceipt(tx, district, issued);
  const receipt = issued.told as Payload<'receipt_issued'>;
  const deposits = await depositsWith(tx, district, receipt.batch, tendersKept(receipt, since));
  return { batch: receipt.batch, entries: [issued, ...since], deposits };
}

/** The deposits that list one of these papers; where there is cash, also those that hold cash of its batch. */
async function depositsWith(
  tx: LedgerTx,
  district: string,
  batch: string,
  tenders: readonly Tender[],
): Promise<string[]> {
  const parts = await partsOfBatches(tx, district, [batch]);
  const ofBatch = [...new Set(parts.map(({ deposit }) => deposit))];
  const papers = tenders.flatMap((tender) => paperOf(batch, tender) ?? []);
  const listed = (await checksInDeposits(tx, district, ofBatch)).filter((check) => papers.includes(paperKey(check)));
  const cash = parts.filter(({ tender }) => tender === 'cash' && tenders.some(({ kind }) => kind === 'cash'));
  return [...cash, ...listed].map(({ deposit }) => deposit);
}

/** A check or money order as deposits list it; null for any other tender. */
function paperOf(batch: string, tender: Tender): string | null {
  const { kind, cents } = tender;
  if (kind !== 'check' && kind !== 'money-order') return null;
  const checkNumber = kind === 'check' ? tender.checkNumber : tender.serial;
  return paperKey({ batch, tender: kind, checkNumber, cents });
}

/** The tenders of a receipt as they were put right. One that is void or never was has brought nothing. */
function tendersKept(receipt: Payload<'receipt_issued'>, since: readonly ReceiptEntry[]): Tender[] {
  if (since.some(({ kind }) => kind === 'receipt_voided' || kind === 'receipt_reversed')) return [];
  const corrected = since.filter(({ kind }) => kind === 'receipt_corrected');
  const { tenders } = standingOf(
    receipt,
    corrected.map(({ told }) => ({ kind: 'corrected', correction: (told as Payload<'receipt_corrected'>).correction })),
  );
  return tenders.filter(({ cents }) => cents > 0);
}
