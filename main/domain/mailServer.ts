import * as z from 'zod';
import { isPlain } from './text.ts';

/** An e-mail address as it may stand in an envelope: letters, digits and signs of ASCII, on one line. */
export const MailAddress = z.email({ error: 'must be an e-mail address' }).max(120);

/** The address in a text of a file or a person, or null where mail could not go there. */
export function mailAddressIn(text: string): string | null {
  return MailAddress.safeParse(text.trim()).data ?? null;
}

/** How the talk with a mail server is kept from others: TLS from the start, TLS after STARTTLS, or not at all. */
export const MailSafety = z.enum(['tls', 'starttls', 'none']);
export type MailSafety = z.infer<typeof MailSafety>;

/** The mail server of a station. Its password is not in here: that lies in the host's secret store. */
export const MailServer = z.strictObject({
  host: z
    .string()
    .trim()
    .regex(/^(?![-.])[A-Za-z0-9.:-]{1,253}$/, { error: 'must be the name of a server, such as mail.example.org' }),
  port: z.int().min(1).max(65_535),
  safety: MailSafety,
  /** Empty where the server asks nobody for a name. */
  user: z
    .string()
    .trim()
    .max(120)
    .refine((user) => user === '' || isPlain(user), { error: 'must be plain text on one line' }),
  /** Who the messages are from. */
  from: MailAddress,
});
export type MailServer = z.infer<typeof MailServer>;

/** A password as it is typed: never trimmed, since a space may be part of it. */
export const MailPassword = z.string().min(1).max(200).refine(isPlain, { error: 'must be plain text on one line' });

/** Whether what is sent there leaves this machine. Only what stays on it may go unsealed. */
export function isLoopback(host: string): boolean {
  return /^(localhost|::1|127(\.\d{1,3}){3})$/i.test(host);
}

/** Whether two settings are the same login: a password kept for one is never shown to another server. */
export function isSameLogin(one: MailServer, other: MailServer): boolean {
  return one.host === other.host && one.port === other.port && one.user === other.user;
}
