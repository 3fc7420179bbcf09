import { openAsBlob } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type * as z from 'zod';
import type { Facts } from '#domain/facts';
import { type RefusalCode, sentenceOf } from '#domain/refusal';
import { WireRefusal } from '#main/sync/wire';
import { pinnedFetch } from '#main/tls/pinnedFetch';
import type { Trust } from '#main/tls/trust';
import { PlainTrouble, troubleInWords } from '#main/trouble';
import { type LoadFiles, withPaths } from './loadNames.ts';
import { DayReport, GlPlacesReply, GlReply, LoadReply, TokenReply } from './officeWire.ts';
import { patientFetch } from './patientFetch.ts';
import { ANY_TOKEN } from './tokens.ts';

const WRONG_TOKEN = 'ledger_token_wrong';

/** Where a ledger is, and the administrator's token for it. */
export type Office = { ledger: string; token: string; trust?: Trust | null };

/** The ledger refused; its sentence is the message. */
export class LedgerSaidNo extends Error {
  override readonly name = 'LedgerSaidNo';
  readonly code: string;
  readonly facts: Facts;

  constructor(code: string, sentence: string, facts: Facts = {}) {
    super(sentence);
    this.code = code;
    this.facts = facts;
  }
}

/** The ledger sees no paths, so it calls a file by what it is in the load. */
const OF_FILES: ReadonlySet<string> = new Set<RefusalCode>(['load_file_wrong', 'load_row_wrong']);

/**
 * Sends a district's three files (paths) to a running ledger, straight from the disk, and the State Auditor's where they
 * are named.
 * @param load.by who loads, for the journal of loads
 * @param load.withdrawMissing takes back what is open of charges that the file no longer names
 * @param load.newDistrict means a district that the ledger does not have yet, though it has others
 */
export async function sendLoad(
  office: Office,
  load: LoadFiles & { by: string; withdrawMissing?: boolean; newDistrict?: boolean },
): Promise<LoadReply> {
  const form = new FormData();
  form.set('by', load.by);
  if (load.withdrawMissing) form.set('withdrawMissing', 'true');
  if (load.newDistrict) form.set('newDistrict', 'true');
  for (const part of ['district', 'accounts', 'charges', 'bars', 'barsFunds'] as const) {
    const path = load[part];
    if (path !== undefined) form.set(part, await fileAt(path), basename(path));
  }
  const to = new URL('/v1/loads', office.ledger);
  const send = (headers: { authorization: string }) =>
    patientFetch(to, { method: 'POST', headers, body: form }, office.trust);
  return told(office, LoadReply, send).catch((error: unknown) => {
    if (!(error instanceof LedgerSaidNo) || !OF_FILES.has(error.code)) throw error;
    throw new LedgerSaidNo(error.code, withPaths(error.message, load));
  });
}

async function fileAt(path: string): Promise<Blob> {
  // What opens blobs does not say why it could not, and finds out late that something is a folder.
  if ((await stat(path)).isDirectory())
    throw new PlainTrouble(`${path} is a folder where a file belongs. Name the file.`);
  await access(path, constants.R_OK);
  return openAsBlob(path);
}

/** Asks for a token with which one install becomes a station of a series. */
export function askEnrolmentToken(office: Office, about: { series: string; district?: string }): Promise<TokenReply> {
  return ask(office, '/v1/enrolment-tokens', TokenReply, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(about),
  });
}

/** Reads what one business day came to; without a day, today in the district's time zone. */
export function readDayReport(office: Office, about: { day?: string; district?: string }): Promise<DayReport> {
  return ask(office, `/v1/reports/day?${new URLSearchParams(about)}`, DayReport, {});
}

/** Finds a GL export by its number or a day of it; without either, the newest. */
export function findGl(
  office: Office,
  about: { number?: string; through?: string; district?: string },
): Promise<GlReply> {
  return ask(office, `/v1/gl?${new URLSearchParams(about)}`, GlReply, {});
}

/** Every place that a line of an export may name: `401-3435001`. */
export async function glPlacesKnown(office: Office, about: { district?: string }): Promise<ReadonlySet<string>> {
  const { places } = await ask(office, `/v1/gl/places?${new URLSearchParams(about)}`, GlPlacesReply, {});
  return new Set(places);
}

/** Has closed days exported, in the name of one of the office's people. */
export function exportGl(
  office: Office,
  about: { commandId: string; by: string; through: string; layout: string; district?: string },
): Promise<GlReply> {
  return ask(office, '/v1/gl', GlReply, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(about),
  }).catch((error: unknown) => {
    if (!(error instanceof LedgerSaidNo) || error.code !== 'gl_nothing_new') throw error;
    const again = `Its file again: --number ${error.facts.number}, without --by and --through.`;
    throw new LedgerSaidNo(error.code, `${error.message}\n${again}`, error.facts);
  });
}

function ask<T extends z.ZodType>(
  office: Office,
  path: string,
  reply: T,
  init: RequestInit & { headers?: Record<string, string> },
): Promise<z.output<T>> {
  const to = new URL(path, office.ledger);
  return told(office, reply, (headers) =>
    fetchOf(office)(to, { ...init, headers: { ...init.headers, ...headers }, redirect: 'error' }),
  );
}

/** Opens what the ledger streams to who has its token, or throws its refusal. */
export async function openAnswer(office: Office, path: string): Promise<AsyncIterable<Uint8Array>> {
  const to = new URL(path, office.ledger);
  const response = await answered(office, (headers) => fetchOf(office)(to, { headers, redirect: 'error' }));
  if (response.ok && response.body !== null) return response.body;
  throw refusedIn(office, await response.json().catch(() => null));
}

const fetchOf = ({ trust }: Office): typeof fetch => (trust ? pinnedFetch(trust) : fetch);

/** What the ledger answers to who has its token, or its refusal. */
async function told<T extends z.ZodType>(
  office: Office,
  reply: T,
  send: (headers: { authorization: string }) => Promise<Response>,
): Promise<z.output<T>> {
  const response = await answered(office, send);
  const answer: unknown = await response.json().catch(() => null);
  const read = response.ok ? reply.safeParse(answer) : null;
  if (read?.success) return read.data;
  throw refusedIn(office, answer);
}

async function answered(
  office: Office,
  send: (headers: { authorization: string }) => Promise<Response>,
): Promise<Response> {
  // One that no header can hold, in the quotes of a word processor for example, is told as the ledger tells a wrong one.
  if (!ANY_TOKEN.test(office.token)) throw new LedgerSaidNo(WRONG_TOKEN, sentenceOf(WRONG_TOKEN, {}));
  return send({ authorization: `Bearer ${office.token}` }).catch((error: unknown) => {
    throw new PlainTrouble(troubleInWords(error, { address: office.ledger }), { cause: error });
  });
}

function refusedIn(office: Office, answer: unknown): LedgerSaidNo {
  const refused = WireRefusal.safeParse(answer);
  if (refused.success) return new LedgerSaidNo(refused.data.code, refused.data.sentence, refused.data.facts);
  return new LedgerSaidNo('unreadable', `What answers at ${office.ledger} is not a ledger. Check the address.`);
}
