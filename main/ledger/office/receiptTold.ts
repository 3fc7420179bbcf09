import type { LedgerTx } from '#db/ledger/database';
import type { EntryPlace } from '#db/ledger/postingDays';
import { type ReceiptEntry, receiptEntry, undoingsOfReceipt } from '#db/ledger/traces';
import type { Entry, EntryKind, EntryOf, Personal } from '#domain/entry';
import { type ReceiptHistory, UNDOES_A_PART } from '#domain/receiptHistory';
import type { Recorded } from '#domain/recorded';
import { receiptNumbered } from '#domain/series';

/** A receipt of any station with all that was done to it since, and the entries that tell so, in order. */
export type ReceiptTold = { history: ReceiptHistory; entries: EntryPlace[] };

/** What the journals tell of a receipt; null where no station has sent one of that number. */
export async function receiptTold(tx: LedgerTx, district: string, label: string): Promise<ReceiptTold | null> {
  const numbered = receiptNumbered(label);
  const issued = numbered && (await receiptEntry(tx, district, numbered));
  if (!issued) return null;
  const entries = [issued, ...(await undoingsOfReceipt(tx, district, issued))];
  const [receipt] = ofKind(entries, ['receipt_issued']);
  if (receipt?.entry.payload.label !== label) return null;
  const [voided = null] = ofKind(entries, ['receipt_voided']);
  return { history: { issued: receipt, voided, undos: ofKind(entries, UNDOES_A_PART) }, entries };
}

/** Those of some kinds, read back from their texts. */
function ofKind<K extends EntryKind>(entries: readonly ReceiptEntry[], kinds: readonly K[]): Recorded<K>[] {
  return entries.flatMap(({ text, hash, personal }) => {
    const entry = JSON.parse(text) as Entry;
    if (!(kinds as readonly EntryKind[]).includes(entry.kind)) return [];
    return {
      entry: entry as EntryOf<K>,
      hash,
      personal: personal === null ? null : (JSON.parse(personal) as Personal),
    };
  });
}
