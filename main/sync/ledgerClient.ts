import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type * as z from 'zod';
import {
  AttachmentReply,
  type AttachmentSent,
  AttachmentsWanted,
  EnrolReply,
  FeedPage,
  JournalReply,
  type JournalRun,
  OfficeReply,
  type OfficeRequest,
  WireRefusal,
} from './wire.ts';

const compress = promisify(gzip);

/** A third of the time of the usual level, for a tenth more on the line: while a backlog drains, time is what counts. */
const LEVEL = { level: 3 };

/** No answer within this time is no answer. A file waits for nobody, and a slow line has to carry all of it. */
const PATIENCE_MS = 15_000;
const PATIENCE_FOR_FILE_MS = 120_000;

/** No answer of the ledger is longer than this. */
const REPLY_CHARACTERS_MAX = 64_000_000;

/** Where the ledger is and as whom this station speaks to it, until somebody breaks it off. */
export type Line = { url: string; token: string; fetch: typeof fetch; signal: AbortSignal };

/** The ledger said no, in its own words; nothing is gained by asking the same again. */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';
  readonly code: string;
  readonly facts: NonNullable<WireRefusal['facts']>;

  constructor({ code, sentence, facts }: WireRefusal) {
    super(sentence);
    this.code = code;
    this.facts = facts ?? {};
  }
}

/** The ledger said in its own words that it could not: what it was asked for is undone, and may be asked again. */
export class LedgerFailed extends Error {
  override readonly name = 'LedgerFailed';
  readonly code: string;

  constructor({ code, sentence }: WireRefusal) {
    super(sentence);
    this.code = code;
  }
}

/** Something answered, and not as a ledger does: it is none, or what stands before it has no way to it. */
export class LedgerUnreadable extends Error {
  override readonly name = 'LedgerUnreadable';
  /** HTTP status. */
  readonly status: number;

  constructor(status: number, cause?: unknown) {
    super(`the ledger answered ${status}, and not as a ledger does`, { cause });
    this.status = status;
  }
}

/** Sends the next entries. A reply that is not the ledger's (a captive portal's page, say) counts as no answer. */
export async function sendRun(line: Line, run: JournalRun): Promise<JournalReply> {
  return ask(line, '/v1/journal', JournalReply, await compressed(line, run), [409]);
}

/** Asks which of some files, by their SHA-256, the ledger does not have. */
export async function askWanted(line: Line, sha256s: readonly string[]): Promise<string[]> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${line.token}` };
  const init = { method: 'POST', headers, body: JSON.stringify({ sha256s }) };
  return (await ask(line, '/v1/attachments/wanted', AttachmentsWanted, init, [])).wanted;
}

/** Sends one file, by the entry that names it. */
export async function sendAttachment(line: Line, sent: AttachmentSent): Promise<AttachmentReply> {
  const init = await compressed(line, sent);
  return ask({ ...line, patienceMs: PATIENCE_FOR_FILE_MS }, '/v1/attachments', AttachmentReply, init, []);
}

async function compressed(line: Line, said: object): Promise<RequestInit> {
  const headers = {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    authorization: `Bearer ${line.token}`,
  };
  return { method: 'POST', headers, body: await compress(JSON.stringify(said), LEVEL) };
}

/** Reads the next page of what comes down, from a cursor on; empty at first. */
export function readFeed(line: Line, cursor: string): Promise<FeedPage> {
  const headers = { authorization: `Bearer ${line.token}` };
  return ask(line, `/v1/feed?after=${encodeURIComponent(cursor)}`, FeedPage, { headers }, []);
}

/** Asks the office: a command or query of the contract that the ledger answers. */
export async function askOffice(line: Line, request: OfficeRequest): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${line.token}` };
  const init = { method: 'POST', headers, body: JSON.stringify(request) };
  return (await ask(line, '/v1/office', OfficeReply, init, [])).value;
}

/** Exchanges an enrolment token, which works once, for this station's own. */
export function enrol(at: Pick<Line, 'url' | 'fetch'>, token: string): Promise<EnrolReply> {
  return ask(
    at,
    '/v1/enrol',
    EnrolReply,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) },
    [],
  );
}

async function ask<T extends z.ZodType>(
  line: Pick<Line, 'url' | 'fetch'> & Partial<Line> & { patienceMs?: number },
  path: string,
  reply: T,
  init: RequestInit,
  alsoFine: readonly number[],
): Promise<z.output<T>> {
  const patience = AbortSignal.timeout(line.patienceMs ?? PATIENCE_MS);
  const response = await line.fetch(new URL(path, line.url), {
    ...init,
    signal: line.signal ? AbortSignal.any([patience, line.signal]) : patience,
    redirect: 'error',
  });
  const text = await textOf(response);
  if (response.ok || alsoFine.includes(response.status)) {
    const read = reply.safeParse(readable(text));
    if (!read.success) throw new LedgerUnreadable(response.status, read.error);
    return read.data;
  }
  // Only its own words are a refusal or a failure. A hotel's log-in page may come with the same status.
  const said = WireRefusal.safeParse(readable(text));
  if (!said.success) throw new LedgerUnreadable(response.status);
  throw response.status < 500 ? new LedgerRefused(said.data) : new LedgerFailed(said.data);
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > REPLY_CHARACTERS_MAX) throw new Error('the ledger answered more than any ledger does');
  }
  return text + decoder.decode();
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
