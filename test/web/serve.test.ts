import { connect as connectTo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { refuse } from '#domain/refusal';
import { CONTENT_SECURITY_POLICY } from '#main/pageFiles';
import { BODY_BYTES_MAX } from '#main/web/body';
import { INVITATION_LIFE_MS } from '#main/web/invitations';
import { SESSION_IDLE_MS, SESSIONS_MAX } from '#main/web/sessions';
import { ask, type Counter, openCounter } from './asking.ts';

let counter: Counter;
let origin: string;
beforeEach(async () => {
  counter = await openCounter();
  origin = counter.served.origin;
});
afterEach(() => counter.close());

const JSON_TYPE = { 'Content-Type': 'application/json' };
const call = (cookie: string, headers: Record<string, string> = {}, body: string | Buffer = '{"text":"a"}') =>
  ask(origin, '/call/findAccounts', { method: 'POST', headers: { ...JSON_TYPE, Cookie: cookie, ...headers }, body });
const codeOf = (text: string): string => JSON.parse(text).refusal.code;

describe('the start address', () => {
  test('opens one session and leads to the page without the token', async () => {
    const path = new URL(counter.served.startAddress()).pathname;
    const reply = await ask(origin, path);
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe('/');
    const cookie = reply.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/^counterfoil-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    const page = await ask(origin, '/', { headers: { Cookie: cookie.split(';', 1)[0] ?? '' } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('<title>Counterfoil</title>');
  });

  test('works once', async () => {
    const path = new URL(counter.served.startAddress()).pathname;
    await ask(origin, path);
    const again = await ask(origin, path);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.text).toBe('This start address was used or has lapsed. Run npm start again for a new one.\n');
  });

  test('lapses after ten minutes', async () => {
    const path = new URL(counter.served.startAddress()).pathname;
    counter.clock.now += INVITATION_LIFE_MS + 1;
    expect((await ask(origin, path)).status).toBe(403);
  });

  test('a guessed one opens nothing, and HEAD uses none up', async () => {
    expect((await ask(origin, `/start/${'A'.repeat(43)}`)).status).toBe(403);
    const path = new URL(counter.served.startAddress()).pathname;
    expect((await ask(origin, path, { method: 'HEAD' })).status).toBe(403);
    expect((await ask(origin, path)).status).toBe(303);
    expect(counter.doors).toBe(1);
  });

  test('a browser that has a session keeps it', async () => {
    const cookie = await counter.signIn();
    const path = new URL(counter.served.startAddress()).pathname;
    const reply = await ask(origin, path, { headers: { Cookie: cookie } });
    expect(reply.status).toBe(303);
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(counter.doors).toBe(1);
  });
});

describe('who may ask', () => {
  test.each([
    ['another name for this machine', { Host: 'localhost' }],
    ['a name that was made to point here', { Host: 'evil.example' }],
    ['another port', { Host: '127.0.0.1:1' }],
    ['a page of another origin', { Origin: 'http://evil.example' }],
    ['a page of another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a page that hides its origin', { Origin: 'null' }],
    ['a browser that sends no origin', { 'Sec-Fetch-Site': 'same-origin' }],
  ])('a call is refused from %s', async (_, headers: Record<string, string>) => {
    const reply = await call(await counter.signIn(), headers);
    expect(reply.status).toBe(403);
    expect(codeOf(reply.text)).toBe('foreign_request');
    expect(counter.calls).toEqual([]);
  });

  test('a call is answered from our own page and from a program', async () => {
    const cookie = await counter.signIn();
    expect((await call(cookie, { Origin: origin, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await call(cookie)).status).toBe(200);
  });

  test.each([
    ['/', 401, 'This page opens by a start address. Run npm start again for a new one.\n'],
    ['/assets/page-1a2b.js', 401, 'This page opens by a start address. Run npm start again for a new one.\n'],
  ])('without a session %s is not given', async (path, status, text) => {
    expect(await ask(origin, path)).toMatchObject({ status, text });
  });

  test('without a session no call is answered and nothing is heard', async () => {
    for (const cookie of ['', 'counterfoil-1=abc', `${(await counter.signIn()).split('=')[0]}=wrong`]) {
      const reply = await call(cookie);
      expect([reply.status, codeOf(reply.text)]).toEqual([401, 'page_unknown']);
      expect((await ask(origin, '/listen', { headers: { Cookie: cookie } })).status).toBe(401);
    }
  });

  test('no other address of this machine answers', async () => {
    const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address } of own.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      const elsewhere = `http://${address}:${new URL(origin).port}`;
      await expect(ask(elsewhere, '/')).rejects.toThrow('ECONNREFUSED');
    }
    expect(new URL(origin).hostname).toBe('127.0.0.1');
  });
});

describe('a call', () => {
  test('reaches its session’s own door and answers JSON that nobody keeps', async () => {
    const [first, second] = [await counter.signIn(), await counter.signIn()];
    const reply = await call(second, { 'Content-Type': 'application/json; charset=utf-8' });
    expect(reply).toMatchObject({ status: 200, text: '{"ok":true,"value":{"fine":true}}' });
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
    await call(first);
    expect(counter.calls).toEqual([
      { door: 2, name: 'findAccounts', input: { text: 'a' } },
      { door: 1, name: 'findAccounts', input: { text: 'a' } },
    ]);
  });

  test.each([
    ['tender_short', 422],
    ['not_signed_in', 401],
    ['not_permitted', 403],
    ['unknown_call', 404],
  ] as const)('a refusal %s is %i, with the same body', async (code, status) => {
    const answer = { ok: false, refusal: { code, facts: {}, sentence: 'No.' } } as const;
    counter.answerWith(async () => answer);
    const reply = await call(await counter.signIn());
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text)).toEqual(answer);
  });

  test('a bug of ours is 500 and says so without its details', async () => {
    const cookie = await counter.signIn();
    counter.answerWith(async () => ({ ok: false, failure: 'Ours.' }));
    expect(await call(cookie)).toMatchObject({ status: 500, text: '{"ok":false,"failure":"Ours."}' });
    counter.answerWith(() => Promise.reject(new Error('a secret')));
    const reply = await call(cookie);
    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain('secret');
  });

  test('a refusal thrown behind the door still is one', async () => {
    counter.answerWith(async () => refuse('drawer_not_open'));
    expect((await call(await counter.signIn())).status).toBe(422);
  });

  test.each([
    ['text', { 'Content-Type': 'text/plain' }, '{}', 415, 'not_json'],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'a=1', 415, 'not_json'],
    ['no type', { 'Content-Type': '' }, '{}', 415, 'not_json'],
    ['another character set', { 'Content-Type': 'application/json; charset=latin1' }, '{}', 415, 'not_json'],
    ['nothing', {}, '', 400, 'malformed'],
    ['half an object', {}, '{"text":', 400, 'malformed'],
    ['two objects', {}, '{}{}', 400, 'malformed'],
    ['bytes that are no UTF-8', {}, Buffer.from([0x22, 0xff, 0x22]), 400, 'malformed'],
    ['a byte-order mark', {}, '\uFEFF{}', 400, 'malformed'],
    ['too much', {}, `"${'a'.repeat(BODY_BYTES_MAX)}"`, 413, 'request_too_large'],
    [
      'too much, unannounced',
      { 'Transfer-Encoding': 'chunked' },
      `"${'a'.repeat(BODY_BYTES_MAX)}"`,
      413,
      'request_too_large',
    ],
  ])('%s is refused', async (_, headers: Record<string, string>, body, status, code) => {
    const reply = await call(await counter.signIn(), headers, body);
    expect([reply.status, codeOf(reply.text)]).toEqual([status, code]);
    expect(JSON.parse(reply.text).refusal.sentence).toMatch(/^[A-Z].*\.$/);
    expect(counter.calls).toEqual([]);
  });

  test('other methods and other addresses are refused in a sentence', async () => {
    const cookie = await counter.signIn();
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect((await ask(origin, '/call/station', { method, headers: { Cookie: cookie } })).status).toBe(405);
    }
    expect((await ask(origin, '/call/station', { headers: { Cookie: cookie } })).status).toBe(404);
    const posted = await ask(origin, '/', { method: 'POST', headers: { Cookie: cookie, ...JSON_TYPE }, body: '{}' });
    expect(posted.status).toBe(404);
  });
});

