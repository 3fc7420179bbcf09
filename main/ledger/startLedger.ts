import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyServerFactory } from 'fastify';
import { allDistricts } from '#db/ledger/districts';
import { assertServiceRole } from '#db/ledger/serviceRole';
import { stationsBehind } from '#db/ledger/stations';
import { assert } from '#domain/assert';
import { Refusal } from '#domain/refusal';
import { newVerifier } from '#main/chain/pin';
import type { Logger } from '#main/log';
import type { Proof } from '#main/tls/trust';
import { answerErrors } from './answerErrors.ts';
import { applyStored } from './applyStored.ts';
import { compressBothWays } from './compression.ts';
import type { LedgerContext } from './context.ts';
import { isTooDeep } from './jsonDepth.ts';
import { type LedgerStore, openStore } from './openStore.ts';
import { addRoutes } from './routes.ts';
import { signTheWire } from './signedWire.ts';

export type LedgerOptions = {
  store: LedgerStore;
  /** Who holds it may load, enrol and read reports. */
  adminToken: string;
  training: boolean;
  /** A folder for temporary files: loads lie there while they arrive. */
  spool: string;
  host: string;
  /** What proves to whoever asks that this is the ledger, and whom it asks for the same; null for plain http. */
  tls: LedgerTls | null;
  /** 0 for any free one. */
  port: number;
  now(): number;
  random(bytes: number): Uint8Array;
  log: Logger;
};

export type RunningLedger = {
  url: string;
  /** Resolves when the database is up; requests that came before were waiting for it. Rejects when it cannot come up. */
  ready: Promise<void>;
  close(): Promise<void>;
};

/** `clients`: the authority that whoever speaks to it must be of, or null for anybody. All of it PEM. */
export type LedgerTls = Proof & { clients: string | null };

/** Bodies of all requests but journal runs (which have their own limit) and loads (which are spooled to disk). */
const BODY_BYTES_MAX = 100_000;
const REQUEST_MS_MAX = 15 * 60_000;
/** As Fastify has it of plain http: longer than a quiet station waits before it asks again. */
const KEEP_ALIVE_MS = 72_000;

/**
 * Starts the central ledger. Answers as soon as its door listens; the database comes up behind it.
 * Refuses to come up on a database of the other kind: training and real money never share one.
 */
export async function startLedger(options: LedgerOptions): Promise<RunningLedger> {
  const { promise, resolve, reject } = Promise.withResolvers<LedgerContext>();
  // Whoever waits for it hears of a failure; when nobody does, it is no news that must stop the process.
  promise.catch(() => {});
  const app = ledgerDoor(promise, options);
  await app.listen({ host: options.host, port: options.port });
  const opening = openDatabase(options);
  opening.then(resolve, reject);
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `${options.tls ? 'https' : 'http'}://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    ready: promise.then(() => {}),
    async close() {
      await app.close();
      await opening.then(
        (context) => context.db.close(),
        () => {},
      );
    },
  };
}

/**
 * The service's door over a database, which may still be coming up: every address, and how each answers.
 * Several doors may stand before one database.
 */
export function ledgerDoor(
  ready: Promise<LedgerContext>,
  options: Pick<LedgerOptions, 'adminToken' | 'spool' | 'log'> & Partial<Pick<LedgerOptions, 'tls'>>,
): FastifyInstance {
  const app = Fastify({
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_MS_MAX,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
    ...(options.tls ? { serverFactory: secureServer(options.tls) } : {}),
  });
  takeJson(app);
  // What is signed is a body as it is sent up, and before it is compressed on its way down: so the signatures come first.
  const wire = signTheWire(app, ready);
  compressBothWays(app);
  answerErrors(app, options.log);
  addRoutes(app, ready, options, wire);
  return app;
}

/** Speaks https alone, and where it asks for a certificate, with nobody who shows none. */
function secureServer({ certificate, key, clients }: LedgerTls): FastifyServerFactory {
  return (handler) => {
    const asks = clients === null ? {} : { ca: clients, requestCert: true, rejectUnauthorized: true };
    const server = createServer({ cert: certificate, key, minVersion: 'TLSv1.2', ...asks }, handler);
    server.requestTimeout = REQUEST_MS_MAX;
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    // It has all that Fastify uses of a server of plain http.
    return server as unknown as ReturnType<FastifyServerFactory>;
  };
}

async function openDatabase(options: LedgerOptions): Promise<LedgerContext> {
  const { store, training, now, random, log } = options;
  const db = await openStore(store, now(), (message) => log.error('database connection lost', { message }));
  try {
    await assertServiceRole(db, store.kind === 'server' && store.ownerUrl !== null);
    const context = { db, training, now, random, verifierOf: (pin: string) => newVerifier(pin, random), log };
    await catchUp(context);
    log.info('ledger ready', { store: store.kind, training });
    return context;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Applies what a crash left stored and not applied. */
async function catchUp(context: LedgerContext): Promise<void> {
  for (const { district, training } of await allDistricts(context.db)) {
    assert(
      training === context.training,
      training
        ? 'this database belongs to a training ledger; start it with --training'
        : 'this database takes real money; start it without --training',
    );
    const behind = await context.db.inDistrict(district, 'read', (tx) => stationsBehind(tx, district));
    for (const station of behind) await applyStored(context, station);
  }
}

/** JSON alone is parsed, and forms are passed on as they come; any other body is refused. */
function takeJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const read = jsonIn(String(body));
    if (read === undefined) done(new Refusal('malformed', {}));
    else done(null, read);
  });
  app.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload));
}

function jsonIn(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
