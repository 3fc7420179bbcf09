import type { Output } from '#contract/contract';
import type { MessageRow } from '#contract/mailCalls';
import { anyEntryAt, entryAt } from '#db/station/journal';
import { mailServerOf } from '#db/station/mailServer';
import { type KnownMessage, listedMessages } from '#db/station/messages';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { assert } from '#domain/assert';
import type { MailServer } from '#domain/mailServer';
import { isUndo, type NoticeWhat, noticeFor } from '#domain/notice';
import { troubleSentence } from './mail.ts';
import { noticeOf } from './notice.ts';
import { documentOfMessage } from './outgoing.ts';

const LISTED_MAX = 200;

/** Slips and notices that go out or went out: those that need something first, then the latest. */
export function messages(db: StationDb): Output<'messages'> {
  const server = mailServerOf(db);
  return { messages: listedMessages(db, LISTED_MAX).map((message) => rowOf(db, message, server)) };
}

function rowOf(db: StationDb, message: KnownMessage, server: MailServer | null): MessageRow {
  const { trouble, address, attempts, state, nextAt, changedBy } = message;
  const { name, what } = toldOf(db, message);
  return {
    message: message.message,
    kind: message.kind,
    what,
    label: message.label,
    accountNumber: message.accountNumber,
    name,
    address,
    state,
    queuedAt: message.queuedAt,
    changedAt: message.changedAt,
    changedByName: changedBy === '' ? '' : nameOf(db, changedBy),
    attempts,
    nextAt: state === 'queued' && attempts > 0 ? nextAt : null,
    doubtful: message.doubtful,
    trouble: trouble && troubleSentence(trouble, server, address),
    document: documentOfMessage(message),
    can: whatCanBeDone(message),
  };
}

/** What a person can do about a message: nothing is sent twice that surely arrived, and nothing while it is on its way. */
export function whatCanBeDone({ state, kind, doubtful }: KnownMessage): MessageRow['can'] {
  const isOpen = state === 'queued' || state === 'failed' || state === 'letter';
  return {
    send: isOpen || state === 'kept' || state === 'dropped',
    // A slip that may have arrived is printed as a duplicate, from its receipt.
    print: kind === 'notice' ? state !== 'sending' : (isOpen || state === 'kept') && !doubtful,
    post: kind === 'notice' && isOpen,
    drop: isOpen,
  };
}

function toldOf(db: StationDb, message: KnownMessage): { name: string; what: NoticeWhat | null } {
  if (message.kind === 'slip')
    return { name: entryAt(db, message.position, 'receipt_issued').personal?.payer ?? '', what: null };
  const entry = anyEntryAt(db, message.position);
  assert(isUndo(entry), `message ${message.message} tells of ${entry.kind}`);
  return { name: noticeOf(db, message).holder.customer, what: noticeFor(entry, message.accountNumber).what };
}
