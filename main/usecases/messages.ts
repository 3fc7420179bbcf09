import { accountOf } from '#db/station/accounts';
import { anyEntryAt } from '#db/station/journal';
import { mailServerOf } from '#db/station/mailServer';
import { addMessage } from '#db/station/messages';
import type { Tx } from '#db/station/open';
import { assert } from '#domain/assert';
import type { ReceiptLine } from '#domain/line';
import { mailAddressIn } from '#domain/mailServer';
import { accountsToTell, isUndo, receiptUndone } from '#domain/notice';

/** Queues the slip of a receipt for an e-mail address, in the transaction that records it. */
export function queueSlip(tx: Tx, position: number, label: string, address: string, at: { now: number }): void {
  addMessage(tx, { position, kind: 'slip', label, accountNumber: '', address, at: at.now });
}

/**
 * Queues a notice to the holder of each account that an undoing concerns, in the transaction that records it: by e-mail
 * where the account has an address and the station a mail server, otherwise as a letter.
 * @param standing the receipt's lines as they stood before
 */
export function queueNotices(
  tx: Tx,
  position: number,
  standing: readonly (ReceiptLine | null)[],
  at: { now: number },
): void {
  const entry = anyEntryAt(tx, position);
  assert(isUndo(entry), `${entry.kind} undoes nothing`);
  const byMail = mailServerOf(tx) !== null;
  for (const accountNumber of accountsToTell(entry, standing)) {
    const address = byMail ? mailAddressIn(accountOf(tx, accountNumber)?.email ?? '') : null;
    const label = receiptUndone(entry);
    addMessage(tx, { position, kind: 'notice', label, accountNumber, address: address ?? '', at: at.now });
  }
}
