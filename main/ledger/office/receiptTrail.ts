import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import { type ReceiptEntry, receiptEntry, undoingsOfReceipt } from '#db/ledger/traces';
import type { Payload } from '#domain/entry';
import { standingOf } from '#domain/undo';

/** A receipt with all that undid it, and the deposits in which its money may lie. */
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
  const tenders = tendersKept(receipt, since);
  const parts = await partsOfBatches(tx, district, [receipt.batch]);
  const deposits = parts.filter(({ tender }) => tenders.includes(tender)).map(({ deposit }) => deposit);
  return { batch: receipt.batch, entries: [issued, ...since], deposits };
}

/** The tenders of a receipt as they were put right. One that is void or never was has brought nothing. */
function tendersKept(receipt: Payload<'receipt_issued'>, since: readonly ReceiptEntry[]): string[] {
  if (since.some(({ kind }) => kind === 'receipt_voided' || kind === 'receipt_reversed')) return [];
  const corrected = since.filter(({ kind }) => kind === 'receipt_corrected');
  const { tenders } = standingOf(
    receipt,
    corrected.map(({ told }) => ({ kind: 'corrected', correction: (told as Payload<'receipt_corrected'>).correction })),
  );
  return tenders.filter(({ cents }) => cents > 0).map(({ kind }) => kind);
}
