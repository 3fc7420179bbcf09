import { mailServerOf } from '#db/station/mailServer';
import { isLoopback, isSameLogin, type MailServer } from '#domain/mailServer';
import { refuse } from '#domain/refusal';
import type { MailLogin } from '#main/mail/mail';
import type { Parts } from '#main/parts';

/** Under this name the host keeps the mail server's password. */
export const MAIL_PASSWORD = 'mail-password';

/**
 * A server as it was typed, with its password: the one typed, or the one that is kept for the very same server and user.
 * Refuses a server that would be told secrets in the open, and one whose password nobody typed.
 */
export async function mailLogin(
  { db, host }: Parts,
  server: MailServer,
  password: string | undefined,
): Promise<MailLogin> {
  if (server.safety === 'none' && !isLoopback(server.host)) refuse('mail_not_private');
  if (server.user === '') return { server, password: null };
  if (password !== undefined) return { server, password };
  const before = mailServerOf(db);
  const kept = before && isSameLogin(before, server) ? await host.secrets.read(MAIL_PASSWORD) : null;
  return { server, password: kept ?? refuse('mail_password_needed') };
}
