import * as z from 'zod';

/** Why a message did not go out, each a refusal of its own where a person waits for the answer. */
export const MAIL_TROUBLES = [
  'mail_unreachable',
  'mail_silent',
  'mail_certificate',
  'mail_no_tls',
  'mail_login',
  'mail_password_lost',
  'mail_sender',
  'mail_recipient',
  'mail_content',
  'mail_later',
  'mail_in_doubt',
] as const;
export type MailTrouble = (typeof MAIL_TROUBLES)[number];

/** Trouble with the server and not with one message: everything waits until it is over. */
export function isOfServer(trouble: MailTrouble): boolean {
  return MAIL_TROUBLES.indexOf(trouble) <= MAIL_TROUBLES.indexOf('mail_sender');
}

/** The server has said no for good: the same message is not tried again by itself. */
export function isFinal(trouble: MailTrouble): boolean {
  return trouble === 'mail_recipient' || trouble === 'mail_content';
}

/**
 * How a message stands. `kept`: a training station without a mail server shows it and sends it to nobody. `letter`: to be
 * printed and posted. What the machine cannot end, a person does: `posted`, `printed` on paper in its place, `dropped`.
 */
export const MESSAGE_STATES = [
  'queued',
  'sending',
  'sent',
  'failed',
  'kept',
  'letter',
  'posted',
  'printed',
  'dropped',
] as const;
export const MessageState = z.enum(MESSAGE_STATES);
export type MessageState = z.infer<typeof MessageState>;

/** What the message of an entry is called for ever: sent twice after a lost answer, it is seen to be the same one. */
export function messageIdOf(of: {
  district: string;
  label: string;
  kind: 'slip' | 'notice';
  accountNumber: string;
  hash: string;
}): string {
  const left = [of.label, of.kind, of.accountNumber, of.hash.slice(0, 24)].filter((part) => part !== '').join('.');
  return `<${left}@${of.district}.counterfoil>`.toLowerCase();
}

/** How patiently a queue tries. Pauses double from the first to the longest. */
export type Patience = { firstPauseMs: number; pauseMaxMs: number; attemptsMax: number };

/**
 * How long to wait after so many attempts: between half and all of the doubled pause, so that stations which lost the
 * server together do not come back together.
 * @param chance from 0 to below 1
 */
export function pauseAfter(attempts: number, patience: Patience, chance: number): number {
  const doubled = patience.firstPauseMs * 2 ** Math.min(Math.max(attempts - 1, 0), 30);
  const pause = Math.min(doubled, patience.pauseMaxMs);
  return Math.round(pause / 2 + (pause / 2) * chance);
}
