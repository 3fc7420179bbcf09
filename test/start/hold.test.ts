import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claim, type Hold, takeHold } from '#main/start/hold';

let folder: string;
const holds: Hold[] = [];
const others: ChildProcess[] = [];
jest.setTimeout(30_000);
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'counterfoil-hold-')), 'new', 'folder');
});
afterEach(() => {
  for (const hold of holds.splice(0)) hold.release();
  for (const other of others.splice(0)) other.kill('SIGKILL');
  rmSync(join(folder, '..', '..'), { recursive: true });
});

function mustHold(): Hold {
  const hold = takeHold(folder);
  if (!hold) throw new Error('somebody has it');
  holds.push(hold);
  return hold;
}

const unasked: typeof fetch = () => Promise.reject(new Error('nobody is to be asked'));
const running = () => join(folder, 'running.json');

/** Another process that takes the lock as a station does, and then neither ends nor answers. */
async function holdElsewhere(): Promise<{ kill(): Promise<void> }> {
  const script = `
    const Database = require('better-sqlite3');
    new Database(process.argv[1]).exec('BEGIN EXCLUSIVE');
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', script, join(folder, 'running.lock')], { cwd: process.cwd() });
  others.push(child);
  await once(child.stdout, 'data');
  return {
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('F06 one data folder has one station: the second start gets no hold', () => {
  mustHold();
  expect(takeHold(folder)).toBeNull();
  holds.splice(0)[0]?.release();
  mustHold();
});

test('the folder and what tells of the running station are the owner’s alone', () => {
  mustHold().announce({ origin: 'http://127.0.0.1:1', secret: 's' });
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(running()).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(running(), 'utf8'))).toEqual({
    pid: process.pid,
    origin: 'http://127.0.0.1:1',
    secret: 's',
  });
  holds.splice(0)[0]?.release();
  expect(existsSync(running())).toBe(false);
});

test('F06 a second start asks the running one for a start address', async () => {
  mustHold().announce({ origin: 'http://127.0.0.1:1', secret: 'the secret' });
  const asked: unknown[] = [];
  const ask: typeof fetch = async (url, init) => {
    asked.push([url, init?.method, init?.headers]);
    return Response.json({ ok: true, value: { url: 'http://127.0.0.1:1/start/abc' } });
  };
  expect(await claim(folder, ask)).toEqual({ startAddress: 'http://127.0.0.1:1/start/abc' });
  expect(asked).toEqual([['http://127.0.0.1:1/control/start-address', 'POST', { Authorization: 'Bearer the secret' }]]);
});

test('a station with a window of its own is not asked', async () => {
  mustHold().announce({ origin: null, secret: '' });
  expect(await claim(folder, unasked)).toEqual({ taken: 'window' });
});

test('F06 a hold ends with its process, however that ends, and what it left is taken over', async () => {
  mustHold();
  holds.splice(0)[0]?.release();
  const other = await holdElsewhere();
  expect(takeHold(folder)).toBeNull();
  writeFileSync(running(), JSON.stringify({ pid: 1, origin: 'http://127.0.0.1:9', secret: 's' }));
  await other.kill();
  const claimed = await claim(folder, unasked);
  if ('hold' in claimed) holds.push(claimed.hold);
  expect(claimed).toHaveProperty('hold.leftPort', 9);
  expect(existsSync(running())).toBe(false);
});

test('F06 a station that hangs is not taken for dead', async () => {
  mustHold();
  holds.splice(0)[0]?.release();
  const other = await holdElsewhere();
  for (const left of ['not JSON', '{"pid":1,"origin":"http://127.0.0.1:9","secret":"s"}']) {
    writeFileSync(running(), left);
    expect(await claim(folder, unasked, 300)).toEqual({ taken: 'silent' });
  }
  await other.kill();
});

test('F06 a second start is told within a second, also where the first one takes its question and never answers', async () => {
  const mute = createServer(() => {});
  await new Promise<void>((resolve) => void mute.listen(0, '127.0.0.1', resolve));
  const { port } = mute.address() as AddressInfo;
  mustHold().announce({ origin: `http://127.0.0.1:${port}`, secret: 's' });
  const begun = performance.now();
  expect(await claim(folder, fetch)).toEqual({ taken: 'silent' });
  expect(performance.now() - begun).toBeLessThan(1_300);
  mute.closeAllConnections();
  mute.close();
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('bug: a start never ended where its data folder could not be made', () => {
  expect(() => takeHold('/proc/counterfoil/data')).toThrow(/ENOENT/);
});
