import type { MailServer } from '#domain/mailServer';
import type { MailTrouble } from '#domain/message';

/** One message, complete: sent a second time it is the same, letter by letter. */
export type Mail = {
  /** Whose words it bears: the district's name. The address is the server's setting. */
  fromName: string;
  to: string;
  subject: string;
  text: string;
  /** With its angle brackets. */
  messageId: string;
  /** Instant (ms) of what it tells of. */
  date: number;
  attachment: { fileName: string; bytes: Uint8Array } | null;
};

/** A server with the password that its user needs; null where none is kept. */
export type MailLogin = { server: MailServer; password: string | null };

/**
 * What became of a message. `in_doubt`: the server had all of it and did not say whether it takes it, so it may have
 * arrived.
 */
export type MailOutcome =
  | { outcome: 'sent' }
  | { outcome: 'not_sent'; trouble: Exclude<MailTrouble, 'mail_in_doubt'> }
  | { outcome: 'in_doubt'; trouble: 'mail_in_doubt' };

/** Takes one message to a server. Never throws; ends soon after it is called off. */
export type MailSender = (login: MailLogin, mail: Mail, callOff: AbortSignal) => Promise<MailOutcome>;
