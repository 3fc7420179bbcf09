import type { Sync } from '#contract/shapes';
import { writing } from '#db/station/open';
import { record } from '#db/station/record';
import { entries } from '#db/station/schema';
import { personalPreimage, type StationKind } from '#domain/entry';
import type { Draft } from '#main/chain/sealEntry';
import { sha256Hex } from '#main/chain/sha256';
import { RUN_ENTRIES_MAX } from '#main/sync/wire';
import type { LineState } from '../support/fakeLedger.ts';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';
let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
  await station.settled();
});
afterEach(() => station.close());

async function take(cents = 100): Promise<string> {
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents }];
  return (await ortiz.tell('takePayment', { drawer, lines, tenders: [{ kind: 'cash', cents }] })).label;
}

/** Writes many entries at once, past the use-cases: only their number and size matter. */
function appended<K extends StationKind>(count: number, draft: (place: number) => Draft<K>): void {
  const at = { now: station.clock.now(), actor: { person: 'm.ortiz' }, newSalt: () => '' };
  const from = { district: 'quarry-bay', series: 'W3', epoch: 1 };
  writing(station.look, (tx) => {
    for (let place = 0; place < count; place++)
      record(tx, draft(place), { ...at, station: from, commandId: station.host.newId() });
  });
}

/** Two entries that cost little: a count begun and left. */
async function twoMore(): Promise<void> {
  await ortiz.tell('startCount', { drawer });
  await ortiz.tell('leaveCount', { drawer });
}

/** The program stops and starts again, and the cashier signs in again. */
async function restarted(): Promise<void> {
  await station.restart();
  ortiz = await station.signedIn('m.ortiz');
}

const journal = () =>
  station.look
    .select({ text: entries.text, hash: entries.hash, personal: entries.personal })
    .from(entries)
    .orderBy(entries.position)
    .all()
    .map((row) => ({ ...row, personal: row.personal === null ? null : JSON.parse(row.personal) }));

const sync = async () => (await station.caller().ask('station', {})).sync;

const wait = (seconds: number) => station.wait(seconds);

/** Waits until the station stands so, for at most two minutes of its time. */
async function until(state: Sync['state'], unsent?: number): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    await station.quiet();
    const now = await sync();
    if (now.state === state && (unsent === undefined || now.unsent === unsent)) return;
    await wait(1);
  }
  expect(await sync()).toMatchObject({ state, ...(unsent === undefined ? {} : { unsent }) });
}

describe('up', () => {
  test('goes everything, in order, letter by letter, and what is personal beside it', async () => {
    const label = await take();
    await twoMore();
    await station.settled();
    expect(station.ledger.entries).toEqual(journal());
    const receipt = station.ledger.entries.find((sealed) => sealed.text.includes(label));
    expect(receipt?.personal).toMatchObject({ payer: 'Hale, Dorothea' });
    expect(receipt?.text).not.toContain('Dorothea');
    if (!receipt?.personal) throw new Error('nothing personal came');
    expect(JSON.parse(receipt.text).personalDigest).toBe(sha256Hex(personalPreimage(receipt.personal)));
  });

  test('goes a long suffix in bounded runs', async () => {
    station.ledger.line = 'down';
    appended(2 * RUN_ENTRIES_MAX + 2, () => ({
      kind: 'count_started',
      businessDay: '2026-11-23',
      payload: { drawer },
    }));
    const before = station.ledger.runs.length;
    station.ledger.line = 'up';
    await station.settled();
    expect(station.ledger.entries).toEqual(journal());
    const runs = station.ledger.runs.slice(before).filter((run) => run > 1);
    expect(Math.max(...runs)).toBe(RUN_ENTRIES_MAX);
    expect(runs.length).toBeGreaterThanOrEqual(3);
  });

  test('go large entries fewer at a time, so that a slow line still makes progress', async () => {
    station.ledger.line = 'down';
    const checks = Array.from({ length: 2_000 }, (_, place) => ({
      checkNumber: `${place + 1}`.padStart(15, '0'),
      cents: 1,
    }));
    appended(30, (place) => ({
      kind: 'drawer_counted',
      businessDay: '2026-11-23',
      payload: { drawer, countNumber: place + 1, count: { cash: {}, checks, moneyOrders: [], cardTotalCents: 0 } },
    }));
    const before = station.ledger.runs.length;
    station.ledger.line = 'up';
    await station.settled();
    expect(station.ledger.entries).toHaveLength(journal().length);
    expect(Math.max(...station.ledger.runs.slice(before))).toBeLessThan(15);
  });

  test('a receipt says whether it was sent, and so does its void', async () => {
    station.ledger.line = 'down';
    const label = await take();
    expect((await ortiz.ask('receipt', { label })).sent).toBe(false);
    station.ledger.line = 'up';
    await station.settled();
    expect((await ortiz.ask('receipt', { label })).sent).toBe(true);
    expect((await ortiz.ask('receipts', {})).receipts[0]?.sent).toBe(true);
  });
});

