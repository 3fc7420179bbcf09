import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { entries } from '#db/station/schema';
import { sha256Hex } from '#main/chain/sha256';
import { HEADER, replySignature, runDigest } from '#main/sync/signing';
import { FAKE_LEDGER_SEED } from '../support/fakeWire.ts';
import { account, charge } from '../support/quarryBay.ts';
import { createStation, type TestStation } from '../support/station.ts';

/* The ledger stores what it is sent, and somebody between it and the station changes what it answers. */

const HALE = '40-11872-03';
type Asked = RequestInit | undefined;
type Alters = (answer: Response, asked: Asked) => Promise<Response>;

let station: TestStation;
let alters: Alters | null;
let elsewhere: string | null;
let served: Server | null;
/** The last answers as they were before anybody changed them. */
let kept: Response[];

beforeEach(async () => {
  alters = null;
  elsewhere = null;
  served = null;
  kept = [];
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)])],
    host: (usual) => ({ fetch: (input, init) => altered(usual.fetch, new URL(String(input)), init) }),
  });
  await station.settled();
});
afterEach(async () => {
  await station.close();
  served?.closeAllConnections();
  served?.close();
});

async function altered(straight: typeof fetch, url: URL, init: Asked): Promise<Response> {
  if (url.pathname !== '/v1/journal') return straight(url, init);
  if (elsewhere !== null) return fetch(new URL(url.pathname, elsewhere), init);
  const answer = await straight(url, init);
  if (alters === null) {
    kept.push(answer.clone());
    return answer;
  }
  return alters(answer, init);
}

const sync = async () => (await station.caller().ask('station', {})).sync;
const journal = () =>
  station.look
    .select({ hash: entries.hash })
    .from(entries)
    .orderBy(entries.position)
    .all()
    .map(({ hash }) => hash);

async function openDrawer(): Promise<void> {
  const ortiz = await station.signedIn('m.ortiz');
  await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
}

/** Records something while the line is as it is, and holds that it is not taken for sent, and goes up once it is straight. */
async function isNotBelieved(): Promise<void> {
  await openDrawer();
  for (let tries = 0; tries < 60 && (await sync()).state !== 'offline'; tries++) await station.wait(1);
  expect(await sync()).toMatchObject({ state: 'offline', unsent: 1, stopped: null, refusedAtSequence: null });
  alters = null;
  elsewhere = null;
  await station.wait(120);
  await station.settled();
  expect(await sync()).toMatchObject({ state: 'online', unsent: 0 });
  expect(station.ledger.entries.map(({ hash }) => hash)).toEqual(journal());
}

const changed = (answer: Response, text: string, headers: Record<string, string> = {}, status = answer.status) =>
  new Response(text, { status, headers: { ...Object.fromEntries(answer.headers), ...headers } });

/** Changes one character, and leaves everything else. */
function oneOff(text: string, at = Math.floor(text.length / 2)): string {
  return text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1);
}

/** An answer signed anew, for the request that it answers or for another. */
function signedBy(seed: string, answer: Response, text: string, asked: string): Response {
  const token = answer.headers.get(HEADER.token) ?? '';
  const said = { status: answer.status, digest: sha256Hex(text), asked, token };
  return changed(answer, text, { [HEADER.signature]: replySignature(seed, said) });
}

const signatureOf = (asked: Asked) => new Headers(asked?.headers).get(HEADER.signature) ?? '';
const OTHER_SEED = Buffer.alloc(32, 9).toString('base64url');

