import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import type { StationKey } from '#db/ledger/stations';
import { refuse } from '#domain/refusal';
import { sha256Hex, sha256OfBytes } from '#main/chain/sha256';
import { HEADER, NO_TOKEN, replySignature } from '#main/sync/signing';
import type { LedgerContext } from './context.ts';
import { districtKey } from './districtKey.ts';
import { type Rate, Rates } from './rates.ts';
import { signedBy, signInStation } from './signIn.ts';
import { type SpokenBy, spokenIn } from './spoken.ts';

/** Who asked, as soon as it is known, and the token that goes back. */
type Hearing = { spoken: SpokenBy; station: StationKey | null; token: string };

/** How the service hears stations. Each is a hook of a route; `stationOf` answers who asked once one of them has run. */
export type SignedWire = {
  /** Hears a station for the first time in these words. */
  hear(request: FastifyRequest): Promise<void>;
  /** Takes a station's signature alone: what it says may come twice, and from one that was replaced. */
  recognise(request: FastifyRequest): Promise<void>;
  stationOf(request: FastifyRequest): StationKey;
};

/** What a station asks; whoever has the administrator's token is no crowd. */
const IS_OF_STATIONS = /^\/v1\/(?:enrol|keys|journal|strays|attachments|office|feed)\b/;
/** An office's stations may all stand behind one address. */
const BY_ADDRESS: Rate = { atOnce: 1_000, perSecond: 200 };
const BY_STATION: Rate = { atOnce: 300, perSecond: 30 };

/** What may be longer in a compressed body than in the plain one: gzip's own words. */
const GZIP_BYTES = 1_000;

/**
 * Puts the signatures on the wire. A request is known by its headers before its body is read; the body must then be the one
 * that they name, before anything of it is unpacked. What goes back to a station, a refusal too, is signed by its district's key.
 */
export function signTheWire(app: FastifyInstance, ready: Promise<LedgerContext>): SignedWire {
  const hearings = new WeakMap<FastifyRequest, Hearing>();
  const addresses = new Rates(BY_ADDRESS);
  const stations = new Rates(BY_STATION);
  app.addHook('onRequest', async (request) => {
    const spoken = spokenIn(request.raw);
    if (spoken.signature !== '') hearings.set(request, { spoken, station: null, token: NO_TOKEN });
    if (IS_OF_STATIONS.test(spoken.path)) mayAsk(addresses, request.ip, (await ready).now());
  });
  app.addHook('preParsing', async (request, _reply, payload) => {
    const hearing = hearings.get(request);
    return hearing ? bodyNamed(request, payload, hearing.spoken.digest) : payload;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const hearing = hearings.get(request);
    // What was refused before it had all arrived: nobody reads the rest, so nothing can follow it.
    if (hearing && request.raw.complete === false) reply.header('connection', 'close');
    const { district = null, signature: asked = '' } = hearing?.spoken ?? {};
    if (!hearing || district === null || typeof payload !== 'string') return payload;
    await signReply(reply, payload, { ready, district, asked, token: hearing.token });
    return payload;
  });
  const heard = (request: FastifyRequest) => hearings.get(request) ?? refuse('station_signature_wrong');
  return {
    async hear(request) {
      const hearing = heard(request);
      const context = await ready;
      const byRate = (station: string) => mayAsk(stations, station, context.now());
      Object.assign(hearing, await signInStation(context, hearing.spoken, byRate));
    },
    async recognise(request) {
      const hearing = heard(request);
      hearing.station = await signedBy(await ready, hearing.spoken);
    },
    stationOf: (request) => heard(request).station ?? refuse('station_signature_wrong'),
  };
}

/** Signs what goes back. A database that is away has nothing to sign with, and then nothing to say that anybody must believe. */
async function signReply(
  reply: FastifyReply,
  payload: string,
  by: { ready: Promise<LedgerContext>; district: string; asked: string; token: string },
): Promise<void> {
  const { district, asked, token } = by;
  const seed = await by.ready.then((context) => districtKey(context, district)).catch(() => null);
  if (seed === null) return;
  const said = { status: reply.statusCode, digest: sha256Hex(payload), asked, token };
  reply.header(HEADER.token, token).header(HEADER.signature, replySignature(seed, said));
}

function mayAsk(rates: Rates, name: string, now: number): void {
  const seconds = rates.take(name, now);
  if (seconds > 0) refuse('requests_too_many', { seconds });
}

/** Reads a body, bounded, and passes it on if it is the one that was signed. */
async function bodyNamed(request: FastifyRequest, payload: RequestPayload, digest: string): Promise<RequestPayload> {
  const most = request.routeOptions.bodyLimit + GZIP_BYTES;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of payload as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > most) refuse('request_too_large');
    parts.push(part);
  }
  const body = Buffer.concat(parts);
  if (sha256OfBytes(body) !== digest) refuse('station_signature_wrong');
  const read: RequestPayload = Readable.from([body], { objectMode: false });
  read.receivedEncodedLength = body.length;
  return read;
}
