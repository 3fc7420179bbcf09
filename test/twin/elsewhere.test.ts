import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsAfter } from '#db/station/journalRows';
import { readLine } from '#main/twin/twinLine';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

/*
 * A twin on another disk or in a folder of the network: a thread works at it, and nobody at the counter waits for it longer
 * than a quarter of a second.
 */

let station: TestStation;
let ortiz: Caller;
let folder: string;
let twin: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-second-'));
  twin = join(folder, 'twin.jsonl');
});
afterEach(async () => {
  rmSync(join(folder, 'hangs'), { force: true });
  await station.close();
  rmSync(folder, { recursive: true, force: true });
});

async function begin(): Promise<void> {
  const twinWorker = join(process.cwd(), 'test/support/slowTwinWorker.ts');
  station = await createStation({ accounts: [], host: () => ({ twinPath: twin, twinWorker }) });
  ortiz = await station.signedIn('m.ortiz');
  await brought();
}

async function work(entries: number): Promise<void> {
  for (let entry = 0; entry < entries; entry++) {
    const { drawer } = await ortiz.ask('station', {});
    if (!drawer) await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
    else await ortiz.tell(drawer.state === 'open' ? 'startCount' : 'leaveCount', { drawer: drawer.drawer });
  }
}

async function brought(): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if ((await ortiz.ask('station', {})).secondCopy === null) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the twin was not brought up');
}

function expectWhole(): void {
  const [first, ...rest] = readFileSync(twin, 'utf8').split('\n').slice(0, -1).map(readLine);
  expect(first).toMatchObject({ station: { series: 'W3' } });
  expect(rest).toEqual(rowsAfter(station.look, 0, 10_000).map(({ entry, command }) => ({ entry, command })));
}

const hang = () => writeFileSync(join(folder, 'hangs'), '');
const goOn = () => rmSync(join(folder, 'hangs'));

test('what is answered is in the twin on the other disk', async () => {
  await begin();
  await work(3);
  expectWhole();
  expect(existsSync(join(station.folder, 'twin.jsonl'))).toBe(false);
});

test('a folder that hangs holds up one payment for a quarter of a second, the next ones not at all, and is brought up', async () => {
  await begin();
  await work(1);
  hang();
  let isAnswered = false;
  const { drawer } = await ortiz.ask('station', {});
  const slow = ortiz.tell('startCount', { drawer: drawer?.drawer ?? '' }).then(() => (isAnswered = true));
  // Others are answered meanwhile: nothing stands still.
  await ortiz.ask('station', {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isAnswered).toBe(false);
  station.clock.advance(250);
  await slow;
  const since = station.clock.now();
  await work(3);
  expect((await ortiz.ask('station', {})).secondCopy).toEqual({ since, entries: 4, why: null });
  goOn();
  station.clock.advance(1_000);
  await brought();
  expectWhole();
  await work(1);
  expectWhole();
});

test('no slip comes out before the second copy has it, and it does once that is not waited for', async () => {
  await begin();
  await work(1);
  for (let tries = 0; tries < 100; tries++) await new Promise((resolve) => setImmediate(resolve));
  const before = (await ortiz.ask('paper', {})).slips.length;
  hang();
  const swap = ortiz.tell('dropCash', { drawer: 'W3-D0001', pieces: { 2000: 1 } });
  for (let tries = 0; tries < 50; tries++) await new Promise((resolve) => setImmediate(resolve));
  expect((await ortiz.ask('paper', {})).slips).toHaveLength(before);
  station.clock.advance(250);
  await swap;
  expect(await station.lastSlip()).toContain('DROP');
  goOn();
  station.clock.advance(1_000);
  await brought();
});

test('a folder that does not answer at the start is waited for a few seconds, and nobody signs in meanwhile', async () => {
  await begin();
  await work(2);
  await station.app.close();
  hang();
  await station.restart();
  let isIn = false;
  const coming = station.signedIn('m.ortiz').then((caller) => {
    isIn = true;
    return caller;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isIn).toBe(false);
  station.clock.advance(5_000);
  ortiz = await coming;
  await work(1);
  expect((await ortiz.ask('station', {})).secondCopy?.entries).toBeGreaterThan(0);
  goOn();
  station.clock.advance(10_000);
  await brought();
  expectWhole();
});

const isRoot = process.getuid?.() === 0;
(isRoot ? test : test.skip)(
  'a second disk that is full is told in a sentence, and brought up when there is room (F03)',
  async () => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]);
    twin = join(disk, 'twin.jsonl');
    try {
      await begin();
      await work(30);
      const { secondCopy } = await ortiz.ask('station', {});
      expect(secondCopy?.entries).toBeGreaterThan(5);
      expect(secondCopy?.why).toBe('The disk is full. Free some space on it, then try again.');
      execFileSync('mount', ['-o', 'remount,size=1m', disk]);
      station.clock.advance(60_000);
      await brought();
      expectWhole();
    } finally {
      await station.app.close();
      execFileSync('umount', [disk]);
      twin = join(folder, 'twin.jsonl');
      await station.restart();
    }
  },
);
