import { randomUUID } from 'node:crypto';
import { balanceOf } from '#db/station/journal';
import { drawerAccount } from '#domain/drawerPostings';
import { rowsOf } from '../support/escposReader.ts';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { type TcpPrinter, tcpPrinter } from '../support/tcpPrinter.ts';

const HALE = '40-11872-03';

let station: TestStation;
let printer: TcpPrinter;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Nguyễn, Петр', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8640)])],
  });
  printer = await tcpPrinter();
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 5 } }));
  await ortiz.ask('choosePrinter', { printer: { kind: 'network', address: `127.0.0.1:${printer.port}` } });
});

afterEach(async () => {
  await station.close();
  await printer.close();
});

function pay(cents: number, tendered = cents) {
  return {
    drawer,
    lines: [{ kind: 'account' as const, accountNumber: HALE, cents }],
    tenders: [{ kind: 'cash' as const, cents: tendered }],
  };
}

function kicks(): number {
  return printer.events().filter((event) => event.event === 'kick').length;
}

/** Waits in real time, as the printer does, while the station's own clock stands still. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come to that');
}

const state = async () => (await ortiz.ask('station', {})).printer.state;

test('a payment opens the drawer and prints; a refused one does neither', async () => {
  expect(await ortiz.refused('takePayment', { commandId: crypto.randomUUID(), ...pay(5_000, 4_000) })).toBe(
    'tender_short',
  );
  const { label } = await ortiz.tell('takePayment', pay(5_000, 6_000));
  await until(() => printer.slips() === 1);
  expect(kicks()).toBe(1);
  const rows = rowsOf(printer.events());
  expect(rows).toEqual(expect.arrayContaining(['From Nguyên, Петр', 'Change                               10.00']));
  expect(rows.some((row) => row.startsWith(`Receipt ${label}`))).toBe(true);
});

test('the drawer opens only after the money is in the journal', async () => {
  const seen: number[] = [];
  const watch = setInterval(() => {
    if (kicks() > 0) seen.push(balanceOf(station.look, drawerAccount(drawer, 'cash')));
  }, 1);
  await ortiz.tell('takePayment', pay(5_000));
  await until(() => printer.slips() === 1 && seen.length > 0);
  clearInterval(watch);
  expect(seen[0]).toBe(15_000);
});

test('F63: a reprint of what came out needs a second person, says DUPLICATE and leaves the drawer shut', async () => {
  const { label } = await ortiz.tell('takePayment', pay(5_000));
  // The paper is there a moment before the station has written down that it is.
  await until(async () => (await ortiz.ask('receipt', { label })).print?.state === 'printed');
  expect(printer.slips()).toBe(1);
  expect(await ortiz.refused('reprintReceipt', { commandId: randomUUID(), label })).toBe('approval_needed');
  const { mark } = await ortiz.ask('reprintProposal', { label });
  const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' });
  await ortiz.tell('reprintReceipt', { label, approval });
  await until(() => printer.slips() === 2);
  expect(rowsOf(printer.events()).filter((row) => row.trim() === 'DUPLICATE 2')).toHaveLength(2);
  expect(kicks()).toBe(1);
});

test('F67: without paper the money is taken, the drawer opens, and the slip waits in sight', async () => {
  printer.mode = 'no_paper';
  await ortiz.tell('takePayment', pay(5_000));
  await until(async () => (await state()) === 'no_paper' && kicks() === 1);
  expect((await ortiz.ask('station', {})).printer.waiting).toBe(1);
  printer.mode = 'ready';
  station.clock.advance(30_000);
  await until(() => printer.slips() === 1);
  expect(kicks()).toBe(1);
});

test('F62: a printer that hangs costs a payment nothing', async () => {
  printer.mode = 'hang';
  const before = performance.now();
  for (let payment = 0; payment < 5; payment += 1) await ortiz.tell('takePayment', pay(1_000));
  expect(performance.now() - before).toBeLessThan(500);
  await until(async () => (await state()) === 'unreachable');
  expect((await ortiz.ask('station', {})).printer.waiting).toBe(5);
});
