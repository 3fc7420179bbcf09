import MailComposer from 'nodemailer/lib/mail-composer';
import { isPlain } from '#domain/text';
import { sha256Hex } from '#main/chain/sha256';
import type { Mail } from './mail.ts';

/** A line of a head may be this long: what is longer was no name of anybody. */
const LINE_MAX = 150;

/**
 * A message as it goes over the line. Whatever stands in names, it cannot begin a header of its own or turn the writing
 * around; and with the same words it is the same bytes, so that a second copy is known for one.
 * @param from the address it is from
 */
export async function composed(mail: Mail, from: string): Promise<Buffer> {
  const message = new MailComposer({
    from: { name: onOneLine(mail.fromName), address: from },
    to: { name: '', address: mail.to },
    subject: onOneLine(mail.subject),
    text: plainText(mail.text),
    messageId: mail.messageId,
    date: new Date(mail.date),
    // No answering machine answers, and no holiday is told of.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: mail.attachment
      ? [
          {
            filename: mail.attachment.fileName,
            content: Buffer.from(mail.attachment.bytes),
            contentType: 'application/pdf',
          },
        ]
      : [],
    // Otherwise made by chance, and each copy would be another.
    baseBoundary: sha256Hex(mail.messageId).slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  });
  return message.compile().build();
}

/**
 * One line without control bytes, line breaks and marks that turn writing around, nor what a mail program would take for
 * their encoded form and turn into them.
 */
function onOneLine(text: string): string {
  const line = [...plainText(text).replaceAll('\n', ' ').replaceAll('=?', '= ?')].slice(0, LINE_MAX).join('').trim();
  return isPlain(line) ? line : '';
}

/** Lines of text and nothing else. */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cf}/gu, '');
}
