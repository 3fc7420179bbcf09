import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type * as z from 'zod';
import { publicKeyOf } from '#main/chain/ed25519';
import { sha256Hex, sha256OfBytes } from '#main/chain/sha256';
import {
  enrolmentTokenParts,
  fingerprintOf,
  HEADER,
  isReplyOf,
  NO_TOKEN,
  runDigest,
  signedHeaders,
} from './signing.ts';
import type { Voice } from './voice.ts';
import {
  AttachmentReply,
  type AttachmentSent,
  AttachmentsWanted,
  EnrolReply,
  FeedPage,
  JournalReply,
  type JournalRun,
  KeyReply,
  OfficeReply,
  type OfficeRequest,
  StraysReply,
  WireRefusal,
} from './wire.ts';

const compress = promisify(gzip);

/** A third of the time of the usual level, for a tenth more on the line: while a backlog drains, time is what counts. */
const LEVEL = { level: 3 };

/** No answer within this time is no answer. A file waits for nobody, and a slow line has to carry all of it. */
const PATIENCE_MS = 15_000;
const PATIENCE_FOR_FILE_MS = 120_000;

/** HTTP: asked too often. The wait that comes with it is believed up to so long (ms). */
const TOO_MANY = 429;
const WAIT_MS_MAX = 60_000;

/** No answer of the ledger is longer than this. */
const REPLY_CHARACTERS_MAX = 64_000_000;

/** A request that was said before is said again with a new number so often. */
const SAID_MAX = 3;

/** Where the ledger is and how this station speaks to it, until somebody breaks it off. */
export type Line = { url: string; voice: Voice; fetch: typeof fetch; signal: AbortSignal };

/** What is asked, before it is signed. */
type Asked = { method: 'GET' | 'POST'; headers?: Record<string, string>; body?: string | Uint8Array };

/** The ledger told this station, in words that it signed, that another speaks in its name, or spoke since. */
export class SpokenFor extends Error {
  override readonly name = 'SpokenFor';
  readonly why: 'restored' | 'replaced';

  constructor(why: 'restored' | 'replaced', sentence: string) {
    super(sentence);
    this.why = why;
  }
}

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
  /** How long it wants not to be asked, in milliseconds. */
  readonly waitMs: number;

  constructor({ code, sentence }: WireRefusal, waitMs = 0) {
    super(sentence);
    this.code = code;
    this.waitMs = waitMs;
  }
}

/** Something answered, and not as a ledger does: it is none, or what stands before it has no way to it. */
export class LedgerUnreadable extends Error {
  override readonly name: string = 'LedgerUnreadable';
  /** HTTP status. */
  readonly status: number;

  constructor(status: number, cause?: unknown) {
    super(`the ledger answered ${status}, and not as a ledger does`, { cause });
    this.status = status;
  }
}

/** A ledger answered, and not the one that issued the enrolment token. */
export class LedgerOther extends LedgerUnreadable {
  override readonly name = 'LedgerOther';
}

/**
 * Sends the next entries. A reply that the ledger has not signed (a captive portal's page, say), or that is about other
 * entries, counts as no answer.
 */
export async function sendRun(line: Line, run: JournalRun): Promise<JournalReply> {
  const reply = await ask(line, '/v1/journal', JournalReply, await compressed(run), { alsoFine: [409] });
  if (reply.run !== runDigest(run.entries)) throw new LedgerUnreadable(200);
  return reply;
}

/** Sends what a stopped station has recorded and will not go on from. */
export async function sendStrays(line: Line, run: JournalRun): Promise<void> {
  const reply = await ask(line, '/v1/strays', StraysReply, await compressed(run));
  if (reply.run !== runDigest(run.entries)) throw new LedgerUnreadable(200);
}

/** Asks which of some files, by their SHA-256, the ledger does not have. */
export async function askWanted(line: Line, sha256s: readonly string[]): Promise<string[]> {
  return (await ask(line, '/v1/attachments/wanted', AttachmentsWanted, inJson({ sha256s }))).wanted;
}

/** Sends one file, by the entry that names it. */
export async function sendAttachment(line: Line, sent: AttachmentSent): Promise<AttachmentReply> {
  const patience = { patienceMs: PATIENCE_FOR_FILE_MS };
  return ask(line, '/v1/attachments', AttachmentReply, await compressed(sent), patience);
}

/** Reads the next page of what comes down, from a cursor on; empty at first. */
export function readFeed(line: Line, cursor: string): Promise<FeedPage> {
  return ask(line, `/v1/feed?after=${encodeURIComponent(cursor)}`, FeedPage, { method: 'GET' });
}

/** Asks the office: a command or query of the contract that the ledger answers. */
export async function askOffice(line: Line, request: OfficeRequest): Promise<unknown> {
  return (await ask(line, '/v1/office', OfficeReply, inJson(request))).value;
}

/**
 * Exchanges an enrolment token, which works once, for a place of this install's own.
 * @param seed the secret half of the key that it signs with from now on
 * @throws LedgerUnreadable also where another ledger answers than the one that issued the token
 */
