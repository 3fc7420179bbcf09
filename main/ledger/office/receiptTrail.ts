import type { LedgerTx } from '#db/ledger/database';
import { checksInDeposits, partsOfBatches } from '#db/ledger/deposits';
import type { EntryPlace } from '#db/ledger/postingDays';
import { paperKey } from '#domain/deposit';
import { isCancelled, type ReceiptHistory, standingIn } from '#domain/receiptHistory';
import type { Tender } from '#domain/tender';
import type { ReceiptTold } from './receiptTold.ts';

/** A receipt with all that undid it, and the deposits in which its money lies. */
export type ReceiptTrail = { batch: string; entries: EntryPlace[]; deposits: string[] };

/** Where the money of a receipt went, as it stands. */
export async function receiptTrail(
  tx: LedgerTx,
  district: string,
  { history, entries }: ReceiptTold,
): Promise<ReceiptTrail> {
  const { batch } = history.issued.entry.payload;
  return { batch, entries, deposits: await depositsWith(tx, district, batch, tendersKept(history)) };
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
function tendersKept(history: ReceiptHistory): Tender[] {
  if (isCancelled(history)) return [];
  return standingIn(history).tenders.filter(({ cents }) => cents > 0);
}
