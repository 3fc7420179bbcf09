import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Door } from '#contract/answer';
import { type JournalRow, rowsAfter } from '#db/station/journalRows';
import { openStation } from '#db/station/open';
import { createApp } from '#main/app';
import { troubleInWords } from '#main/trouble';
import { takeHere } from '#main/twin/hand';
import { recover } from '#main/twin/recovery';
import { readLine } from '#main/twin/twinLine';
import { assertInvariants } from '../support/invariants.ts';
import { endAndHarm, losesItsLatest } from '../support/olderDatabase.ts';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { everyRow } from '../support/tables.ts';

/* The database lost what was answered, and the twin has it: it is put back, and that is told. */

const HALE = '40-11872-03';
let station: TestStation;
let ortiz: Caller;
let drawer: string;
let kept: string;
beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep', '2026-11-30', 86_400)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
  kept = mkdtempSync(join(tmpdir(), 'counterfoil-kept-'));
});
afterEach(async () => {
  rmSync(kept, { recursive: true });
  await station.close();
});

const pay = (cents: number) =>
  ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: HALE, cents }],
    tenders: [{ kind: 'cash', cents }],
  });
const inFolder = (name: string) => join(station.folder, name);
const kinds = () => rowsAfter(station.look, 0, 1_000).map(({ entry }) => JSON.parse(entry.text).kind as string);
const lastPayload = () => JSON.parse(rowsAfter(station.look, 0, 1_000).at(-1)?.entry.text ?? '{}').payload;
const aside = () => readdirSync(inFolder('quarantine')).sort();

const harmed = (harm: () => void) => endAndHarm(station, harm);

test('a database that is older, as a copy without its log is, gets back what was answered, as an incident (F01, F75, F77)', async () => {
  await pay(1_000);
  const paid: string[] = [];
  let before: JournalRow[] = [];
  await losesItsLatest(station, async () => {
    ortiz = await station.signedIn('m.ortiz');
    for (const cents of [2_000, 3_000]) paid.push((await pay(cents)).label);
    before = rowsAfter(station.look, 0, 1_000);
  });
  expect(rowsAfter(station.look, 0, before.length)).toEqual(before);
  expect(kinds().slice(before.length)).toEqual(['journal_recovered']);
  expect(lastPayload()).toEqual({ why: 'database_behind', entries: 2, first: { epoch: 1, sequence: 3 } });
  ortiz = await station.signedIn('m.ortiz');
  const { receipts } = await ortiz.ask('receipts', {});
  expect(receipts.map(({ label }) => label)).toEqual([...paid].reverse().concat('W3-000001'));
  expect((await ortiz.ask('station', {})).recovered).toBeNull();
  const whitebear = await station.signedIn('j.whitebear');
  const { recovered } = await whitebear.ask('station', {});
  expect(recovered).toEqual({ entries: 2, why: 'database_behind', at: station.clock.now() });
  // The numbers go on after what was put back, and nothing was an incident but that.
  expect((await pay(500)).label).toBe('W3-000004');
  await station.settled();
  await station.restart();
  expect(kinds().filter((kind) => kind === 'journal_recovered')).toHaveLength(1);
});

test('a log that was damaged is dropped by SQLite without a word, and what it held comes back from the twin (F75)', async () => {
  await pay(1_000);
  const living = mkdtempSync(join(tmpdir(), 'counterfoil-living-'));
  await pay(2_000);
  cpSync(station.folder, living, { recursive: true });
  const log = join(living, 'station.db-wal');
  expect(statSync(log).size).toBeGreaterThan(32);
  truncateSync(log, 32);
  const answered = rowsAfter(station.look, 0, 1_000);
  const app = createApp({ ...station.host, dataFolder: living });
  const look = openStation(join(living, 'station.db'));
  expect(rowsAfter(look, 0, answered.length)).toEqual(answered);
  expect(JSON.parse(rowsAfter(look, answered.length, 10)[0]?.entry.text ?? '{}').kind).toBe('journal_recovered');
  assertInvariants(look);
  look.$client.close();
  await app.close();
  rmSync(living, { recursive: true });
});

