import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isLoopback } from '#domain/mailServer';
import type { MailTrouble } from '#domain/message';
import { composed } from './composed.ts';
import type { Mail, MailLogin, MailOutcome, MailSender } from './mail.ts';

/** How long a server may keep us waiting, and whose certificates are believed: without `authorities` those of Node. */
export type SmtpManner = { connectMs: number; silenceMs: number; authorities?: string[] };

const USUAL: SmtpManner = { connectMs: 10_000, silenceMs: 30_000 };

/** Sends by SMTP: each message on a line of its own, so that one that hangs holds up nothing but itself. */
export function smtpSender(manner: SmtpManner = USUAL): MailSender {
  return async (login, mail, callOff) => {
    if (login.server.user !== '' && login.password === null) return notSent('mail_password_lost');
    const bytes = await composed(mail, login.server.from);
    return new Delivery(login, manner).deliver(mail, bytes, callOff);
  };
}

type NotSent = Extract<MailOutcome, { outcome: 'not_sent' }>;
const notSent = (trouble: NotSent['trouble']): NotSent => ({ outcome: 'not_sent', trouble });

/** How far the talk has come: it decides what silence means. */
type Stage = 'greeting' | 'login' | 'envelope' | 'handed over';

class Delivery {
  readonly #login: MailLogin;
  readonly #line: SMTPConnection;
  #stage: Stage = 'greeting';

  constructor(login: MailLogin, manner: SmtpManner) {
    this.#login = login;
    const { host, port, safety } = login.server;
    this.#line = new SMTPConnection({
      host,
      port,
      secure: safety === 'tls',
      requireTLS: safety === 'starttls',
      ignoreTLS: safety === 'none',
      connectionTimeout: manner.connectMs,
      greetingTimeout: manner.connectMs,
      dnsTimeout: manner.connectMs,
      socketTimeout: manner.silenceMs,
      allowInternalNetworkInterfaces: isLoopback(host),
      tls: { minVersion: 'TLSv1.2', ...(manner.authorities ? { ca: manner.authorities } : {}) },
      logger: false,
    });
  }

  async deliver(mail: Mail, bytes: Buffer, callOff: AbortSignal): Promise<MailOutcome> {
    const broken = new Promise<never>((_, reject) => {
      this.#line.on('error', reject);
      this.#line.on('end', () => reject(new Error('the line was closed')));
      callOff.addEventListener('abort', () => reject(new Error('called off')), { once: true });
    });
    try {
      if (callOff.aborted) return notSent('mail_later');
      await Promise.race([this.#talk(mail, bytes), broken]);
      this.#line.quit();
      return { outcome: 'sent' };
    } catch (error) {
      return this.#outcomeOf(error as SmtpError, callOff.aborted);
    } finally {
      broken.catch(() => {});
      // After QUIT the server closes; where it does not, the line is let go all the same.
      this.#line.close();
    }
  }

  async #talk(mail: Mail, bytes: Buffer): Promise<void> {
    const { server, password } = this.#login;
    await done((end) => this.#line.connect(end));
    this.#stage = 'login';
    if (server.user !== '')
      await done((end) => this.#line.login({ user: server.user, pass: password ?? '' }, (error) => end(error)));
    this.#stage = 'envelope';
    const content = Readable.from([bytes], { objectMode: false });
    // From here on the server may have taken it, whatever is heard.
    content.once('end', () => {
      this.#stage = 'handed over';
    });
    const envelope = { from: server.from, to: [mail.to], size: bytes.length };
    await done((end) => this.#line.send(envelope, content, (error) => end(error)));
  }

  #outcomeOf(error: SmtpError, isCalledOff: boolean): MailOutcome {
    const { responseCode } = error;
    if (this.#stage === 'handed over' && responseCode === undefined)
      return { outcome: 'in_doubt', trouble: 'mail_in_doubt' };
    if (isCalledOff) return notSent('mail_later');
    switch (this.#stage) {
      case 'greeting':
        return notSent(troubleOfGreeting(error, this.#login.server.safety === 'starttls'));
      case 'login':
        return notSent(responseCode !== undefined && responseCode < 500 ? 'mail_later' : troubleOfLogin(error));
      default:
        return notSent(troubleOfMessage(error));
    }
  }
}

type SmtpError = Error & { code?: string; originalCode?: string; command?: string; responseCode?: number };

/** Node's codes for a certificate that is not believed. */
const CERTIFICATE = /CERT|SELF_SIGNED|ISSUER|ALTNAME|SIGNATURE/;
const NOBODY = /^E(CONNREFUSED|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN|HOSTDOWN)$|^EDNS$/;

function troubleOfGreeting(error: SmtpError, isStartTls: boolean): NotSent['trouble'] {
  const { code = '', originalCode = '', responseCode } = error;
  const { cause } = error as { cause?: { code?: unknown } };
  const codes = [code, originalCode, String(cause?.code ?? '')];
  if (codes.some((one) => CERTIFICATE.test(one)) || /certificate|altnames/i.test(error.message))
    return 'mail_certificate';
  if (codes.some((one) => NOBODY.test(one))) return 'mail_unreachable';
  if (codes.some((one) => /SSL|^ETLS$|^EPROTO$/.test(one))) return 'mail_no_tls';
  if (responseCode !== undefined) return isStartTls ? 'mail_no_tls' : 'mail_later';
  return 'mail_silent';
}

function troubleOfLogin({ code }: SmtpError): NotSent['trouble'] {
  return code === 'EAUTH' || code === 'ENOAUTH' ? 'mail_login' : 'mail_silent';
}

/** A 4xx asks for patience; a 5xx is a no to whatever was just said. */
function troubleOfMessage({ command, responseCode }: SmtpError): NotSent['trouble'] {
  if (responseCode === undefined || responseCode < 500) return 'mail_later';
  const refused: Record<string, MailTrouble> = { 'MAIL FROM': 'mail_sender', 'RCPT TO': 'mail_recipient' };
  // A server that wants a login first says so to the sender's address.
  if (responseCode === 530) return 'mail_login';
  return (refused[command ?? ''] ?? 'mail_content') as NotSent['trouble'];
}

function done(start: (end: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
}
