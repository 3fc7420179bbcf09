import type { DocumentRef } from '#contract/shapes';
import { entryAt } from '#db/station/journal';
import { type KnownMessage, messageOf } from '#db/station/messages';
import type { StationDb } from '#db/station/open';
import { receiptHistory } from '#db/station/receiptHistory';
import { assert } from '#domain/assert';
import type { Entry } from '#domain/entry';
import { messageIdOf } from '#domain/message';
import { isCancelled } from '#domain/receiptHistory';
import { noticeMailText, slipMailText } from '#printing/mailText';
import type { Slip } from '#printing/slip';
import { documentOf, factsOf } from './document.ts';
import { noticeOf } from './notice.ts';

/** An e-mail before its PDF is made. */
export type Outgoing = {
  fromName: string;
  to: string;
  subject: string;
  text: string;
  messageId: string;
  date: number;
  slip: Slip;
  fileName: string;
};

/** What a message says and bears, made from the journal. */
export function outgoing(db: StationDb, number: number): Outgoing {
  const message = messageOf(db, number);
  assert(message, `there is no message ${number}`);
  const facts = factsOf(db);
  const slip = documentOf(db, documentOfMessage(message));
  const { to, fromName } = { to: message.address, fromName: facts.district.name };
  if (message.kind === 'slip') {
    const recorded = entryAt(db, message.position, 'receipt_issued');
    const { recordedAt: date } = recorded.entry;
    const messageId = idOf(message, recorded.entry, recorded.hash);
    const text = slipMailText(recorded, facts, !isCancelled(receiptHistory(db, message.position)));
    return { to, fromName, ...text, messageId, date, slip, fileName: `${message.label}.pdf` };
  }
  const { recorded, holder } = noticeOf(db, message);
  const { recordedAt: date } = recorded.entry;
  const messageId = idOf(message, recorded.entry, recorded.hash);
  const fileName = `${message.label}-notice.pdf`;
  return { to, fromName, ...noticeMailText(recorded, holder, facts), messageId, date, slip, fileName };
}

/** The document that a message bears. */
export function documentOfMessage({ kind, label, message }: KnownMessage): DocumentRef {
  return kind === 'slip' ? { kind: 'receipt', label } : { kind: 'notice', label: String(message) };
}

function idOf(message: KnownMessage, { district }: Entry, hash: string): string {
  const { label, kind, accountNumber } = message;
  return messageIdOf({ district, label, kind, accountNumber, hash });
}
