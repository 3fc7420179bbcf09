import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Announcement, Answer, Door } from '#contract/answer';
import { type Served, serve } from '#main/web/serve';

export type Heard = { status: number; headers: IncomingHttpHeaders; text: string };
export type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** Asks as a program would that sets every header itself. */
export function ask(origin: string, path: string, asked: Asked = {}): Promise<Heard> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {} } = asked;
    const out = request({ hostname, port, path, method, headers, agent: false }, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (part: string) => {
        text += part;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }));
    });
    out.on('error', reject);
    out.end(asked.body);
  });
}

/** A station without an app behind it: doors that answer as told and remember what they were asked. */
export type Counter = {
  served: Served;
  clock: { now: number };
  calls: { door: number; name: string; input: unknown }[];
  doors: number;
  announce(announcement: Announcement): void;
  listeners(): number;
  answerWith(answer: () => Promise<Answer<unknown>>): void;
  /** Opens a session as a browser does and gives its cookie. */
  signIn(): Promise<string>;
  close(): Promise<void>;
};

export async function openCounter(): Promise<Counter> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-web-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Counterfoil</title>');
  writeFileSync(join(folder, 'page', 'assets', 'page-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const clock = { now: 1_800_000_000_000 };
  const calls: Counter['calls'] = [];
  const hearing = new Set<(announcement: Announcement) => void>();
  let answer: () => Promise<Answer<unknown>> = async () => ({ ok: true, value: { fine: true } });
  let chance = 0;
  const counter = { doors: 0 };
  const connect = (): Door => {
    counter.doors += 1;
    const door = counter.doors;
    return {
      call(name, input) {
        calls.push({ door, name, input });
        return answer();
      },
      listen(hear) {
        hearing.add(hear);
        return () => hearing.delete(hear);
      },
    };
  };
  const random = (bytes: number) => {
    chance += 1;
    return new Uint8Array(bytes).fill(chance);
  };
  const host = { now: () => clock.now, random, log: { info() {}, error() {} } };
  const page = join(folder, 'page');
  const served = await serve({ host, connect, page, port: 0, controlSecret: 'the-secret-of-the-control' });
  return {
    served,
    clock,
    calls,
    get doors() {
      return counter.doors;
    },
    announce: (announcement) => {
      for (const hear of hearing) hear(announcement);
    },
    listeners: () => hearing.size,
    answerWith: (next) => {
      answer = next;
    },
    async signIn() {
      const reply = await ask(served.origin, new URL(served.startAddress()).pathname);
      return String(reply.headers['set-cookie']?.[0]).split(';', 1)[0] ?? '';
    },
    async close() {
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
}
