import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { enrolledAnew, identity } from '#db/station/identity';
import { rowsAfter } from '#db/station/journalRows';
import { openStation, writing } from '#db/station/open';
import { startSync } from '#db/station/syncState';
import { assert } from '#domain/assert';
import { readLine } from '#main/twin/twinLine';
import { undoable } from '#main/views/undoing';
import { voiding } from '#main/views/voiding';
import { assertInvariants, assertRebuilt } from '../support/invariants.ts';
import { endAndHarm } from '../support/olderDatabase.ts';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

/* A series goes on in a newer epoch on top of what was recorded before: one database, one second copy, several chains. */

const HALE = '40-11872-03';
let station: TestStation;
let ortiz: Caller;
beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep', '2026-11-30', 86_400)])],
  });
  ortiz = await station.signedIn('m.ortiz');
});
afterEach(() => station.close());

const open = () => ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
const pay = (drawer: string, cents: number) =>
  ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: HALE, cents }],
    tenders: [{ kind: 'cash', cents }],
  });

/** What an enrolment of this series into the next epoch leaves in its database. */
async function goOnInNextEpoch(comeTo = { lastZ: 0, issuedBeforeCents: 0 }): Promise<void> {
  await endAndHarm(station, () => {
    const db = openStation(join(station.folder, 'station.db'));
    writing(db, (tx) => {
      const self = identity(tx);
      assert(self, 'the station is enrolled');
      const { one: _, ...as } = self;
      enrolledAnew(tx, { ...as, ...comeTo, epoch: self.epoch + 1 });
      startSync(tx, self.epoch + 1);
    });
    db.$client.close();
  });
  ortiz = await station.signedIn('m.ortiz');
}

const markOf = ({ text }: { text: string }) => {
  const { epoch, sequence, kind } = JSON.parse(text);
  return `${epoch}:${sequence} ${kind}`;
};

test('what was recorded before stays, and the newer epoch begins at one; a drawer that was left open is not gone on with', async () => {
  const { drawer } = await open();
  const before = await pay(drawer, 1_000);
  await goOnInNextEpoch();
  expect((await ortiz.ask('station', {})).drawer).toBeNull();
  await expect(pay(drawer, 2_000)).rejects.toThrow('drawer_closed');
  const anew = await open();
  const after = await pay(anew.drawer, 3_000);
  expect([before.label, after.label]).toEqual(['W3-000001', 'W3.2-000001']);
  expect(rowsAfter(station.look, 0, 10).map(({ entry }) => markOf(entry))).toEqual([
    '1:1 drawer_opened',
    '1:2 receipt_issued',
    '2:1 drawer_opened',
    '2:2 receipt_issued',
  ]);
  expect(() => undoable(station.look, 'W3-000001')).toThrow(
    expect.objectContaining({ code: 'receipt_of_former_epoch' }),
  );
  expect(undoable(station.look, 'W3.2-000001').known.label).toBe('W3.2-000001');
  const asked = { label: 'W3-000001', reason: 'wrong_amount' as const };
  expect(() => voiding(station.look, asked, 'm.ortiz')).toThrow(
    expect.objectContaining({ code: 'receipt_of_former_epoch' }),
  );
  const found = await ortiz.ask('receipts', { text: 'W3-000001' });
  expect(JSON.stringify(found)).toContain('W3-000001');
  assertInvariants(station.look);
  assertRebuilt(station.look);
});

/** Counts a drawer and closes it; what it holds is told. */
async function close(drawer: string, cash: Record<string, number>) {
  await ortiz.tell('startCount', { drawer });
  const count = { cash, checks: [], moneyOrders: [], cardTotalCents: 0 };
  const { countNumber } = await ortiz.tell('submitCount', { drawer, count });
  return ortiz.tell('closeDrawer', { drawer, countNumber });
}

test('Z numbers and the grand total go on from what the ledger knew, whatever a former epoch had beside it', async () => {
  const first = await open();
  await pay(first.drawer, 1_000);
  await close(first.drawer, { 2000: 10, 1000: 1 });
  await pay((await open()).drawer, 500);
  // The receipt of 5.00 had not come to the ledger.
  await goOnInNextEpoch({ lastZ: 1, issuedBeforeCents: 1_000 });
  const anew = await open();
  await pay(anew.drawer, 3_000);
  await close(anew.drawer, { 2000: 11, 1000: 1 });
  const last = JSON.parse(rowsAfter(station.look, 0, 100).at(-1)?.entry.text ?? '{}').payload;
  expect([last.z, last.grandTotalCents]).toEqual([{ number: 2, label: 'W3.2-Z0002' }, 4_000]);
});

test('the second copy tells where an epoch begins, and a database that is lost comes out of it with all of them', async () => {
  await pay((await open()).drawer, 1_000);
  await goOnInNextEpoch();
  await pay((await open()).drawer, 3_000);
  const lines = readFileSync(join(station.folder, 'twin.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => readLine(text));
  expect(
    lines.map((line) => line && ('station' in line ? `station ${line.station.epoch}` : markOf(line.entry))),
  ).toEqual([
    'station 1',
    '1:1 drawer_opened',
    '1:2 receipt_issued',
    'station 2',
    '2:1 drawer_opened',
    '2:2 receipt_issued',
  ]);
  const rows = rowsAfter(station.look, 0, 10);
  await endAndHarm(station, () => {
    for (const end of ['', '-wal', '-shm']) rmSync(join(station.folder, `station.db${end}`), { force: true });
  });
  expect(rowsAfter(station.look, 0, 4)).toEqual(rows);
  expect(identity(station.look)).toMatchObject({ series: 'W3', epoch: 2 });
  expect(rowsAfter(station.look, 4, 10).map(({ entry }) => markOf(entry))).toEqual(['2:3 journal_recovered']);
  assertInvariants(station.look);
});