describe('the line', () => {
  test('that loses the answer after the ledger stored it doubles nothing (F05, F07)', async () => {
    station.ledger.line = 'mute';
    await take();
    await until('offline');
    expect(station.ledger.entries).toHaveLength(2);
    expect((await sync()).unsent).toBe(1);
    await take();
    await wait(30);
    expect(station.ledger.entries).toHaveLength(3);
    station.ledger.line = 'up';
    await until('online', 0);
    expect(station.ledger.entries).toEqual(journal());
  });

  test('that delivers everything twice doubles nothing (F08)', async () => {
    station.ledger.line = 'twice';
    await take();
    await twoMore();
    await station.settled();
    expect(station.ledger.entries).toEqual(journal());
    const { balanceCents } = await ortiz.ask('account', { accountNumber: HALE });
    expect(balanceCents).toBe(864_000 - 100);
  });

  test('that is away for a while says since when and how much waits, and comes up by itself (F04, F12)', async () => {
    const { since } = await sync();
    station.ledger.line = 'down';
    await wait(60);
    const labels = [await take(), await take(), await take()];
    expect(await sync()).toMatchObject({ state: 'offline', unsent: 3 });
    const offlineSince = (await sync()).since;
    expect(offlineSince).toBeGreaterThanOrEqual(since);
    expect(offlineSince).toBeLessThan(station.clock.now() - 45_000);
    expect((await ortiz.ask('receipt', { label: labels[2] ?? '' })).receipt.offlineSince).toBe(offlineSince);
    await wait(3_600);
    expect(await sync()).toMatchObject({ state: 'offline', since: offlineSince, unsent: 3 });
    station.ledger.line = 'up';
    await wait(25);
    expect(await sync()).toMatchObject({ state: 'online', unsent: 0 });
    expect(station.ledger.entries).toEqual(journal());
    const label = await take();
    expect((await ortiz.ask('receipt', { label })).receipt.offlineSince).toBeNull();
  });

  test('is not known to be there after a start before the first answer', async () => {
    station.ledger.line = 'hangs';
    await restarted();
    expect(await sync()).toMatchObject({ state: 'connecting', unsent: 0 });
    await station.restart();
    station.ledger.line = 'down';
    await until('offline');
    station.ledger.line = 'up';
    await until('online');
  });

  test('that flaps drains all the same, and asks no more often than it should', async () => {
    const before = station.ledger.requests;
    for (let turns = 0; turns < 20; turns++) {
      station.ledger.line = turns % 2 === 0 ? 'down' : 'up';
      await take();
      await wait(3);
    }
    station.ledger.line = 'up';
    await until('online', 0);
    expect(station.ledger.entries).toEqual(journal());
    expect(station.ledger.requests - before).toBeLessThan(200);
  });

  test.each<LineState>(['portal', 'portal-login', 'gibberish', 'endless', 'broken', 'down'])(
    'on which %s answers is no line: the counter goes on, nothing is taken for sent',
    async (line) => {
      const { accountsAsOf } = await sync();
      station.ledger.line = line;
      await take();
      await until('offline');
      await wait(60);
      await take();
      expect(await sync()).toMatchObject({ state: 'offline', unsent: 2, refusedAtSequence: null, accountsAsOf });
      station.ledger.line = 'up';
      await until('online', 0);
      expect(station.ledger.entries).toEqual(journal());
    },
  );

  test('that takes requests and never answers holds up neither payments nor the end of the program', async () => {
    station.ledger.line = 'hangs';
    const label = await take();
    await wait(5);
    await take();
    expect((await ortiz.ask('receipt', { label })).sent).toBe(false);
    const begun = performance.now();
    await restarted();
    expect(performance.now() - begun).toBeLessThan(8_000);
    station.ledger.line = 'up';
    await station.settled();
    expect(station.ledger.entries).toEqual(journal());
  });
});

