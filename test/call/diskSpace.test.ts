import { execFileSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStation } from '#db/station/open';
import { createApp } from '#main/app';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { countAndClose } from '../support/undoing.ts';

const HALE = '40-11872-03';
const MB = 1_000_000;
let station: TestStation;
let ortiz: Caller;
let free: number | null;
const paying = (drawer: string) => ({
  drawer,
  lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 500 }],
  tenders: [{ kind: 'cash' as const, cents: 500 }],
});
const opening = { businessDay: '2026-11-23', float: { 2000: 10 } };

async function begin(): Promise<void> {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
    host: () => ({ freeBytes: () => free, reserveBytes: 2 * MB }),
  });
  ortiz = await station.signedIn('m.ortiz');
}
afterEach(() => station.close());

const isKept = () => existsSync(join(station.folder, 'reserve'));
const said = async () => (await ortiz.ask('station', {})).disk;

test('everybody is told of a disk with less than 500 MB, and nothing is begun with less than 100 MB (F03)', async () => {
  free = 500 * MB;
  await begin();
  expect(statSync(join(station.folder, 'reserve')).size).toBe(2 * MB);
  expect(await said()).toBeNull();
  free = 499_900_000;
  const { drawer } = await ortiz.tell('openDrawer', opening);
  expect(await said()).toEqual({ state: 'low', freeMb: 499 });
  const command = { commandId: station.host.newId(), ...paying(drawer) };
  const paid = await ortiz.ask('takePayment', command);
  free = 99_900_000;
  expect(await said()).toEqual({ state: 'full', freeMb: 99 });
  expect(await ortiz.refused('takePayment', { ...command, commandId: station.host.newId() })).toBe('disk_low');
  // What was recorded is answered again, and what is open is brought to its end.
  expect(await ortiz.ask('takePayment', command)).toEqual(paid);
  const haddad = await station.signedIn('l.haddad');
  expect(await haddad.refused('openDrawer', { commandId: station.host.newId(), ...opening })).toBe('disk_low');
  await ortiz.tell('dropCash', { drawer, pieces: { 2000: 1 } });
  expect(isKept()).toBe(true);
  await countAndClose(ortiz, drawer, { cash: { 2000: 9, 500: 1 }, checks: [], moneyOrders: [], cardTotalCents: 0 });
  expect((await ortiz.ask('receipts', {})).receipts).toHaveLength(1);
  await station.settled();
  free = 49 * MB;
  expect(await said()).toEqual({ state: 'full', freeMb: 49 });
  expect(isKept()).toBe(false);
  free = 600 * MB;
  await station.restart();
  expect(isKept()).toBe(true);
});

test('where the machine does not tell what is free, nothing is said or refused', async () => {
  free = null;
  await begin();
  await ortiz.tell('openDrawer', opening);
  expect([await said(), isKept()]).toEqual([null, false]);
});

const mayMount = process.getuid?.() === 0 && process.platform === 'linux' ? test : test.skip;

/** Lets the station go on on a small disk of its own, and afterwards on the usual one again. */
async function onSmallDisk(run: () => Promise<void>): Promise<void> {
  const { folder } = station;
  const aside = mkdtempSync(join(tmpdir(), 'counterfoil-aside-'));
  await station.app.close();
  station.look.$client.close();
  cpSync(folder, aside, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder]);
  cpSync(aside, folder, { recursive: true });
  station.app = createApp(station.host);
  try {
    await run();
  } finally {
    await station.app.close();
    rmSync(aside, { recursive: true });
    rmSync(join(folder, 'filler'), { force: true });
    cpSync(folder, aside, { recursive: true });
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
    cpSync(aside, folder, { recursive: true });
    rmSync(aside, { recursive: true });
    station.look = openStation(join(folder, 'station.db'));
    await station.restart();
  }
}

const payment = (drawer: string) => ({ commandId: station.host.newId(), ...paying(drawer) });

mayMount(
  'on a disk that is really full the reserve is given up, and the drawer is closed out and sent (F03)',
  async () => {
    // Nobody knows beforehand.
    free = 1_000 * MB;
    await begin();
    const { drawer } = await ortiz.tell('openDrawer', opening);
    await onSmallDisk(async () => {
      ortiz = await station.signedIn('m.ortiz');
      fill(join(station.folder, 'filler'));
      // The second copy finds it out first: the database goes on in the room that its log has already.
      for (let tries = 0; isKept() && tries < 20; tries++) await ortiz.door.call('takePayment', payment(drawer));
      expect(isKept()).toBe(false);
      const { receipts } = await ortiz.ask('receipts', {});
      const cash = { 2000: 10, 500: receipts.length };
      await countAndClose(ortiz, drawer, { cash, checks: [], moneyOrders: [], cardTotalCents: 0 });
      await station.wait(5);
      await station.settled();
      expect((await ortiz.ask('station', {})).secondCopy).toBeNull();
    });
  },
);

function fill(path: string): void {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(4_096);
  try {
    for (;;) writeSync(file, block);
  } catch {
    closeSync(file);
  }
}
