import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowsAfter } from '#db/station/journalRows';
import { createApp } from '#main/app';
import { troubleInWords } from '#main/trouble';
import { readLine, type TwinLine, textOfLine } from '#main/twin/twinLine';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
let ortiz: Caller;
let twin: string;
beforeEach(async () => {
  station = await createStation({ accounts: [] });
  ortiz = await station.signedIn('m.ortiz');
  twin = join(station.folder, 'twin.jsonl');
});
afterEach(() => station.close());

/** Writes so many entries: a drawer that opens, and counts that are begun and left. */
async function work(entries: number): Promise<void> {
  for (let entry = 0; entry < entries; entry++) {
    const { drawer } = await ortiz.ask('station', {});
    if (!drawer) await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
    else await ortiz.tell(drawer.state === 'open' ? 'startCount' : 'leaveCount', { drawer: drawer.drawer });
  }
}

async function startAgain(): Promise<void> {
  await station.restart();
  ortiz = await station.signedIn('m.ortiz');
}

const linesOf = (file: string): (TwinLine | null)[] =>
  readFileSync(file, 'utf8').split('\n').slice(0, -1).map(readLine);

/** What a whole twin holds: the station, then every row of the journal with its command. */
function expectWhole(file = twin): void {
  const [first, ...rest] = linesOf(file);
  expect(first).toMatchObject({ station: { district: 'quarry-bay', series: 'W3', epoch: 1 } });
  expect(JSON.stringify(first)).not.toContain('oken');
  expect(rest).toEqual(rowsAfter(station.look, 0, 1_000).map(({ entry, command }) => ({ entry, command })));
  expect(rest.every((line) => line && 'command' in line && line.command !== null)).toBe(true);
}

const aside = () => readdirSync(join(station.folder, 'quarantine'));

test('every entry is in the twin with its command when it is answered, and once', async () => {
  expect(linesOf(twin)).toHaveLength(1);
  await work(1);
  expectWhole();
  const { drawer } = await ortiz.ask('station', {});
  const command = { commandId: station.host.newId(), drawer: drawer?.drawer ?? '' };
  await ortiz.ask('startCount', command);
  await ortiz.ask('startCount', command);
  expect(await ortiz.refused('startCount', { ...command, commandId: station.host.newId() })).toBe('drawer_counting');
  expectWhole();
  expect(linesOf(twin)).toHaveLength(3);
});

test.each([
  ['deleted', () => rmSync(twin)],
  ['emptied', () => truncateSync(twin)],
  ['of before the last entries', () => truncateSync(twin, readFileSync(twin, 'utf8').indexOf('\n', 2_000) + 1)],
  // The station died after its commit and in the middle of the line that belongs to it.
  ['torn in its last line (F01)', () => truncateSync(twin, readFileSync(twin).length - 300)],
  ['torn at its last byte (F01)', () => truncateSync(twin, readFileSync(twin).length - 1)],
  ['of before the first entry', () => truncateSync(twin, readFileSync(twin, 'utf8').indexOf('\n') + 1)],
  [
    'longer by a block of zeros, as some disks leave it (F01)',
    () => writeFileSync(twin, Buffer.alloc(4_096), { flag: 'a' }),
  ],
])('a twin that is %s is brought up at the next start, and nobody is told of an incident', async (_, harm) => {
  await work(4);
  await station.app.close();
  harm();
  await startAgain();
  expectWhole();
  expect((await ortiz.ask('station', {})).secondCopy).toBeNull();
  await work(1);
  expectWhole();
  expect(existsSync(join(station.folder, 'quarantine'))).toBe(false);
});

test('a damaged line is no torn one: the twin is set aside under a dated name, and written anew (F75)', async () => {
  await work(4);
  await station.app.close();
  const bytes = readFileSync(twin);
  const place = bytes.lastIndexOf(0x0a, bytes.length - 2) - 200;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  // The last line is torn as well, so that the damaged one is looked at.
  writeFileSync(twin, bytes.subarray(0, bytes.length - 5));
  await startAgain();
  expectWhole();
  expect(aside()).toEqual([expect.stringMatching(/^2026-11-23T16\d{4}-twin\.jsonl$/)]);
  expect(linesOf(join(station.folder, 'quarantine', aside()[0] ?? ''))).toContain(null);
});

test('a twin that tells another thing than the database stops the station, for good (F80)', async () => {
  await work(2);
  await station.app.close();
  const other = mkdtempSync(join(tmpdir(), 'counterfoil-fork-'));
  cpSync(station.folder, other, { recursive: true });
  await startAgain();
  await work(1);
  await station.app.close();
  const elsewhere = createApp({ ...station.host, dataFolder: other });
  const door = elsewhere.connect();
  await door.call('signIn', { person: 'm.ortiz', pin: '2222' });
  station.clock.advance(1_000);
  rmSync(twin);
  cpSync(join(other, 'twin.jsonl'), twin);
  // What the other copy wrote at that place, by another hand at another time.
  const [last] = linesOf(twin).slice(-1);
  if (!last || !('entry' in last)) throw new Error('the twin ends in no entry');
  const forged = { ...last, entry: { ...last.entry, text: last.entry.text.replace('"sequence":2', '"sequence":3') } };
  writeFileSync(twin, textOfLine({ ...forged, entry: { ...forged.entry, hash: 'f'.repeat(64) } }), { flag: 'a' });
  await elsewhere.close();
  rmSync(other, { recursive: true });
  await startAgain();
  const { sync } = await ortiz.ask('station', {});
  expect(sync.stopped).toMatchObject({ why: 'forked', sequence: 3 });
  const { drawer } = await ortiz.ask('station', {});
  const asked = { commandId: station.host.newId(), drawer: drawer?.drawer ?? '' };
  expect(await ortiz.refused('leaveCount', asked)).toBe('station_stopped');
  await startAgain();
  expect((await ortiz.ask('station', {})).sync.stopped?.why).toBe('forked');
});

test('the twin of another station is refused in a sentence, and stays as it is', async () => {
  await work(1);
  await station.app.close();
  const stranger = { district: 'quarry-bay', series: 'W4', epoch: 1, training: false, ledgerUrl: '', enrolledAt: 0 };
  const text = textOfLine({ station: { ...stranger, lastZ: 0, issuedBeforeCents: 0 } });
  writeFileSync(twin, text);
  let said = '';
  try {
    createApp(station.host);
  } catch (error) {
    said = troubleInWords(error);
  }
  expect(said).toBe(
    `${twin} is the second copy of station W4 of quarry-bay, not of this one. Give --twin another place.`,
  );
  expect(readFileSync(twin, 'utf8')).toBe(text);
  rmSync(twin);
  await startAgain();
});

test('a twin that cannot be opened leaves the counter at work, says so, and is brought up when it can (F03)', async () => {
  await work(1);
  await station.app.close();
  rmSync(twin);
  mkdirSync(twin);
  await startAgain();
  await work(2);
  const { secondCopy } = await ortiz.ask('station', {});
  expect(secondCopy).toEqual({
    since: station.clock.now(),
    entries: 3,
    why: `${twin} is a folder where a file belongs. Give --twin another one.`,
  });
  rmSync(twin, { recursive: true });
  station.clock.advance(1_000);
  await brought();
  expectWhole();
});

/** Waits until the twin holds everything again. */
async function brought(): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if ((await ortiz.ask('station', {})).secondCopy === null) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the twin was not brought up');
}
