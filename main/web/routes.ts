import { timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Refusal } from '#domain/refusal';
import { pageFile } from '#main/pageFiles';
import { readJson } from './body.ts';
import { cookieOf, objectionTo, objectionToReading } from './guard.ts';
import type { Invitations } from './invitations.ts';
import { answered, type Reply, refused, sentence } from './reply.ts';
import type { Session, Sessions } from './sessions.ts';

/** What the routes need to know of the house. */
export type Desk = {
  invitations: Invitations;
  sessions: Sessions;
  /** `127.0.0.1:PORT`. */
  authority: string;
  /** Name of the session cookie. */
  cookie: string;
  /** Folder of the built page. */
  page: string;
  controlSecret: string;
};

/** Answers one request, or says whose announcements it is to stream. */
export async function route(desk: Desk, request: IncomingMessage): Promise<Reply | { stream: Session }> {
  const method = request.method ?? '';
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  if (objectionTo(method, request.headers, desk.authority) !== null) return refused('foreign_request');
  if (method === 'POST') return post(desk, request, path);
  if (method !== 'GET' && method !== 'HEAD') return sentence(405, 'Pages are read with GET, calls are made with POST.');
  if (path.startsWith('/start/')) return start(desk, request, path.slice('/start/'.length));
  if (path === '/listen') return listen(desk, request);
  return page(desk, request, path);
}

async function post(desk: Desk, request: IncomingMessage, path: string): Promise<Reply> {
  if (path === '/control/start-address') return control(desk, request);
  if (!path.startsWith('/call/')) return sentence(404, 'Calls are made at /call/NAME.');
  const session = sessionOf(desk, request);
  if (!session) return refused('page_unknown');
  try {
    return answered(await session.door.call(path.slice('/call/'.length), await readJson(request)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reply = refused(error.code, error.facts);
    // What is left of the body is not read: the line is given up.
    return { ...reply, headers: { ...reply.headers, Connection: 'close' } };
  }
}

/** A start address opens a session, or joins the one this browser has, and leads to the page without the token. */
function start(desk: Desk, request: IncomingMessage, token: string): Reply {
  if (request.method !== 'GET' || !desk.invitations.take(token)) {
    return sentence(403, 'This start address was used or has lapsed. Run npm start again for a new one.');
  }
  const cookie = sessionOf(desk, request)
    ? {}
    : { 'Set-Cookie': `${desk.cookie}=${desk.sessions.open()}; HttpOnly; SameSite=Strict; Path=/` };
  return sentence(303, 'The station’s page is at /.', { Location: '/', ...cookie });
}

function listen(desk: Desk, request: IncomingMessage): Reply | { stream: Session } {
  if (request.method !== 'GET' || objectionToReading(request.headers) !== null) return refused('foreign_request');
  const session = sessionOf(desk, request);
  return session ? { stream: session } : refused('page_unknown');
}

async function page(desk: Desk, request: IncomingMessage, path: string): Promise<Reply> {
  if (!sessionOf(desk, request)) {
    return sentence(401, 'This page opens by a start address. Run npm start again for a new one.');
  }
  const found = pageFile(desk.page, path);
  const body = found && (await readFile(found.file).catch(() => null));
  if (!found || !body) return sentence(404, 'There is nothing at this address.');
  const keep = found.immutable ? 'private, max-age=31536000, immutable' : 'no-store';
  return { status: 200, headers: { 'Content-Type': found.type, 'Cache-Control': keep }, body };
}

/** A second start on the same data folder asks here for an address to open. */
function control(desk: Desk, request: IncomingMessage): Reply {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${desk.controlSecret}`);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return refused('foreign_request');
  const url = `http://${desk.authority}/start/${desk.invitations.invite()}`;
  return answered({ ok: true, value: { url } });
}

function sessionOf(desk: Desk, request: IncomingMessage): Session | null {
  return desk.sessions.of(cookieOf(request.headers, desk.cookie));
}
