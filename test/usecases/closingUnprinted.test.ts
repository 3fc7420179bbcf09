import { cents } from '#domain/money';
import { lastEntry } from '../support/lastEntry.ts';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { closedPort, tcpPrinter } from '../support/tcpPrinter.ts';

const HALE = '40-11872-03';
const REASON = 'The printer is broken, the payers have theirs by e-mail';

let station: TestStation;
let ortiz: Caller;
let drawer: string;

beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 864_000)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} }));
});
afterEach(() => station.close());

const at = (port: number) => ortiz.ask('choosePrinter', { printer: { kind: 'network', address: `127.0.0.1:${port}` } });

async function take(): Promise<string> {
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }];
  return (await ortiz.tell('takePayment', { drawer, lines, tenders: [{ kind: 'cash', cents: cents(100) }] })).label;
}

async function printState(label: string, state: string): Promise<void> {
  for (const begun = Date.now(); Date.now() < begun + 15_000; ) {
    if ((await ortiz.ask('receipt', { label })).print?.state === state) return;
    station.clock.advance(1_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`the slip of ${label} never was ${state}`);
}

async function counted(dollars: number): Promise<void> {
  await ortiz.tell('startCount', { drawer });
  const count = { cash: { 100: dollars }, checks: [], moneyOrders: [], cardTotalCents: 0 };
  await ortiz.tell('submitCount', { drawer, count });
}

const close = { countNumber: 1 };
const unprinted = async () => (await ortiz.ask('comparison', { drawer })).unprinted;

test('slips that did not come out are named at the close, and left with a reason and a supervisor’s yes (F46)', async () => {
  await at(await closedPort());
  const label = await take();
  await printState(label, 'failed');
  await counted(1);
  expect(await unprinted()).toMatchObject([{ document: 'receipt', label, state: 'failed' }]);
  expect(await ortiz.refused('closeDrawer', { ...command(), drawer, ...close })).toBe('slips_unprinted');
  const reasoned = { drawer, ...close, reason: REASON };
  expect(await ortiz.refused('closeDrawer', { ...command(), ...reasoned })).toBe('approval_needed');
  const { mark, demand } = await ortiz.ask('comparison', { drawer, reason: REASON });
  expect(demand).toBe('approval');
  const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' });
  const { z } = await ortiz.tell('closeDrawer', { ...reasoned, approval });
  expect(lastEntry(station, 'drawer_closed').entry).toMatchObject({
    approver: 'j.whitebear',
    payload: { unprinted: [{ document: 'receipt', label }] },
  });
  const slip = (await ortiz.ask('slip', { document: { kind: 'z', label: z } })).rows.join('\n');
  expect(slip).toContain('Slips left unprinted: 1');
  expect(slip).toContain(label);
  // Left is not lost: it comes out when the printer is there again.
  await ortiz.ask('choosePrinter', { printer: { kind: 'paper' } });
  await printState(label, 'printed');
});

test('nothing is asked once the printer is back, or a person has said what became of a slip in doubt', async () => {
  const printer = await tcpPrinter('drops');
  await at(printer.port);
  const label = await take();
  await printState(label, 'in_doubt');
  await printer.close();
  await counted(1);
  const [doubtful] = await unprinted();
  expect(doubtful).toMatchObject({ label, state: 'in_doubt' });
  await ortiz.ask('answerPrint', { job: doubtful?.job ?? 0, printed: true });
  expect(await ortiz.ask('comparison', { drawer })).toMatchObject({ unprinted: [], demand: 'nothing' });
  await ortiz.tell('closeDrawer', { drawer, ...close });
  expect(lastEntry(station, 'drawer_closed').entry.payload).not.toHaveProperty('unprinted');
});

test('a slip put on the spool this moment is not late yet', async () => {
  await at(await closedPort());
  await ortiz.ask('choosePrinter', { printer: { kind: 'paper' } });
  await take();
  await counted(1);
  expect(await unprinted()).toEqual([]);
});

test('another cashier’s slips are not this drawer’s', async () => {
  const haddad = await station.signedIn('l.haddad');
  const other = (await haddad.tell('openDrawer', { businessDay: '2026-11-23', float: {} })).drawer;
  await at(await closedPort());
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }];
  const tenders = [{ kind: 'cash' as const, cents: cents(100) }];
  const { label } = await haddad.tell('takePayment', { drawer: other, lines, tenders });
  await printState(label, 'failed');
  await counted(0);
  expect(await unprinted()).toEqual([]);
  await ortiz.tell('closeDrawer', { drawer, ...close });
  await ortiz.ask('choosePrinter', { printer: { kind: 'paper' } });
});

const command = () => ({ commandId: crypto.randomUUID() });