const alterations: [string, Alters][] = [
  ['altered by one byte', async (answer) => changed(answer, oneOff(await answer.text()))],
  ['cut short by one byte', async (answer) => changed(answer, (await answer.text()).slice(0, -1))],
  [
    'whose signature is altered by one byte',
    async (answer) => {
      const signature = oneOff(answer.headers.get(HEADER.signature) ?? '');
      return changed(answer, await answer.text(), { [HEADER.signature]: signature });
    },
  ],
  [
    'whose token is altered by one byte',
    async (answer) => {
      const token = oneOff(answer.headers.get(HEADER.token) ?? '');
      return changed(answer, await answer.text(), { [HEADER.token]: token });
    },
  ],
  ['whose status is altered', async (answer) => changed(answer, await answer.text(), {}, 201)],
  [
    'that is not signed',
    async (answer) => {
      const bare = changed(answer, await answer.text());
      bare.headers.delete(HEADER.signature);
      return bare;
    },
  ],
  [
    'signed by another key',
    async (answer, asked) => signedBy(OTHER_SEED, answer, await answer.text(), signatureOf(asked)),
  ],
  [
    'signed by the ledger for another request',
    async (answer) => signedBy(FAKE_LEDGER_SEED, answer, await answer.text(), 'A'.repeat(86)),
  ],
  [
    'signed by the ledger about another run',
    async (answer, asked) => {
      const other = { ...JSON.parse(await answer.text()), run: runDigest([{ hash: 'f'.repeat(64) }]) };
      return signedBy(FAKE_LEDGER_SEED, answer, JSON.stringify(other), signatureOf(asked));
    },
  ],
  [
    'signed by the ledger that is no acknowledgement',
    async (answer, asked) => signedBy(FAKE_LEDGER_SEED, answer, '{"outcome":"created"}', signatureOf(asked)),
  ],
];
test.each(alterations)('an answer %s is not taken for an acknowledgement', async (_what, altering) => {
  alters = altering;
  await isNotBelieved();
});

test('an answer that is signed anew and says the same is believed: each row above fails for what it names', async () => {
  alters = async (answer, asked) => signedBy(FAKE_LEDGER_SEED, answer, await answer.text(), signatureOf(asked));
  await openDrawer();
  await station.settled();
  expect(await sync()).toMatchObject({ state: 'online', unsent: 0 });
});

test('the answer to an earlier run, whole and signed, is not taken for that to a later one', async () => {
  await openDrawer();
  await station.settled();
  const earlier = kept.at(-1);
  alters = async () => earlier?.clone() ?? Response.error();
  const ortiz = await station.signedIn('m.ortiz');
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }];
  const drawer = (await ortiz.ask('station', {})).drawer?.drawer ?? '';
  await ortiz.tell('takePayment', { drawer, lines, tenders: [{ kind: 'cash', cents: 100 }] });
  await station.wait(30);
  expect(await sync()).toMatchObject({ state: 'offline', unsent: 1 });
});

/** Something that answers in the ledger's place, over a real socket. */
async function answering(answer: RequestListener): Promise<void> {
  served = createServer(answer).listen(0, '127.0.0.1');
  await once(served, 'listening');
  elsewhere = `http://127.0.0.1:${(served.address() as AddressInfo).port}`;
}

describe('over a real socket', () => {
  test('nobody follows a redirect with signed words', async () => {
    const asked: string[] = [];
    await answering((request, reply) => {
      asked.push(request.url ?? '');
      reply.writeHead(307, { location: '/elsewhere' }).end();
    });
    await isNotBelieved();
    expect(new Set(asked)).toEqual(new Set(['/v1/journal']));
  });

  test('a page with status 200, one byte at a time, is no answer', async () => {
    await answering(async (_request, reply) => {
      reply.writeHead(200, { 'content-type': 'text/html' });
      for (const letter of '<html>Log in</html>') {
        reply.write(letter);
        await new Promise((resolve) => setImmediate(resolve));
      }
      reply.end();
    });
    await isNotBelieved();
  });

  test('an answer that grows without end when it is unpacked is broken off', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000));
    await answering((_request, reply) => void reply.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    await isNotBelieved();
  });

  test('an answer that breaks off in the middle is no answer', async () => {
    await answering((_request, reply) => {
      reply.writeHead(200, { 'content-length': '500' });
      reply.write('{"outcome":"created",', () => reply.destroy());
    });
    await isNotBelieved();
  });
});
