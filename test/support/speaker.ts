import { randomBytes } from 'node:crypto';
import { publicKeyOf } from '#main/chain/ed25519';
import { sha256Hex, sha256OfBytes } from '#main/chain/sha256';
import { HEADER, isReplyOf, NO_TOKEN, type Spoken, signedHeaders, stationName } from '#main/sync/signing';
import { EnrolReply } from '#main/sync/wire';

/** What came back, and whether the ledger's key signed it for that very request. */
export type Heard = { status: number; body: unknown; headers: Headers; signed: boolean };

/** What of a request is told otherwise than a station would: what is signed, or what is sent after it was. */
export type Otherwise = { spoken?: Partial<Spoken>; headers?: Record<string, string>; seed?: string };

/** A request by hand: JSON, or a body as it is sent. */
export type Told = { method?: string; json?: unknown; body?: Uint8Array | string; headers?: Record<string, string> };

/** A station that speaks to a ledger's door by hand: signed, with counters and tokens, and wrongly where a test wants it. */
export type Speaker = {
  seed: string;
  counter: number;
  token: string;
  /** Whom it claims to be. */
  station: string;
  ledgerKey: string;
  ask(path: string, told?: Told, otherwise?: Otherwise): Promise<Heard>;
};

export const newSeed = () => randomBytes(32).toString('base64url');

/** Enrols a station at a ledger's door, as an install does. */
export async function enrolSpeaker(
  url: string,
  token: string,
  seed = newSeed(),
): Promise<Speaker & { reply: EnrolReply }> {
  const speaker = createSpeaker(url, token.split('.')[0] ?? '', seed);
  const { body } = await speaker.ask('/v1/enrol', { json: { token, publicKey: publicKeyOf(seed) } });
  const reply = EnrolReply.parse(body);
  return Object.assign(speaker, { station: stationName(reply), token: reply.token, ledgerKey: reply.ledgerKey, reply });
}

export function createSpeaker(url: string, station: string, seed = newSeed()): Speaker {
  const speaker: Speaker = {
    ...{ seed, counter: 0, token: NO_TOKEN, station, ledgerKey: '' },
    async ask(path, told = {}, otherwise = {}) {
      const body = told.json === undefined ? told.body : JSON.stringify(told.json);
      const method = told.method ?? (body === undefined ? 'GET' : 'POST');
      const digest = typeof body === 'string' ? sha256Hex(body) : sha256OfBytes(body ?? new Uint8Array());
      speaker.counter += 1;
      const spoken = { method, path, digest, station: speaker.station, counter: speaker.counter, token: speaker.token };
      const headers = {
        ...(told.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...told.headers,
        ...signedHeaders(otherwise.seed ?? speaker.seed, { ...spoken, ...otherwise.spoken }),
        ...otherwise.headers,
      };
      const init = { method, headers, ...(body === undefined ? {} : { body: body as BodyInit }) };
      return heardBy(speaker, headers, await fetch(new URL(path, url), init));
    },
  };
  return speaker;
}

async function heardBy(speaker: Speaker, asked: Record<string, string>, response: Response): Promise<Heard> {
  const text = await response.text();
  const token = response.headers.get(HEADER.token) ?? '';
  const said = { status: response.status, digest: sha256Hex(text), asked: asked[HEADER.signature] ?? '', token };
  const signed = isReplyOf(speaker.ledgerKey, said, response.headers.get(HEADER.signature) ?? '');
  if (signed && token !== NO_TOKEN) speaker.token = token;
  return { status: response.status, body: JSON.parse(text), headers: response.headers, signed };
}
