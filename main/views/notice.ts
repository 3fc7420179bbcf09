import { accountOf } from '#db/station/accounts';
import { recordedAt } from '#db/station/journal';
import { type KnownMessage, messageOf } from '#db/station/messages';
import type { StationDb } from '#db/station/open';
import { assert } from '#domain/assert';
import { isUndo, type UndoEntry } from '#domain/notice';
import { refuse } from '#domain/refusal';
import type { NoticeHolder } from '#printing/mailText';

/** The entry that a notice tells of, and whom it tells: as the account is now, since that is where it goes. */
export function noticeOf(
  db: StationDb,
  message: KnownMessage,
): { recorded: { entry: UndoEntry; hash: string }; holder: NoticeHolder } {
  const { entry, hash } = recordedAt(db, message.position);
  assert(isUndo(entry), `message ${message.message} tells of ${entry.kind}`);
  const { accountNumber } = message;
  const account = accountOf(db, accountNumber);
  const { customer = '', mailingAddress = '', language = 'en' } = account ?? {};
  return { recorded: { entry, hash }, holder: { accountNumber, customer, mailingAddress, language } };
}

/** The notice whose number stands as a document's label; refuses any other. */
export function noticeLabelled(db: StationDb, label: string): KnownMessage {
  const message = /^\d{1,15}$/.test(label) ? messageOf(db, Number(label)) : null;
  return message?.kind === 'notice' ? message : refuse('slip_unknown');
}