test.each<[string, () => void]>([
  ['deleted', () => ['', '-wal', '-shm'].map((end) => rmSync(inFolder(`station.db${end}`), { force: true }))],
  ['emptied', () => truncateSync(inFolder('station.db'))],
  ['zeroed', () => writeFileSync(inFolder('station.db'), Buffer.alloc(statSync(inFolder('station.db')).size))],
  ['cut short', () => truncateSync(inFolder('station.db'), 40_000)],
  ['another file', () => writeFileSync(inFolder('station.db'), 'Dear diary, today it rained.'.repeat(300))],
])('a database that was %s is set aside and made again from the twin, row by row (F75)', async (how, harm) => {
  await pay(1_000);
  await pay(2_000);
  const before = rowsAfter(station.look, 0, 1_000);
  const rows = everyRow(station.look);
  await harmed(harm);
  expect(rowsAfter(station.look, 0, before.length)).toEqual(before);
  const now = everyRow(station.look);
  for (const table of ['postings', 'receipts', 'tenders', 'applications', 'drawers', 'commands'])
    expect([table, now[table]]).toEqual([table, rows[table]]);
  expect(lastPayload()).toEqual({ why: 'database_lost', entries: 3, first: { epoch: 1, sequence: 1 } });
  // It still has its key and knows its ledger: people and accounts come down again, and what was put back goes up.
  await station.settled();
  expect((await (await station.signedIn('m.ortiz')).ask('station', {})).sync.stopped).toBeNull();
  if (how !== 'deleted') expect(aside()[0]).toMatch(/^2026-11-23T16\d{4}-station\.db$/);
  assertInvariants(station.look);
});

test('a damage that is seen at work stops the counter, and the next start looks at all of the file (F72, F75)', async () => {
  await pay(1_000);
  const before = rowsAfter(station.look, 0, 1_000);
  await station.app.close();
  station.look.$client.pragma('wal_checkpoint(TRUNCATE)');
  const root = station.look.$client.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'receipts'").pluck().get();
  await harmed(() => {
    const bytes = readFileSync(inFolder('station.db'));
    bytes.fill(0xaa, (Number(root) - 1) * 4_096, (Number(root) - 1) * 4_096 + 64);
    writeFileSync(inFolder('station.db'), bytes);
  });
  const caller = callerOf(station.app.connect());
  expect(await caller('station', {})).toBe('database_damaged');
  expect(existsSync(inFolder('database-damaged'))).toBe(true);
  await harmed(() => {});
  expect(rowsAfter(station.look, 0, before.length)).toEqual(before);
  expect(lastPayload()).toMatchObject({ why: 'database_lost' });
  expect(existsSync(inFolder('database-damaged'))).toBe(false);
});

/** What a call is refused with. */
function callerOf(door: Door): (name: string, input: unknown) => Promise<string> {
  return async (name, input) => {
    const answer = await door.call(name, input);
    return !answer.ok && 'refusal' in answer ? answer.refusal.code : JSON.stringify(answer);
  };
}

test('a recovery whose program dies in the middle goes on at the next start, and is one incident', async () => {
  await pay(1_000);
  await pay(2_000);
  const before = rowsAfter(station.look, 0, 1_000);
  // What one page put back, and that it is under way.
  const half = openStation(join(kept, 'station.db'));
  const lines = readFileSync(inFolder('twin.jsonl'), 'utf8').split('\n').slice(0, 3).map(readLine);
  const file = { open: () => {}, read: (at: number) => ({ lines: at === 0 ? lines : [], next: 1, isDamaged: at > 0 }) };
  const steps = recover({ db: half, host: station.host, path: 'twin.jsonl' }, 0, 'database_lost');
  expect(() => takeHere(file as never, steps)).toThrow(/are lost/);
  half.$client.pragma('wal_checkpoint(TRUNCATE)');
  half.$client.close();
  await harmed(() => {
    for (const end of ['-wal', '-shm']) rmSync(inFolder(`station.db${end}`), { force: true });
    cpSync(join(kept, 'station.db'), inFolder('station.db'));
  });
  expect(rowsAfter(station.look, 0, before.length)).toEqual(before);
  expect(kinds().filter((kind) => kind === 'journal_recovered')).toHaveLength(1);
  expect(lastPayload()).toEqual({ why: 'database_lost', entries: 3, first: { epoch: 1, sequence: 1 } });
});

test('where the twin is damaged in what was lost, the station does not start, says so, and touches nothing', async () => {
  await pay(1_000);
  await pay(2_000);
  let said = '';
  try {
    await harmed(() => {
      cpSync(inFolder('station.db'), join(kept, 'station.db'));
      cpSync(inFolder('twin.jsonl'), join(kept, 'twin.jsonl'));
      rmSync(inFolder('station.db'));
      const bytes = readFileSync(inFolder('twin.jsonl'));
      const second = bytes.indexOf(0x0a, bytes.indexOf(0x0a) + 1) + 200;
      bytes[second] = (bytes[second] ?? 0) ^ 1;
      writeFileSync(inFolder('twin.jsonl'), bytes);
    });
  } catch (error) {
    said = troubleInWords(error);
  }
  expect(said).toBe(
    `Entries of this station are lost: its database does not have them, and ${inFolder('twin.jsonl')} is damaged where they should be. Keep the folder as it is and call for help.`,
  );
  for (const end of ['', '-wal', '-shm']) rmSync(inFolder(`station.db${end}`), { force: true });
  cpSync(join(kept, 'station.db'), inFolder('station.db'));
  cpSync(join(kept, 'twin.jsonl'), inFolder('twin.jsonl'));
  station.app = createApp(station.host);
  station.look = openStation(inFolder('station.db'));
});
