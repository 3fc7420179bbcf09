import { createServer } from 'node:net';
import { Refusal } from '#domain/refusal';
import { printerAddress } from '#printing/printers/address';
import { networkPrinter, type Patience } from '#printing/printers/networkPrinter';
import type { PrintOutcome } from '#printing/printers/printer';
import type { Slip } from '#printing/slip';
import { rowsOf } from '#test/support/escposReader';
import { goldenSlips } from '#test/support/slipCases';
import { closedPort, type TcpPrinter, type TcpPrinterMode, tcpPrinter } from '#test/support/tcpPrinter';

const SHORT: Slip = { title: 'x', rows: [{ row: 'text', text: 'Hale, Dorothea' }], banners: [], qr: null };
const LONG = goldenSlips()['receipt-two-tenders'] ?? SHORT;
/** Far from the two minutes of F62, also on a machine with other work to do. */
const AT_ONCE_MS = 10_000;
const PATIENCE: Patience = { connectMs: 300, statusMs: 300, slipMs: 300, byteMs: 0 };

let printer: TcpPrinter;
afterEach(() => printer?.close());

async function printOn(mode: TcpPrinterMode, slip = LONG, patience = PATIENCE, kick = true): Promise<PrintOutcome> {
  printer = await tcpPrinter(mode);
  return networkPrinter(printer, patience).print({ job: 1, slip, kick });
}

function kicks(): boolean[] {
  return printer.events().flatMap((event) => (event.event === 'kick' ? [event.atOnce] : []));
}

test('opens the drawer, prints one slip, and knows that it came out', async () => {
  expect(await printOn('ready')).toEqual({ outcome: 'printed', state: 'ready', kicked: true });
  expect(printer.slips()).toBe(1);
  expect(rowsOf(printer.events())).toContain('TOTAL                             1,264.65');
  const order = printer.events().map((event) => event.event);
  expect(order.slice(0, 2)).toEqual(['kick', 'initialize']);
});

test('leaves the drawer shut when it is not asked to open it', async () => {
  await printOn('ready', SHORT, PATIENCE, false);
  expect(kicks()).toEqual([]);
});

test.each(['no_paper', 'cover_open'] as const)('with %s prints nothing, but the drawer opens at once', async (mode) => {
  expect(await printOn(mode)).toEqual({ outcome: 'not_printed', state: mode, kicked: true });
  // The pulse is on its way when the outcome is known.
  for (let turn = 0; turn < 100 && kicks().length === 0; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(kicks()).toEqual([true]);
  expect(printer.slips()).toBe(0);
  expect(await networkPrinter(printer, PATIENCE).status()).toBe(mode);
});

test('F62: a printer that is switched off costs no more than the time to connect', async () => {
  const off = networkPrinter({ host: '127.0.0.1', port: await closedPort() }, PATIENCE);
  const before = performance.now();
  expect(await off.print({ job: 1, slip: LONG, kick: true })).toEqual({
    outcome: 'not_printed',
    state: 'unreachable',
    kicked: false,
  });
  expect(await off.status()).toBe('unreachable');
  expect(performance.now() - before).toBeLessThan(AT_ONCE_MS);
});

test('F62: a printer that takes the connection and never reads holds up nothing, and gets no slip', async () => {
  const before = performance.now();
  const slowest = longestTurn();
  expect(await printOn('hang')).toEqual({ outcome: 'not_printed', state: 'unreachable', kicked: false });
  // Whoever waited for it in one turn would have waited as long as the patience lasts.
  expect(slowest()).toBeLessThan(PATIENCE.statusMs);
  expect(performance.now() - before).toBeLessThan(AT_ONCE_MS);
});

test('F65, F66: a printer that stops answering in the middle leaves the slip in doubt', async () => {
  expect(await printOn('deaf')).toEqual({ outcome: 'in_doubt', state: 'unreachable', kicked: true });
});

test('a printer that is switched off in the middle leaves the slip in doubt', async () => {
  expect(await printOn('drops')).toMatchObject({ outcome: 'in_doubt' });
});

test('a printer whose paper ends in the middle leaves the slip in doubt', async () => {
  expect(await printOn('runs_out')).toMatchObject({ outcome: 'in_doubt', kicked: true });
});

test('something that answers but is no printer gets no slip and no pulse', async () => {
  expect(await printOn('garbage')).toEqual({ outcome: 'not_printed', state: 'unreachable', kicked: false });
  expect(printer.events()).toEqual([]);
});

test('a printer of 50 bytes a second is waited for', async () => {
  const patience = { ...PATIENCE, statusMs: 1_500, byteMs: 25, slipMs: 1_000 };
  expect(await printOn('slow', SHORT, patience)).toEqual({ outcome: 'printed', state: 'ready', kicked: true });
  expect(printer.slips()).toBe(1);
}, 10_000);

test('answers that come unasked are not taken for the end of a slip', async () => {
  const chatty = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.write(Buffer.of(0x12, 0x12, 0x12, 0x00, 0x00, 0x00)));
  });
  await new Promise<void>((resolve) => chatty.listen(0, '127.0.0.1', resolve));
  const address = chatty.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const result = await networkPrinter({ host: '127.0.0.1', port }, PATIENCE).print({
    job: 1,
    slip: SHORT,
    kick: false,
  });
  expect(result.outcome).toBe('in_doubt');
  chatty.close();
});

test.each([
  ['192.168.1.40:9100', { host: '192.168.1.40', port: 9100 }],
  [' counter-3.local:9100 ', { host: 'counter-3.local', port: 9100 }],
  ['[fe80::1]:9100', { host: 'fe80::1', port: 9100 }],
])('%s is an address', (text, address) => {
  expect(printerAddress(text)).toEqual(address);
});

test.each(['', '192.168.1.40', '192.168.1.40:0', '192.168.1.40:99999', 'http://x:9100', 'a b:9100', ':9100', 'x:y'])(
  '%j is refused as an address',
  (text) => {
    expect(() => printerAddress(text)).toThrow(Refusal);
  },
);

/** Watches how long the event loop was held up at most, in ms. */
function longestTurn(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}
