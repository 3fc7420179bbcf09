import type { LedgerTx } from '#db/ledger/database';
import { checksInDeposits, partsOfBatches } from '#db/ledger/deposits';
import { paidByFund } from '#db/ledger/paidByFund';
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
  const { batch, label } = history.issued.entry.payload;
  const deposits = isCancelled(history)
    ? await depositsDespite(tx, district, { batch, label, papers: papersReversed(history) })
    : await depositsWith(tx, district, batch, tendersKept(history));
  return { batch, entries, deposits };
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

/** The tenders of a receipt as they were put right. */
function tendersKept(history: ReceiptHistory): Tender[] {
  return standingIn(history).tenders.filter(({ cents }) => cents > 0);
}

/** The papers of a receipt that was reversed, as it stood until then; a void one brought none, nor did cash that never was. */
function papersReversed({ issued, voided, undos }: ReceiptHistory): string[] {
  if (voided !== null) return [];
  const before = undos.slice(
    0,
    undos.findIndex(({ entry }) => entry.kind === 'receipt_reversed'),
  );
  const { batch } = issued.entry.payload;
  return standingIn({ issued, undos: before }).tenders.flatMap((tender) => paperOf(batch, tender) ?? []);
}

/** The deposits that list a paper of a receipt that was reversed, but for what is as like it of the batch's other receipts. */
async function depositsDespite(
  tx: LedgerTx,
  district: string,
  { batch, label, papers }: { batch: string; label: string; papers: readonly string[] },
): Promise<string[]> {
  if (papers.length === 0) return [];
  const ofBatch = await partsOfBatches(tx, district, [batch]);
  const listed = await checksInDeposits(tx, district, [...new Set(ofBatch.map(({ deposit }) => deposit))]);
  const others = await paidOf(tx, district, batch, label);
  return papers.flatMap((paper) => {
    const there = listed.filter((check) => paperKey(check) === paper);
    const isOwn = there.length > others.filter((other) => other === paper).length;
    return isOwn ? there.map(({ deposit }) => deposit) : [];
  });
}

/** The papers of a batch's receipts but one, each once. */
async function paidOf(tx: LedgerTx, district: string, batch: string, label: string): Promise<string[]> {
  const rows = await paidByFund(tx, district, [batch], { unapplied: '', suspense: '' });
  const papers = new Map<string, string>();
  for (const { tender, paper, checkNumber, paperCents } of rows) {
    if (tender === 'cash' || paper === null || checkNumber === null || paperCents === null) continue;
    if (paper.startsWith(`${label} `)) continue;
    papers.set(paper, paperKey({ batch, tender, checkNumber, cents: paperCents }));
  }
  return [...papers.values()];
}
