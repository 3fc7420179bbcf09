import { randomUUID } from 'node:crypto';
import { createApp } from '#main/app';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { closedPort, type TcpPrinter, tcpPrinter } from '../support/tcpPrinter.ts';

const HALE = '40-11872-03';

let station: TestStation;
let ortiz: Caller;
let drawer: string;
let printers: TcpPrinter[];

beforeEach(async () => {
  printers = [];
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
});
afterEach(async () => {
  await ortiz.ask('choosePrinter', { printer: { kind: 'paper' } });
  for (const printer of printers) await printer.close();
  await station.close();
});

async function on(mode: TcpPrinter['mode']): Promise<TcpPrinter> {
  const printer = await tcpPrinter(mode);
  printers.push(printer);
  await at(printer.port);
  return printer;
}

const at = (port: number) => ortiz.ask('choosePrinter', { printer: { kind: 'network', address: `127.0.0.1:${port}` } });

async function take(cents = 100): Promise<string> {
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents }];
  return (await ortiz.tell('takePayment', { drawer, lines, tenders: [{ kind: 'cash', cents }] })).label;
}

/** Waits until the spool has come so far, with the clock standing still unless it is told to move. */
async function until(isSo: () => Promise<boolean>, secondsPerTry = 0): Promise<void> {
  for (const begun = Date.now(); Date.now() < begun + 15_000; ) {
    if (await isSo()) return;
    if (secondsPerTry > 0) station.clock.advance(secondsPerTry * 1_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the spool never came so far');
}

const printState = async (label: string) => (await ortiz.ask('receipt', { label })).print?.state;
const printerNow = async () => (await ortiz.ask('station', {})).printer;

test.each([
  ['is switched off', null],
  ['takes the line and never reads', 'hang' as const],
  ['has no paper', 'no_paper' as const],
])('a printer that %s never delays a payment, and is shown (F62, F67)', async (_, mode) => {
  if (mode === null) await at(await closedPort());
  else await on(mode);
  const labels: string[] = [];
  const begun = performance.now();
  for (let times = 0; times < 20; times++) labels.push(await take());
  // One try at such a printer may last two seconds, and there were twenty payments.
  expect(performance.now() - begun).toBeLessThan(8_000);
  expect((await printerNow()).waiting).toBe(20);
  if (mode !== 'hang') await until(async () => (await printerNow()).state === (mode ?? 'unreachable'));
  // On paper again, each comes out once and in order.
  await ortiz.ask('choosePrinter', { printer: { kind: 'paper' } });
  for (const printer of printers) await printer.close();
  printers = [];
  await until(async () => (await printerNow()).waiting === 0, 2);
  const slips = (await ortiz.ask('paper', {})).slips.map((slip) => slip.rows.join('\n'));
  expect(slips.map((slip) => /W3-\d{6}/.exec(slip)?.[0]).reverse()).toEqual(labels);
});

test('a slip that was cut off half-way is never printed again by itself; a person says (F65, F66)', async () => {
  const printer = await on('drops');
  const label = await take();
  await until(async () => (await printState(label)) === 'in_doubt');
  printer.mode = 'ready';
  const next = await take();
  await until(async () => (await printState(next)) === 'printed', 1);
  await station.restart();
  ortiz = await station.signedIn('m.ortiz');
  expect(await printState(label)).toBe('in_doubt');
  expect(printer.slips()).toBe(1);
  const job = (await ortiz.ask('receipt', { label })).print?.job ?? 0;
  await ortiz.ask('answerPrint', { job, printed: false });
  await until(async () => (await printState(label)) === 'printed', 1);
  expect(printer.slips()).toBe(2);
  expect(await ortiz.refused('answerPrint', { job, printed: false })).toBe('slip_unknown');
  expect(await ortiz.refused('answerPrint', { job: 999, printed: true })).toBe('slip_unknown');
});

test('a person who says that it came out is believed', async () => {
  const printer = await on('drops');
  const label = await take();
  await until(async () => (await printState(label)) === 'in_doubt');
  printer.mode = 'ready';
  const job = (await ortiz.ask('receipt', { label })).print?.job ?? 0;
  await ortiz.ask('answerPrint', { job, printed: true });
  expect(await printState(label)).toBe('printed');
  expect(printer.slips()).toBe(0);
});

test('a slip that was on the printer when the program died is in doubt, not printed twice', async () => {
  await station.lastSlip();
  const label = await take();
  await station.lastSlip();
  station.look.$client.exec("UPDATE print_jobs SET state = 'printing' WHERE job = (SELECT max(job) FROM print_jobs)");
  await station.restart();
  ortiz = await station.signedIn('m.ortiz');
  expect(await printState(label)).toBe('in_doubt');
  await station.wait(60);
  expect((await ortiz.ask('paper', {})).slips).toEqual([]);
});

test('any receipt reprints, however old, marked DUPLICATE with its number, and the journal says who asked (F63)', async () => {
  await at(await closedPort());
  const [first, second] = [await take(), await take()];
  await ortiz.tell('startCount', { drawer });
  await ortiz.tell('submitCount', {
    drawer,
    count: { cash: { 100: 2 }, checks: [], moneyOrders: [], cardTotalCents: 0 },
  });
  await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
  const haddad = await station.signedIn('l.haddad');
  expect(await haddad.tell('reprintReceipt', { label: first })).toEqual({ label: first, copy: 2 });
  const command = { commandId: randomUUID(), label: first };
  expect(await haddad.ask('reprintReceipt', command)).toEqual({ label: first, copy: 3 });
  expect(await haddad.ask('reprintReceipt', command)).toEqual({ label: first, copy: 3 });
  await ortiz.ask('choosePrinter', { printer: { kind: 'paper' } });
  await until(async () => (await printerNow()).waiting === 0, 2);
  const slips = (await ortiz.ask('paper', {})).slips.map((slip) => slip.rows.join('\n')).reverse();
  expect(slips.map((slip) => [/W3-\d{6}/.exec(slip)?.[0], /DUPLICATE \d/.exec(slip)?.[0] ?? null])).toEqual([
    [first, null],
    [second, null],
    [expect.any(String), null],
    [first, 'DUPLICATE 2'],
    [first, 'DUPLICATE 3'],
  ]);
  const reprints = station.look.$client.prepare("SELECT text FROM entries WHERE kind = 'receipt_reprinted'").all() as {
    text: string;
  }[];
  expect(reprints.map(({ text }) => [JSON.parse(text).actor, JSON.parse(text).payload])).toEqual([
    ['l.haddad', { label: first, copy: 2 }],
    ['l.haddad', { label: first, copy: 3 }],
  ]);
  expect((await ortiz.ask('receipt', { label: first })).copies).toBe(3);
});

test('the drawer is kicked for cash and checks after the commit, never for a card alone, never twice for one command', async () => {
  const pay = (tenders: Parameters<typeof ortiz.tell<'takePayment'>>[1]['tenders'], commandId = randomUUID()) =>
    ortiz.ask('takePayment', {
      commandId,
      drawer,
      lines: [{ kind: 'account', accountNumber: HALE, cents: 100 }],
      tenders,
    });
  const card = { kind: 'card' as const, cents: 100, brand: 'visa' as const, lastFour: '8841', approvalCode: '04417B' };
  await pay([card]);
  await station.lastSlip();
  await pay([{ kind: 'check', cents: 100, checkNumber: '1', routing: '021000021', bankAccount: '4000123412' }]);
  await station.lastSlip();
  const commandId = randomUUID();
  for (let times = 0; times < 3; times++) await pay([{ kind: 'cash', cents: 100 }], commandId);
  expect(
    await ortiz.refused('takePayment', {
      commandId: randomUUID(),
      drawer,
      lines: [{ kind: 'account', accountNumber: HALE, cents: 100 }],
      tenders: [{ kind: 'cash', cents: 1 }],
    }),
  ).toBe('tender_short');
  await station.lastSlip();
  expect((await ortiz.ask('paper', {})).slips.map((slip) => slip.kicked)).toEqual([true, true, false]);
});

test('a printer that was chosen is remembered; an address that is none is refused', async () => {
  const printer = await on('ready');
  await station.restart();
  ortiz = await station.signedIn('m.ortiz');
  expect(await printerNow()).toMatchObject({ kind: 'network', name: `127.0.0.1:${printer.port}` });
  for (const address of [
    '',
    'counter 3',
    '10.0.0.1',
    '10.0.0.1:0',
    '10.0.0.1:70000',
    'http://10.0.0.1:9100',
    '10.0.0.1:9100; rm',
  ])
    expect(await ortiz.refused('choosePrinter', { printer: { kind: 'network', address } })).toBe(
      'printer_address_wrong',
    );
});

test('a printer that was named at the start wins over the one that was chosen', async () => {
  const printer = await on('ready');
  await ortiz.ask('choosePrinter', { printer: { kind: 'paper' } });
  await station.app.close();
  const app = createApp({ ...station.host, printerAddress: `127.0.0.1:${printer.port}` });
  const answer = await app.connect().call('station', {});
  expect(answer).toMatchObject({ value: { printer: { kind: 'network', name: `127.0.0.1:${printer.port}` } } });
  await app.close();
  await station.restart();
  ortiz = await station.signedIn('m.ortiz');
});

test('PINs on no slip, nor a check’s account', async () => {
  await ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: HALE, cents: 100 }],
    tenders: [{ kind: 'check', cents: 100, checkNumber: '1187', routing: '021000021', bankAccount: '4000123412' }],
  });
  const slip = await station.lastSlip();
  for (const secret of ['4000123412', '021000021', PINS.get('m.ortiz') ?? '']) expect(slip).not.toContain(secret);
});

test('bug: an auditor, who changes nothing, chose the printer', async () => {
  const auditor = await station.signedIn('s.park');
  expect(await auditor.refused('choosePrinter', { printer: { kind: 'paper' } })).toBe('not_permitted');
  ortiz = await station.signedIn('m.ortiz');
});