describe('the ledger', () => {
  test('that was restored behind us is told again, from its own mark on', async () => {
    for (let times = 0; times < 5; times++) await take();
    await station.settled();
    station.ledger.restoreTo(2);
    await take();
    await until('online', 0);
    expect(station.ledger.entries).toEqual(journal());
    expect((await ortiz.ask('account', { accountNumber: HALE })).balanceCents).toBe(864_000 - 600);
    expect(station.ledger.books.account(HALE).charges[0]?.openCents).toBe(864_000 - 600);
  });

  test('that was restored behind us while nothing new happened here is told again too', async () => {
    for (let times = 0; times < 5; times++) await take();
    await station.settled();
    station.ledger.line = 'down';
    await wait(30);
    station.ledger.restoreTo(2);
    station.ledger.line = 'up';
    await until('online', 0);
    expect(station.ledger.entries).toEqual(journal());
  });

  test('bug: restored between two talks, while nothing new happened here, it was told again only with the next receipt', async () => {
    for (let times = 0; times < 5; times++) await take();
    await station.settled();
    station.ledger.restoreTo(2);
    await wait(25);
    expect(station.ledger.entries).toEqual(journal());
  });

  test('that was restored while this station was off is told again at the next start', async () => {
    for (let times = 0; times < 5; times++) await take();
    await station.settled();
    station.ledger.restoreTo(0);
    await restarted();
    await wait(20);
    expect(station.ledger.entries).toEqual(journal());
  });

  test('that holds another chain is never overwritten: the station stops, and says so after the next start, too (F24)', async () => {
    await take();
    await station.settled();
    const [, second] = station.ledger.entries;
    if (!second) throw new Error('nothing was sent');
    station.ledger.entries[1] = { ...second, hash: 'f'.repeat(64) };
    const before = structuredClone(station.ledger.entries);
    await take();
    await wait(20);
    expect((await sync()).stopped).toMatchObject({ why: 'restored', sequence: 3 });
    expect(await ortiz.refused('startCount', { commandId: station.host.newId(), drawer })).toBe('station_stopped');
    expect(station.ledger.entries).toEqual(before);
    expect(station.ledger.strays.map(({ text }) => JSON.parse(text).sequence)).toEqual([3]);
    await restarted();
    await wait(5);
    expect((await sync()).stopped?.why).toBe('restored');
  });

  test('that is ahead of us, because this folder is an older copy, is not taken for ours (F24)', async () => {
    await take();
    await station.settled();
    const last = station.ledger.entries.at(-1);
    if (!last) throw new Error('nothing was sent');
    station.ledger.entries.push({ ...last, hash: 'e'.repeat(64) });
    await restarted();
    await wait(5);
    expect((await sync()).stopped).toMatchObject({ why: 'restored', sequence: null });
    expect(station.ledger.strays).toEqual([]);
  });

  test('that asks for time is given it, and the counter goes on', async () => {
    station.ledger.refusal = { status: 429, code: 'requests_too_many', sentence: 'Later.', retryAfter: 45 };
    await take();
    await wait(3);
    const before = station.ledger.requests;
    await wait(40);
    expect(station.ledger.requests).toBe(before);
    expect(await sync()).toMatchObject({ state: 'offline', unsent: 1, stopped: null, refusedAtSequence: null });
    station.ledger.refusal = null;
    await until('online', 0);
  });

  test('that does not hear us while the line breaks is sent what we had as soon as it does', async () => {
    station.ledger.line = 'down';
    await take();
    station.ledger.refusal = { status: 403, code: 'station_replaced', sentence: 'No.', facts: { epoch: 2 } };
    station.ledger.line = 'up';
    await wait(25);
    expect((await sync()).stopped).toMatchObject({ why: 'replaced' });
    expect(station.ledger.strays).toEqual([]);
    station.ledger.refusal = null;
    await wait(25);
    expect(station.ledger.strays).toHaveLength(1);
  });

  test('that will not take an entry stops there, is not hammered, and goes on when it will (F16)', async () => {
    station.ledger.poison = 3;
    await take();
    await take();
    await until('refused');
    expect(await sync()).toMatchObject({ state: 'refused', unsent: 1, refusedAtSequence: 3 });
    const before = station.ledger.requests;
    await wait(100);
    expect(station.ledger.requests - before).toBeLessThan(50);
    await take();
    station.ledger.poison = null;
    await until('online', 0);
    expect(station.ledger.entries).toEqual(journal());
  });

  test.each([
    ['with something unsent', true],
    ['with nothing unsent', false],
  ])('that refuses us in its own words, %s, says so until it does not any more', async (_, isUnsent) => {
    station.ledger.refusal = {
      status: 401,
      code: 'ledger_token_wrong',
      sentence: 'The ledger does not know this token.',
    };
    if (isUnsent) await take();
    await until('refused');
    await wait(60);
    expect((await sync()).state).toBe('refused');
    station.ledger.refusal = null;
    await wait(25);
    expect(await sync()).toMatchObject({ state: 'online', unsent: 0, refusedAtSequence: null });
  });

  test('whose feed never comes to an end is asked a bounded number of times', async () => {
    station.ledger.neverComplete = true;
    const before = station.ledger.requests;
    await take();
    await wait(60);
    expect(station.ledger.requests - before).toBeLessThan(100);
    expect(station.ledger.entries).toEqual(journal());
    station.ledger.neverComplete = false;
    await until('online', 0);
  });
});

describe('a restart', () => {
  test('in the middle of a long way up goes on where the ledger is', async () => {
    station.ledger.line = 'mute';
    for (let times = 0; times < 10; times++) {
      await take();
      if (times % 3 === 0) await restarted();
    }
    station.ledger.line = 'up';
    await station.settled();
    expect(station.ledger.entries).toEqual(journal());
  });

  test('while the ledger is away still knows since when, and what waits', async () => {
    station.ledger.line = 'down';
    await wait(20);
    await take();
    const { since } = await sync();
    await wait(600);
    await restarted();
    await wait(5);
    expect(await sync()).toMatchObject({ state: 'offline', since, unsent: 1 });
  });
});

test('a disk that cannot be written stops neither the program nor the talk for good', async () => {
  station.ledger.refusal = {
    status: 401,
    code: 'ledger_token_wrong',
    sentence: 'The ledger does not know this token.',
  };
  station.look.$client.exec("CREATE TRIGGER planted BEFORE UPDATE ON sync BEGIN SELECT RAISE(ABORT, 'planted'); END");
  await take();
  await wait(60);
  station.look.$client.exec('DROP TRIGGER planted');
  station.ledger.refusal = null;
  await until('online', 0);
  station.faults.length = 0;
});
