import type { Language } from '#domain/account';
import { type NoticeWhat, noticeFor, receiptUndone, type UndoEntry } from '#domain/notice';
import type { Recorded } from '#domain/recorded';
import type { Key } from './languages/catalogue.ts';
import { type Speaker, speakersIn } from './languages/said.ts';
import type { SlipFacts } from './slipParts.ts';
import { amountOf } from './words.ts';

/** What an e-mail says beside its attachment. */
export type MailText = { subject: string; text: string };

/** Of an account, what a notice tells its holder with: empty text where the station does not know it. */
export type NoticeHolder = { accountNumber: string; customer: string; mailingAddress: string; language: Language };

/** What a notice tells of the account, by what was done. */
export const TOLD: Record<NoticeWhat, Key> = {
  voided: 'mail.voided',
  reversed: 'mail.reversed',
  refunded: 'mail.refunded',
  moved_off: 'mail.moved-off',
  moved_on: 'mail.moved-on',
  moved_within: 'mail.moved-within',
  tender_corrected: 'mail.tender-corrected',
  credit_returned: 'mail.credit-returned',
};

/**
 * The e-mail that bears the slip of a receipt, in English and in the payer's language.
 * @param stands false where the receipt was cancelled while its e-mail waited: then it proves nothing
 */
export function slipMailText({ entry }: Recorded<'receipt_issued'>, facts: SlipFacts, stands: boolean): MailText {
  const { label, totalCents, language } = entry.payload;
  const speakers = speakersIn(language);
  const amount = dollars(totalCents);
  return {
    subject: subjectOf(speakers, ({ say }) => say('mail.receipt', { label }), facts),
    text: textOf(speakers, facts, ({ say, language }) => [
      say('mail.received', { amount, date: longDate(entry.recordedAt, language, facts) }),
      say(stands ? 'mail.attached' : 'mail.cancelled', { label }),
    ]),
  };
}

/** The e-mail to an account's holder about something that was undone. It names no reason and nobody else's account. */
export function noticeMailText(
  { entry }: { entry: UndoEntry },
  { accountNumber, language }: NoticeHolder,
  facts: SlipFacts,
): MailText {
  const speakers = speakersIn(language);
  const label = receiptUndone(entry);
  const { what, cents } = noticeFor(entry, accountNumber);
  return {
    subject: subjectOf(speakers, ({ say }) => say('mail.notice', { label }), facts),
    text: textOf(speakers, facts, ({ say, language }) => [
      `${say('mail.account')} ${accountNumber}, ${longDate(entry.recordedAt, language, facts)}`,
      say(TOLD[what], { amount: dollars(cents), label }),
      say('mail.unexpected'),
    ]),
  };
}

/** An amount in a sentence to somebody outside the counter. */
export function dollars(cents: number): string {
  return `$${amountOf(cents)}`;
}

function subjectOf(speakers: readonly Speaker[], of: (speaker: Speaker) => string, facts: SlipFacts): string {
  const subject = `${speakers.map(of).join(' / ')}, ${facts.district.name}`;
  return facts.training ? `TRAINING: not money. ${subject}` : subject;
}

function textOf(speakers: readonly Speaker[], facts: SlipFacts, of: (speaker: Speaker) => string[]): string {
  const { name, header } = facts.district;
  return [
    ...(facts.training ? ['TRAINING: not money.', ''] : []),
    ...speakers.flatMap((speaker) => [...of(speaker), '']),
    name,
    ...header,
    '',
  ].join('\n');
}

function longDate(instant: number, language: Language, { district }: SlipFacts): string {
  return new Intl.DateTimeFormat(language, { timeZone: district.timeZone, dateStyle: 'long' }).format(instant);
}