describe('the page', () => {
  test('comes with the headers that close it off', async () => {
    const { headers } = await ask(origin, '/', { headers: { Cookie: await counter.signIn() } });
    expect(headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:/);
  });

  test('a file named by its content is kept, and HEAD measures it', async () => {
    const headers = { Cookie: await counter.signIn() };
    const script = await ask(origin, '/assets/page-1a2b.js?x=1', { headers });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
    const head = await ask(origin, '/assets/page-1a2b.js', { method: 'HEAD', headers });
    expect([head.status, head.headers['content-length'], head.text]).toEqual([200, '10', '']);
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '//secret.txt',
    '/assets//page-1a2b.js',
    '/./index.html',
    '/.hidden.txt',
    '/assets',
    '/assets/',
    '/secret.txt%00.js',
    'http://127.0.0.1/secret.txt',
    '/nothing.js',
  ])('no path leads out of its folder: %s', async (path) => {
    const reply = await ask(origin, path, { headers: { Cookie: await counter.signIn() } });
    expect([reply.status, reply.text]).toEqual([404, 'There is nothing at this address.\n']);
  });
});

describe('listening', () => {
  /** Reads a stream until its text ends so, then hangs up. */
  function hear(cookie: string, until: string, said: () => void = () => {}): Promise<string> {
    const { hostname, port } = new URL(origin);
    return new Promise((resolve, reject) => {
      let text = '';
      const socket = connectTo(Number(port), hostname, () =>
        socket.write(`GET /listen HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${cookie}\r\n\r\n`),
      );
      socket.setEncoding('utf8');
      socket.on('data', (part: string) => {
        const first = text === '';
        text += part;
        if (first) setImmediate(said);
        if (text.includes(until)) socket.destroy();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
  }

  test('announcements come as server-sent events, until the page hangs up', async () => {
    const cookie = await counter.signIn();
    const text = await hear(cookie, 'drawer', () => counter.announce({ topics: ['drawer'] }));
    expect(text).toContain('Content-Type: text/event-stream; charset=utf-8');
    expect(text).toContain(': listening\n\n');
    expect(text).toContain('data: {"topics":["drawer"]}\n\n');
    for (let turn = 0; turn < 50 && counter.listeners() > 0; turn += 1) await new Promise((go) => setTimeout(go, 10));
    expect(counter.listeners()).toBe(0);
  });

  test('another site cannot listen', async () => {
    const headers = { Cookie: await counter.signIn(), 'Sec-Fetch-Site': 'same-site' };
    expect((await ask(origin, '/listen', { headers })).status).toBe(403);
  });

  test('ends when the station closes', async () => {
    const ended = hear(await counter.signIn(), 'never', () => void counter.served.close());
    expect(await ended).toContain(': listening');
    expect(counter.listeners()).toBe(0);
  });
});

describe('sessions', () => {
  test('end after twelve hours without use', async () => {
    const cookie = await counter.signIn();
    counter.clock.now += SESSION_IDLE_MS - 1;
    expect((await call(cookie)).status).toBe(200);
    counter.clock.now += SESSION_IDLE_MS - 1;
    expect((await call(cookie)).status).toBe(200);
    counter.clock.now += SESSION_IDLE_MS + 1;
    expect((await call(cookie)).status).toBe(401);
  });

  test('are bounded: the one used longest ago goes', async () => {
    const first = await counter.signIn();
    const second = await counter.signIn();
    expect((await call(first)).status).toBe(200);
    for (let more = 2; more <= SESSIONS_MAX; more += 1) await counter.signIn();
    expect((await call(first)).status).toBe(200);
    expect((await call(second)).status).toBe(401);
  });
});

describe('the control', () => {
  const askControl = (headers: Record<string, string>) =>
    ask(origin, '/control/start-address', { method: 'POST', headers });

  test('gives a start address to whoever knows the secret', async () => {
    const reply = await askControl({ Authorization: 'Bearer the-secret-of-the-control' });
    const { url } = JSON.parse(reply.text).value;
    expect(url.startsWith(`${origin}/start/`)).toBe(true);
    expect((await ask(origin, new URL(url).pathname)).status).toBe(303);
  });

  test.each([
    ['no secret', {}],
    ['a wrong one', { Authorization: 'Bearer wrong' }],
    ['a browser', { Authorization: 'Bearer the-secret-of-the-control', Origin: 'http://evil.example' }],
  ])('refuses %s', async (_, headers: Record<string, string>) => {
    expect((await askControl(headers)).status).toBe(403);
  });
});
