import { statSync } from 'node:fs';
import { join } from 'node:path';
import { entries } from '#db/station/schema';
import { syncState } from '#db/station/syncState';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { undo, voidIt } from '../support/undoing.ts';

/* What users of other systems reported about lost and doubled receipts (failures.md), where no other test holds it already. */

const HALE = '40-11872-03';
const TODAY = '2026-11-23';

let station: TestStation;
let ortiz: Caller;
let drawer: string;
/** While set, what goes up waits until it is called. */
let release: (() => void) | null;
let isHeld: boolean;

beforeEach(async () => {
  isHeld = false;
  release = null;
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)])],
    host: (usual) => ({
      fetch: (async (input, init) => {
        if (isHeld && String(input).endsWith('/v1/journal')) await new Promise<void>((resolve) => (release = resolve));
        return usual.fetch(input, init);
      }) as typeof fetch,
    }),
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: TODAY, float: { 2000: 10 } }));
});
afterEach(() => station.close());

const take = (
  by: Caller,
  amount: number,
  lines: object[] = [{ kind: 'account', accountNumber: HALE, cents: amount }],
) => by.tell('takePayment', { drawer, lines: lines as never, tenders: [{ kind: 'cash', cents: amount }] });
const texts = () => station.look.select({ text: entries.text }).from(entries).orderBy(entries.position).all();
const sent = () => station.ledger.entries.map(({ text }) => JSON.parse(text));
const released = async () => {
  while (release === null) await new Promise((resolve) => setImmediate(resolve));
  isHeld = false;
  release();
};

test('a payment is in the database before it is answered, whatever the network does and without any time passing (F02)', async () => {
  station.ledger.line = 'down';
  const before = station.clock.now();
  const { label } = await take(ortiz, 100);
  expect(texts().at(-1)?.text).toContain(label);
  expect(station.clock.now()).toBe(before);
});

test('what is undone while it is on its way up does not stop the way up (F13)', async () => {
  isHeld = true;
  const { label } = await take(ortiz, 100);
  while (release === null) await new Promise((resolve) => setImmediate(resolve));
  await voidIt(ortiz, label);
  await take(ortiz, 200);
  await released();
  await station.settled();
  expect(sent().map(({ kind }) => kind)).toEqual([
    ...['drawer_opened', 'receipt_issued', 'receipt_voided', 'receipt_issued'],
  ]);
  expect(station.ledger.entries.map(({ text }) => ({ text }))).toEqual(texts());
});

test('a receipt of nobody and of no account goes up as every other, and so does what comes after it (F14)', async () => {
  await take(ortiz, 250, [{ kind: 'fee', code: 'copies', quantity: 10, cents: 250, told: [] }]);
  await take(ortiz, 100);
  await station.settled();
  expect(sent().filter(({ kind }) => kind === 'receipt_issued')).toHaveLength(2);
});

test('one person at two pages works in one drawer with one row of numbers (F23)', async () => {
  const other = await station.signedIn('m.ortiz');
  const labels = await Promise.all(
    Array.from({ length: 20 }, async (_, turn) => (await take(turn % 2 === 0 ? ortiz : other, 100)).label),
  );
  expect(labels.sort()).toEqual(Array.from({ length: 20 }, (_, place) => `W3-${String(place + 1).padStart(6, '0')}`));
});

test('a second refund of one receipt has a number of its own, and both arrive (F26)', async () => {
  const { label } = await take(ortiz, 1_000);
  const back = (cents: number) =>
    undo(ortiz, 'refundReceipt', {
      ...{ label, reason: 'overpaid' },
      refund: { parts: [{ place: 0, cents }], means: { kind: 'cash', drawer } },
    });
  const refunds = [await back(300), await back(400)].map((told) => told.label);
  expect(new Set(refunds).size).toBe(2);
  await station.settled();
  expect(sent().flatMap(({ kind, payload }) => (kind === 'refund_issued' ? [payload.label] : []))).toEqual(refunds);
});

test('a receipt taken offline has the next number in the same form (F27)', async () => {
  const online = await take(ortiz, 100);
  station.ledger.line = 'down';
  await station.wait(30);
  const offline = await take(ortiz, 100);
  station.ledger.line = 'up';
  await station.settled();
  const again = await take(ortiz, 100);
  expect([online, offline, again].map(({ label }) => label)).toEqual(['W3-000001', 'W3-000002', 'W3-000003']);
});

test('a clock far ahead for an hour, and a run that fails meanwhile, leave nothing behind (F69)', async () => {
  await station.settled();
  const acknowledged = syncState(station.look)?.acknowledgedSequence;
  station.ledger.line = 'broken';
  station.clock.advance(400 * 86_400_000);
  await take(ortiz, 100);
  await station.wait(5);
  expect(syncState(station.look)?.acknowledgedSequence).toBe(acknowledged);
  await station.restart();
  station.clock.advance(-400 * 86_400_000);
  ortiz = await station.signedIn('m.ortiz');
  station.ledger.line = 'up';
  await take(ortiz, 200);
  await station.settled();
  expect(sent().map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  expect(sent().map(({ businessDay }) => businessDay)).toEqual([TODAY, TODAY, TODAY]);
});

test('a whole district that comes down lets others go first after every fifty rows (F74)', async () => {
  await station.close();
  let pauses = 0;
  const accounts = Array.from({ length: 2_000 }, (_, place) =>
    account(`41-${10_000 + place}-01`, `Customer ${place}`, []),
  );
  station = await createStation({
    accounts,
    host: (usual) => ({
      later: (milliseconds, run) => {
        if (milliseconds === 0) pauses += 1;
        return usual.later(milliseconds, run);
      },
    }),
  });
  expect(pauses).toBeGreaterThanOrEqual(accounts.length / 50);
});

test('the log beside the database stays small however much is written (F75)', async () => {
  for (let receipts = 0; receipts < 400; receipts++) await take(ortiz, 100);
  expect(statSync(join(station.folder, 'station.db-wal')).size).toBeLessThan(8_000_000);
});
