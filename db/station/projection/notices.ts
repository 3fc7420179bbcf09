import type { ReceiptLine } from '#domain/line';
import { accountsToTell, receiptUndone, type UndoEntry } from '#domain/notice';
import type { Placed } from '#domain/recorded';
import { addMessage } from '../messages.ts';
import type { Tx } from '../open.ts';

/**
 * Queues a notice to the holder of each account that an undoing concerns: by e-mail where the entry has an address for it,
 * otherwise as a letter.
 * @param standing the receipt's lines as they stood before
 */
export function queueNotices(
  tx: Tx,
  { entry, personal, position }: Pick<Placed<UndoEntry['kind']>, 'personal' | 'position'> & { entry: UndoEntry },
  standing: readonly (ReceiptLine | null)[],
): void {
  const label = receiptUndone(entry);
  for (const accountNumber of accountsToTell(entry, standing)) {
    const byMail = personal?.notices?.find((notice) => notice.accountNumber === accountNumber);
    const address = byMail?.address ?? '';
    addMessage(tx, { position, kind: 'notice', label, accountNumber, address, at: entry.recordedAt });
  }
}
