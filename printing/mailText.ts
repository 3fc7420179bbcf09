import type { UndoEntry } from '#domain/notice';
import { noticeFor, receiptUndone } from '#domain/notice';
import { type MailWords, mailWordsIn } from './mailWords.ts';
import type { Recorded, SlipFacts } from './slipParts.ts';
import { amountOf } from './words.ts';

/** What an e-mail says beside its attachment. */
export type MailText = { subject: string; text: string };

/** Of an account, what a notice tells its holder with: empty text where the station does not know it. */
export type NoticeHolder = { accountNumber: string; customer: string; mailingAddress: string; language: string };

/**
 * The e-mail that bears the slip of a receipt, in English and in the payer's language.
 * @param stands false where the receipt was cancelled while its e-mail waited: then it proves nothing
 */
export function slipMailText({ entry }: Recorded<'receipt_issued'>, facts: SlipFacts, stands: boolean): MailText {
  const { label, totalCents, language } = entry.payload;
  const said = mailWordsIn(language);
  const { timeZone } = facts.district;
  return {
    subject: subjectOf(said, (words) => words.receipt(label), facts),
    text: textOf(said, facts, (words) => [
      words.received(dollars(totalCents), longDate(entry.recordedAt, timeZone, words.locale)),
      stands ? words.attached(label) : words.cancelled(label),
    ]),
  };
}

/** The e-mail to an account's holder about something that was undone. It names no reason and nobody else's account. */
export function noticeMailText(
  { entry }: { entry: UndoEntry },
  { accountNumber, language }: NoticeHolder,
  facts: SlipFacts,
): MailText {
  const said = mailWordsIn(language);
  const label = receiptUndone(entry);
  const { what, cents } = noticeFor(entry, accountNumber);
  return {
    subject: subjectOf(said, (words) => words.notice(label), facts),
    text: textOf(said, facts, (words) => [
      `${words.account} ${accountNumber}, ${longDate(entry.recordedAt, facts.district.timeZone, words.locale)}`,
      words.undone[what](dollars(cents), label),
      words.unexpected,
    ]),
  };
}

/** An amount in a sentence to somebody outside the counter. */
export function dollars(cents: number): string {
  return `$${amountOf(cents)}`;
}

function subjectOf(said: readonly MailWords[], of: (words: MailWords) => string, facts: SlipFacts): string {
  const subject = `${said.map(of).join(' / ')}, ${facts.district.name}`;
  return facts.training ? `TRAINING: not money. ${subject}` : subject;
}

function textOf(said: readonly MailWords[], facts: SlipFacts, of: (words: MailWords) => string[]): string {
  const { name, header } = facts.district;
  return [
    ...(facts.training ? ['TRAINING: not money.', ''] : []),
    ...said.flatMap((words) => [...of(words), '']),
    name,
    ...header,
    '',
  ].join('\n');
}

function longDate(instant: number, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' }).format(instant);
}