export async function enrol(at: At, token: string, seed: string, series?: string): Promise<EnrolReply> {
  const { district, fingerprint } = enrolmentTokenParts(token) ?? NO_PARTS;
  const asked = inJson({ token, publicKey: publicKeyOf(seed), ...(series === undefined ? {} : { series }) });
  const isIssuer = ({ ledgerKey }: EnrolReply) => fingerprintOf(ledgerKey) === fingerprint;
  return introduced(at, '/v1/enrol', EnrolReply, asked, { seed, station: district, isIssuer });
}

/** Brings the key of a station that was enrolled before there were any. Its ledger is known by the address alone, this once. */
export async function bringKey(at: At, as: { bearer: string; station: string; seed: string }): Promise<KeyReply> {
  const { method, headers, body } = inJson({ publicKey: publicKeyOf(as.seed) });
  const asked = { method, body, headers: { ...headers, authorization: `Bearer ${as.bearer}` } };
  return introduced(at, '/v1/keys', KeyReply, asked, { ...as, isIssuer: () => true });
}

type At = Pick<Line, 'url' | 'fetch'> & Partial<Pick<Line, 'signal'>>;

const NO_PARTS = { district: '', fingerprint: '' };

/** Asks before there is a contact: what the reply says it is signed with must have signed it, and be the one that is meant. */
async function introduced<T extends z.ZodType<{ ledgerKey: string; token: string }>>(
  at: At,
  path: string,
  reply: T,
  asked: Asked,
  by: { seed: string; station: string; isIssuer: (reply: z.output<T>) => boolean },
): Promise<z.output<T>> {
  const digest = digestOf(asked.body);
  const spoken = { method: asked.method, path, digest, station: by.station, counter: 1, token: NO_TOKEN };
  const headers = signedHeaders(by.seed, spoken);
  const { response, text } = await say(at, path, asked, headers);
  const said = readable(text);
  if (!response.ok) throw refusedIn(response, said);
  const read = reply.safeParse(said);
  if (!read.success) throw new LedgerUnreadable(response.status, read.error);
  const heard = { status: response.status, digest: sha256Hex(text), asked: headers[HEADER.signature] ?? '' };
  const token = response.headers.get(HEADER.token) ?? '';
  const signature = response.headers.get(HEADER.signature) ?? '';
  if (!by.isIssuer(read.data) || !isReplyOf(read.data.ledgerKey, { ...heard, token }, signature))
    throw new LedgerOther(response.status);
  return read.data;
}

async function ask<T extends z.ZodType>(
  line: Line,
  path: string,
  reply: T,
  asked: Asked,
  how: { alsoFine?: readonly number[]; patienceMs?: number } = {},
): Promise<z.output<T>> {
  const digest = digestOf(asked.body);
  for (let said = 1; ; said++) {
    const headers = await line.voice.headers(asked.method, path, digest);
    const { response, text } = await say(line, path, asked, headers, how.patienceMs);
    // A hotel's log-in page may come with any status; so may what somebody else has made up or kept.
    if (!line.voice.isAnswer(headers, response, text)) throw new LedgerUnreadable(response.status);
    if (response.ok || how.alsoFine?.includes(response.status)) {
      const read = reply.safeParse(readable(text));
      if (!read.success) throw new LedgerUnreadable(response.status, read.error);
      return read.data;
    }
    const refused = refusedIn(response, readable(text));
    if (!(refused instanceof LedgerRefused)) throw refused;
    if (refused.code === 'station_replaced') throw new SpokenFor('replaced', refused.message);
    if (refused.code !== 'counter_used' && refused.code !== 'token_used') throw refused;
    if (!line.voice.isOurs(refused)) throw new SpokenFor('restored', refused.message);
    if (said === SAID_MAX) throw refused;
  }
}

/** One request and what came back, bounded in time and size. */
async function say(
  at: At,
  path: string,
  { method, headers, body }: Asked,
  signedAs: Record<string, string>,
  patienceMs = PATIENCE_MS,
): Promise<{ response: Response; text: string }> {
  const patience = AbortSignal.timeout(patienceMs);
  const response = await at.fetch(new URL(path, at.url), {
    method,
    headers: { ...headers, ...signedAs },
    ...(body === undefined ? {} : { body: body as BodyInit }),
    signal: at.signal ? AbortSignal.any([patience, at.signal]) : patience,
    redirect: 'error',
  });
  return { response, text: await textOf(response) };
}

function refusedIn(response: Response, said: unknown): Error {
  const { status } = response;
  const read = WireRefusal.safeParse(said);
  if (!read.success) return new LedgerUnreadable(status);
  if (status === TOO_MANY) return new LedgerFailed(read.data, waitAsked(response));
  return status < 500 ? new LedgerRefused(read.data) : new LedgerFailed(read.data);
}

/** What a ledger asks for that is asked too often, bounded: nobody else may keep a station quiet for long. */
function waitAsked(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1_000, WAIT_MS_MAX) : 0;
}

function inJson(said: object): Asked & { body: string } {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) };
}

async function compressed(said: object): Promise<Asked> {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  return { method: 'POST', headers, body: await compress(JSON.stringify(said), LEVEL) };
}

function digestOf(body: Asked['body']): string {
  return typeof body === 'string' ? sha256Hex(body) : sha256OfBytes(body ?? new Uint8Array());
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
