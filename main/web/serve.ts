import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Door } from '#contract/answer';
import type { Host } from '#main/host';
import { PAGE_HEADERS } from '#main/pageFiles';
import { createInvitations } from './invitations.ts';
import { answered, send } from './reply.ts';
import { type Desk, route } from './routes.ts';
import { createSessions } from './sessions.ts';
import { streamAnnouncements } from './stream.ts';

/** A station served on this machine's loopback address. */
export type Served = {
  /** `http://127.0.0.1:PORT`, without a path. */
  origin: string;
  /** An address that opens the station's page once, within ten minutes. */
  startAddress(): string;
  close(): Promise<void>;
};

export type Serving = {
  host: Pick<Host, 'now' | 'random' | 'log'>;
  /** Makes the door of one new session. */
  connect(): Door;
  /** Folder of the built page. */
  page: string;
  /** 0 for any free one. */
  port: number;
  /** Whoever knows it may ask for a start address: a second start on the same data folder. */
  controlSecret: string;
};

/**
 * Serves the page and its door on 127.0.0.1, to nobody else. Whoever has a start address gets a session; without one
 * nothing is answered, not even the page.
 * @throws what `listen` throws, such as EADDRINUSE for a port that is taken
 */
export async function serve(serving: Serving): Promise<Served> {
  const { host, connect, page, controlSecret } = serving;
  const newSecret = () => Buffer.from(host.random(32)).toString('base64url');
  const invitations = createInvitations(host.now, newSecret);
  const sessions = createSessions(host.now, newSecret, connect);
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 });
  server.maxConnections = 200;
  const port = await listen(server, serving.port);
  const authority = `127.0.0.1:${port}`;
  // Cookies do not know ports, so the name does: two stations on one machine keep apart.
  const desk: Desk = { invitations, sessions, authority, cookie: `counterfoil-${port}`, page, controlSecret };
  server.on('request', (request, response) => {
    answer(desk, request, response).catch((error: unknown) => {
      host.log.error('a request could not be answered', { error: String(error) });
      const failure = 'The station could not answer. Its log says why.';
      send(response, answered({ ok: false, failure }), request.method);
    });
  });
  return {
    origin: `http://${authority}`,
    startAddress: () => `http://${authority}/start/${invitations.invite()}`,
    close() {
      sessions.close();
      return close(server);
    },
  };
}

async function answer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
  const reply = await route(desk, request);
  if ('stream' in reply) streamAnnouncements(reply.stream, response);
  else send(response, reply, request.method);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
