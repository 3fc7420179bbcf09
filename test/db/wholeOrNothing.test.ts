import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import type { CommandName } from '#contract/contract';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { everyRow } from '../support/tables.ts';

const HALE = '40-11872-03';
const FLOAT = { 2000: 5 };
const CHECK = { kind: 'check' as const, checkNumber: '1187', routing: '021000021', bankAccount: '4000123412' };

let station: TestStation;
let ortiz: Caller;
/** Every connection that was opened, the station's own first: to fill the disk under it. */
let connections: Database.Database[];

beforeEach(async () => {
  connections = [];
  const { pragma } = Database.prototype;
  jest.spyOn(Database.prototype, 'pragma').mockImplementation(function (
    this: Database.Database,
    ...said: Parameters<typeof pragma>
  ) {
    if (!connections.includes(this)) connections.push(this);
    return pragma.apply(this, said);
  });
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
  });
  ortiz = await station.signedIn('m.ortiz');
});
afterEach(async () => {
  await station.close();
  jest.restoreAllMocks();
});

/** Waits until paper and network have nothing to do any more, so that nothing but the call changes a table. */
async function quiet(): Promise<Record<string, unknown[]>> {
  await station.lastSlip();
  await station.settled();
  // When the ledger last answered is the talk's own note and no money.
  return everyRow(station.look, ['sync']);
}

async function openDrawer(): Promise<string> {
  return (await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT })).drawer;
}

async function takePayment(drawer: string): Promise<string> {
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 10_000 }];
  return (
    await ortiz.tell('takePayment', {
      drawer,
      lines,
      tenders: [
        { ...CHECK, cents: 9_000 },
        { kind: 'cash', cents: 2_000 },
      ],
    })
  ).label;
}

async function approval(mark: string): Promise<string> {
  return (await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' })).approval;
}

/** Each command as it is about to be told, and the tables it writes to, in order. */
const COMMANDS: [CommandName, readonly string[], () => Promise<object>][] = [
  [
    'openDrawer',
    ['entries', 'postings', 'drawers', 'approval_uses', 'commands'],
    async () => {
      const input = { businessDay: '2026-11-22', float: FLOAT };
      return { ...input, approval: await approval((await ortiz.ask('openingMark', input)).mark) };
    },
  ],
  [
    'takePayment',
    ['entries', 'postings', 'receipts', 'tenders', 'applications', 'print_jobs', 'commands'],
    async () => ({
      drawer: await openDrawer(),
      lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 10_000 }],
      tenders: [
        { ...CHECK, cents: 9_000 },
        { kind: 'cash', cents: 2_000 },
      ],
    }),
  ],
  [
    'voidReceipt',
    ['entries', 'postings', 'voids', 'applications', 'approval_uses', 'print_jobs', 'messages', 'commands'],
    async () => {
      const label = await takePayment(await openDrawer());
      const { mark } = await ortiz.ask('voidProposal', { label, reason: 'wrong_amount' });
      return { label, reason: 'wrong_amount', approval: await approval(mark) };
    },
  ],
  [
    'reprintReceipt',
    ['entries', 'print_jobs', 'commands'],
    async () => ({ label: await takePayment(await openDrawer()) }),
  ],
  ['startCount', ['entries', 'drawer_steps', 'commands'], async () => ({ drawer: await openDrawer() })],
  ['leaveCount', ['entries', 'drawer_steps', 'commands'], async () => ({ drawer: await counting() })],
  [
    'submitCount',
    ['entries', 'drawer_steps', 'commands'],
    async () => ({ drawer: await counting(), count: { cash: FLOAT, checks: [], moneyOrders: [], cardTotalCents: 0 } }),
  ],
  [
    'closeDrawer',
    ['entries', 'postings', 'drawer_steps', 'approval_uses', 'print_jobs', 'commands'],
    async () => {
      const drawer = await counting();
      await ortiz.tell('submitCount', { drawer, count: { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 } });
      const reason = 'The tray was empty';
      const { mark, countNumber } = await ortiz.ask('comparison', { drawer, reason });
      return { drawer, countNumber, reason, approval: await approval(mark) };
    },
  ],
];

