import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endPrograms, runProgram } from '#test/support/program';
import { ask } from '../web/asking.ts';

jest.setTimeout(120_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-program-'));
});
afterEach(() => {
  endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

/** Nobody answers there: the station works offline. */
const OFFLINE = ['--ledger', 'http://127.0.0.1:9'];
const start = (...flags: string[]) => runProgram('start', '--web', '--no-open', '--data', folder, ...flags);

/** Opens a start address as a browser does, and gives a way to call. */
async function open(url: string) {
  const { origin, pathname } = new URL(url);
  const reply = await ask(origin, pathname);
  const cookie = String(reply.headers['set-cookie']?.[0]).split(';', 1)[0] ?? '';
  const headers = { Cookie: cookie, 'Content-Type': 'application/json' };
  return async (name: string, input: unknown = {}) => {
    const answer = await ask(origin, `/call/${name}`, { method: 'POST', headers, body: JSON.stringify(input) });
    return JSON.parse(answer.text) as { ok: boolean; value: Record<string, unknown> };
  };
}

type Call = Awaited<ReturnType<typeof open>>;
async function untilReady(call: Call): Promise<Record<string, unknown>> {
  for (let turn = 0; turn < 600; turn += 1) {
    const { value } = await call('station');
    if (value.state === 'ready') return value;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error('the station did not become ready');
}

test('a station starts without its ledger, answers, and ends cleanly when told', async () => {
  const station = start(...OFFLINE);
  const call = await open(await station.url);
  expect(await call('station')).toMatchObject({ ok: true, value: { state: 'waiting', training: false } });
  expect(await station.end()).toBe(0);
});

test('F06 a second start on the same folder gives a fresh address of the first and ends', async () => {
  const first = start(...OFFLINE);
  const firstUrl = await first.url;
  const second = start(...OFFLINE);
  const secondUrl = await second.url;
  expect(await second.ended).toBe(0);
  expect(new URL(secondUrl).origin).toBe(new URL(firstUrl).origin);
  expect(secondUrl).not.toBe(firstUrl);
  expect((await (await open(secondUrl))('station')).ok).toBe(true);
  await first.end();
});

test('F06 what a killed station held is taken over at once', async () => {
  const first = start(...OFFLINE);
  await first.url;
  expect(await first.end('SIGKILL')).toBe('SIGKILL');
  const second = start(...OFFLINE);
  expect((await (await open(await second.url))('station')).ok).toBe(true);
  await second.end();
});

test('bug: a station that was killed is served again where its pages still ask, unless somebody else is there', async () => {
  const first = start(...OFFLINE);
  const { origin, port } = new URL(await first.url);
  await first.end('SIGKILL');
  const second = start(...OFFLINE);
  expect(new URL(await second.url).origin).toBe(origin);
  await second.end('SIGKILL');
  const other = createServer().listen(Number(port), '127.0.0.1');
  await new Promise((go) => other.once('listening', go));
  const third = start(...OFFLINE);
  expect(new URL(await third.url).origin).not.toBe(origin);
  await third.end();
  other.close();
});

test('F06 two that start at the same moment are one station', async () => {
  const both = [start(...OFFLINE), start(...OFFLINE)];
  const origins = await Promise.all(both.map(async ({ url }) => new URL(await url).origin));
  expect(new Set(origins).size).toBe(1);
  await Promise.all(both.map(({ end }) => end()));
});

test('wrong flags and a taken port are told in one sentence', async () => {
  const wrong = start('--colour');
  expect(await wrong.ended).toBe(2);
  expect(wrong.said.at(-1)).toMatch(/^There is no flag --colour\./);
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((go) => other.once('listening', go));
  const { port } = other.address() as { port: number };
  const taken = start(...OFFLINE, '--port', String(port));
  expect(await taken.ended).toBe(1);
  expect(taken.said.at(-1)).toBe(`Port ${port} is taken by another program. Give --port another one.`);
  other.close();
});

test('a training station stands on its own: ledger, district, PINs; and stands up again after it was killed', async () => {
  const first = start();
  const call = await open(await first.url);
  const station = await untilReady(call);
  expect(station).toMatchObject({ series: 'T1', training: true });
  const people = station.people as { person: string; role: string; pin: string }[];
  const cashier = people.find(({ role }) => role === 'cashier');
  expect((await call('signIn', { person: cashier?.person, pin: cashier?.pin })).ok).toBe(true);
  const drawer = await call('openDrawer', { commandId: randomUUID(), businessDay: station.today, float: { 2000: 5 } });
  const { hits } = (await call('findAccounts', { text: 'smith' })).value as { hits: { accountNumber: string }[] };
  const receipt = await call('takePayment', {
    commandId: randomUUID(),
    drawer: drawer.value.drawer,
    lines: [{ kind: 'account', accountNumber: hits[0]?.accountNumber, cents: 1_000 }],
    tenders: [{ kind: 'cash', cents: 2_000 }],
  });
  expect(receipt.value).toMatchObject({ label: 'T1-000001', changeCents: 1_000 });
  // What is bundled must be whole: fonts and all.
  const pdf = await call('slipPdf', { document: { kind: 'receipt', label: 'T1-000001' } });
  expect(Buffer.from(String(pdf.value.base64), 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
  await first.end('SIGKILL');
  const second = start();
  const again = await untilReady(await open(await second.url));
  expect(again.lastReceipt).toMatchObject({ label: 'T1-000001' });
  expect((again.people as typeof people).map(({ pin }) => pin)).toEqual(people.map(({ pin }) => pin));
  expect(await second.end()).toBe(0);
});
