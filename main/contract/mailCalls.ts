import * as z from 'zod';
import { MailAddress, MailPassword, MailServer } from '#domain/mailServer';
import { MessageState } from '#domain/message';
import { action, query } from './definition.ts';
import { AT_THE_TRAY, DocumentRef, Label } from './shapes.ts';

/** `password`: left out, the one that is kept for the same server and user. */
const login = { server: MailServer, password: MailPassword.optional() };

/** One message of the list: what it tells, to whom, how it stands, and what a person can do about it. */
export const MessageRow = z.strictObject({
  message: z.int(),
  kind: z.enum(['slip', 'notice']),
  /** What was done to the account; null for a slip. */
  what: z
    .enum([
      ...['voided', 'reversed', 'refunded', 'moved_off', 'moved_on', 'moved_within'],
      ...['tender_corrected', 'credit_returned'],
    ] as const)
    .nullable(),
  label: Label,
  /** Empty for a slip. */
  accountNumber: z.string(),
  /** Payer or account holder; empty where the name was redacted. */
  name: z.string(),
  /** Empty for a letter. */
  address: z.string(),
  state: MessageState,
  queuedAt: z.int(),
  changedAt: z.int(),
  /** Who changed it last; empty for the program itself. */
  changedByName: z.string(),
  attempts: z.int(),
  /** When it is tried next, where it waits after an attempt. */
  nextAt: z.int().nullable(),
  /** The answer to an attempt was lost: it may have arrived already. */
  doubtful: z.boolean(),
  /** Why the last attempt came to nothing, in words. */
  trouble: z.string().nullable(),
  document: DocumentRef,
  can: z.strictObject({ send: z.boolean(), print: z.boolean(), post: z.boolean(), drop: z.boolean() }),
});
export type MessageRow = z.infer<typeof MessageRow>;

/** E-mail and notices: what is to go out, how it stands, and by which server. */
export const mailCalls = {
  /** How sending stands: for the frame of every screen. */
  mail: query({
    who: 'signed-in',
    input: {},
    output: z.strictObject({
      /** `unset`: no server; `failing`: it takes nothing at the moment. */
      state: z.enum(['unset', 'ready', 'failing']),
      server: MailServer.nullable(),
      /** Whether the machine's keychain seals the password, or only a file's rights keep it. */
      secretsIn: z.enum(['sealed', 'file']),
      failing: z.strictObject({ since: z.int(), sentence: z.string() }).nullable(),
      /** E-mails on their way. */
      waiting: z.int(),
      /** Since when the oldest of them waits; null when none does. */
      waitingSince: z.int().nullable(),
      /** Given up. */
      failed: z.int(),
      /** To be printed and posted. */
      letters: z.int(),
    }),
    reads: ['mail'],
  }),

  /** Messages: those that need something first, then the latest. */
  messages: query({
    who: 'signed-in',
    input: {},
    output: z.strictObject({ messages: z.array(MessageRow).max(200) }),
    reads: ['mail'],
  }),

  /** Sets the mail server, or none any more. The password goes into the host's secret store and nowhere else. */
  chooseMailServer: action({
    who: ['supervisor'],
    input: { ...login, server: MailServer.nullable() },
    output: z.strictObject({}),
    touches: ['mail'],
  }),

  /** Sends a few words to an address by the server as it is typed, and answers when the server has taken them. */
  sendTestMail: action({
    who: ['supervisor'],
    input: { ...login, to: MailAddress },
    output: z.strictObject({}),
    touches: [],
  }),

  /** Sends a message now, by e-mail: again, to another address, or what would have been a letter. */
  sendMessage: action({
    who: AT_THE_TRAY,
    input: { message: z.int(), address: MailAddress.optional() },
    output: z.strictObject({}),
    touches: ['mail', 'receipts'],
  }),

  /** Prints a message on paper in its place: the slip that did not go out, or the notice as a letter. */
  printMessage: action({
    who: AT_THE_TRAY,
    input: { message: z.int() },
    output: z.strictObject({}),
    touches: ['mail', 'receipts', 'printer'],
  }),

  /** A person says that a letter was posted, or that an e-mail need not go out. */
  endMessage: action({
    who: AT_THE_TRAY,
    input: { message: z.int(), as: z.enum(['posted', 'dropped']) },
    output: z.strictObject({}),
    touches: ['mail', 'receipts'],
  }),
} as const;
