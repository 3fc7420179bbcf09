import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ledgerDoor } from '#main/ledger/startLedger';
import { pinnedFetch } from '#main/tls/pinnedFetch';
import { certificateIn, isReadByOthers, proofIn, type Trust } from '#main/tls/trust';
import { troubleInWords } from '#main/trouble';
import { authorityIn, certified, type Pair } from '../support/certificates.ts';

/* Real certificates over real sockets. */

let folder: string;
let office: Pair;
let others: Pair;
const closing: (() => unknown)[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-tls-'));
  office = authorityIn(folder, 'office');
  others = authorityIn(folder, 'others');
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The ledger's own door, which has no database, and answers so much: that there is none of that path. */
async function ledgerWith(pair: Pair, clients: Pair | null = null): Promise<string> {
  const tls = {
    ...proofIn(pair.certificate, pair.key),
    clients: clients && certificateIn(clients.certificate),
  };
  const log = { info: () => {}, error: () => {} };
  const door = ledgerDoor(new Promise(() => {}), { adminToken: 'x'.repeat(40), spool: folder, log, tls });
  await door.listen({ host: '127.0.0.1', port: 0 });
  closing.push(() => door.close());
  return `https://127.0.0.1:${(door.server.address() as AddressInfo).port}`;
}

const trusting = (authority: Pair, own: Pair | null = null): Trust => ({
  authority: certificateIn(authority.certificate),
  own: own && proofIn(own.certificate, own.key),
});

/** What a request comes to: the code of the refusal that the ledger answers with, or what is wrong, in words. */
async function asked(url: string, trust: Trust): Promise<string> {
  try {
    const response = await pinnedFetch(trust)(new URL('/nowhere', url), { method: 'POST', body: '{}' });
    return ((await response.json()) as { code: string }).code;
  } catch (error) {
    return troubleInWords(error, { address: url });
  }
}

const UNPROVEN = /cannot prove who it is\. Have its certificate renewed, or made known to this machine\./;

test('a ledger whose certificate is of the pinned authority is heard', async () => {
  const url = await ledgerWith(certified(folder, office, 'ledger'));
  expect(await asked(url, trusting(office))).toBe('ledger_path_unknown');
});

test('one of another authority, one that has lapsed and one of another machine are not', async () => {
  const strange = await ledgerWith(certified(folder, others, 'strange'));
  expect(await asked(strange, trusting(office))).toMatch(UNPROVEN);
  const lapsed = await ledgerWith(certified(folder, office, 'lapsed', { lapsed: true }));
  expect(await asked(lapsed, trusting(office))).toMatch(
    /^The certificate of https:.* has expired\. Have it renewed\.$/,
  );
  const elsewhere = await ledgerWith(certified(folder, office, 'elsewhere', { host: 'other.example' }));
  expect(await asked(elsewhere, trusting(office))).toMatch(/is for another machine\. Check the address\.$/);
});

test('a ledger that asks for certificates hears who shows one of its authority, and nobody else', async () => {
  const url = await ledgerWith(certified(folder, office, 'mutual'), others);
  expect(await asked(url, trusting(office, certified(folder, others, 'w3')))).toBe('ledger_path_unknown');
  expect(await asked(url, trusting(office))).toMatch(
    /asks for a certificate of its own authority\. Give one, with its key\.$/,
  );
  expect(await asked(url, trusting(office, certified(folder, office, 'w4')))).not.toBe('ledger_path_unknown');
});

test('what speaks plain http where https is expected is not heard', async () => {
  const plain = createServer((_, response) => response.end('{"code":"ledger_path_unknown"}'));
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  closing.push(() => plain.close());
  const url = `https://127.0.0.1:${(plain.address() as AddressInfo).port}`;
  expect(await asked(url, trusting(office))).toMatch(/does not speak https/);
});

test('it is a fetch: bodies go up, compressed answers come down, it can be broken off, and it follows nobody', async () => {
  const pair = certified(folder, office, 'odd');
  const { createServer: secure } = await import('node:https');
  const { certificate: cert, key } = proofIn(pair.certificate, pair.key);
  const { gzipSync } = await import('node:zlib');
  const server = secure({ cert, key }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.url === '/elsewhere') return response.writeHead(302, { location: 'https://example.com/' }).end();
      if (request.url === '/never') return;
      const told = JSON.stringify({
        body: gunzipSync(Buffer.concat(parts)).toString(),
        x: request.headers['x-a'],
        takes: request.headers['accept-encoding'],
      });
      response.writeHead(200, { 'content-encoding': 'gzip', 'x-b': '2' }).end(gzipSync(told));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = pinnedFetch(trusting(office));
  const answer = await ask(`${url}/`, { method: 'POST', headers: { 'X-A': '1' }, body: gzipSync('cents') });
  expect(answer.headers.get('x-b')).toBe('2');
  expect(await answer.json()).toEqual({ body: 'cents', x: '1', takes: 'gzip' });
  await expect(ask(`${url}/elsewhere`)).rejects.toMatchObject({ cause: { message: 'unexpected redirect' } });
  const broken = ask(`${url}/never`, { signal: AbortSignal.timeout(50) });
  await expect(broken).rejects.toThrow('fetch failed');
});

test('files that are no certificate, or not its key, are told in words', () => {
  expect(() => certificateIn(office.key)).toThrow(/holds no certificate\. Name a PEM file/);
  expect(() => proofIn(office.certificate, others.key)).toThrow(/does not hold the key of/);
});

test('plain http is read by others, unless it stays on the machine', () => {
  expect(['http://ledger.example', 'http://192.168.1.4:7420', 'http://127.example'].map(isReadByOthers)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    ['https://ledger.example', 'http://127.0.0.1:7420', 'http://localhost:1', 'http://[::1]:1'].map(isReadByOthers),
  ).toEqual([false, false, false, false]);
});