async function counting(): Promise<string> {
  const drawer = await openDrawer();
  await ortiz.tell('startCount', { drawer });
  return drawer;
}

test.each(COMMANDS)(
  '%s that breaks at any of its writes leaves no row in any table (F48, F58)',
  async (name, tables, prepare) => {
    const input = { commandId: randomUUID(), ...(await prepare()) };
    const before = await quiet();
    for (const table of tables) {
      station.look.$client.exec(
        `CREATE TRIGGER planted BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'planted'); END`,
      );
      const answer = await ortiz.door.call(name, input);
      station.look.$client.exec('DROP TRIGGER planted');
      expect([table, answer]).toEqual([table, { ok: false, failure: expect.stringContaining('Nothing was recorded') }]);
      expect(everyRow(station.look, ['sync'])).toEqual(before);
      expect(station.faults.splice(0)).toEqual([expect.stringMatching(/a call failed.*planted/)]);
    }
    // The same command, told again, is the first: nothing of it had been kept.
    expect(await ortiz.door.call(name, input)).toMatchObject({ ok: true });
    const changed = Object.entries(everyRow(station.look, ['sync'])).filter(
      ([table, rows]) => rows.length > (before[table]?.length ?? 0),
    );
    expect(changed.map(([table]) => table).sort()).toEqual([...tables].sort());
  },
);

describe('a disk that is full (F03)', () => {
  /** Fills the disk under the station: its database may not grow by a single page. */
  function fill(): void {
    const [own] = connections;
    own?.pragma(`max_page_count = ${own.pragma('page_count', { simple: true })}`);
  }
  const free = () => connections[0]?.pragma('max_page_count = 1000000');

  test('refuses new receipts in one sentence, keeps the old, and goes on when there is space again', async () => {
    const drawer = await openDrawer();
    const taken = [await takePayment(drawer)];
    await quiet();
    fill();
    const pay = () =>
      ortiz.door.call('takePayment', {
        commandId: randomUUID(),
        drawer,
        lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }],
        tenders: [{ kind: 'cash', cents: 100 }],
      });
    let answer = await pay();
    while (answer.ok) {
      taken.unshift((answer.value as { label: string }).label);
      expect(taken.length).toBeLessThan(1_000);
      answer = await pay();
    }
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'cannot_write' } });
    const before = everyRow(station.look, ['sync', 'print_jobs']);
    expect(await pay()).toMatchObject({ ok: false, refusal: { code: 'cannot_write' } });
    expect(everyRow(station.look, ['sync', 'print_jobs'])).toEqual(before);
    expect((await ortiz.ask('receipts', {})).receipts.map((row) => row.label)).toEqual(taken.slice(0, 200));
    free();
    expect(await pay()).toMatchObject({ ok: true });
    expect(station.look.$client.pragma('integrity_check', { simple: true })).toBe('ok');
    await station.settled();
    expect(station.ledger.entries).toHaveLength(station.look.$client.prepare('SELECT * FROM entries').all().length);
  });

  test('refuses whatever else must be written down too, and does not stop the program', async () => {
    await quiet();
    fill();
    for (let tries = 0; tries < 1_000; tries++) {
      const answer = await station.caller().door.call('signIn', { person: 'm.ortiz', pin: PINS.get('m.ortiz') });
      if (answer.ok) continue;
      expect(answer).toMatchObject({ refusal: { code: 'cannot_write' } });
      expect((await station.caller().ask('station', {})).state).toBe('ready');
      free();
      expect(await station.signedIn('m.ortiz')).toBeDefined();
      return;
    }
    throw new Error('the disk was never full');
  });
});

test('a database that another program holds is told as one, and not as a fault of ours (F73)', async () => {
  const drawer = await openDrawer();
  await quiet();
  connections[0]?.pragma('busy_timeout = 0');
  station.look.$client.exec('BEGIN IMMEDIATE');
  const pay = {
    commandId: randomUUID(),
    drawer,
    lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }],
    tenders: [{ kind: 'cash' as const, cents: 100 }],
  };
  expect(await ortiz.refused('takePayment', pay)).toBe('cannot_write');
  station.look.$client.exec('COMMIT');
  expect(await ortiz.ask('takePayment', pay)).toMatchObject({ label: 'W3-000001' });
});
