import { accountOf } from '#db/station/accounts';
import { mailServerOf } from '#db/station/mailServer';
import type { Tx } from '#db/station/open';
import type { Personal } from '#domain/entry';
import type { ReceiptLine } from '#domain/line';
import { mailAddressIn } from '#domain/mailServer';
import { accountsToTell, type Undoing } from '#domain/notice';

/**
 * Where the notices of an undoing go by e-mail: to each account concerned that has an address, where the station has a
 * mail server. All others are letters.
 * @param standing the receipt's lines as they stood before
 */
export function noticesTo(
  tx: Tx,
  undoing: Undoing,
  standing: readonly (ReceiptLine | null)[],
): Pick<Personal, 'notices'> {
  if (mailServerOf(tx) === null) return {};
  const notices = accountsToTell(undoing, standing).flatMap((accountNumber) => {
    const address = mailAddressIn(accountOf(tx, accountNumber)?.email ?? '');
    return address === null ? [] : [{ accountNumber, address }];
  });
  return notices.length === 0 ? {} : { notices };
}
