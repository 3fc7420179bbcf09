import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import type { StationCommand } from '#contract/contract';
import { COMMANDS, HALE, openDrawer, takePayment, tellersOf } from '../support/everyCommand.ts';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { everyRow } from '../support/tables.ts';

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

/** The tables that each command writes to, in order. */
const TABLES: Record<StationCommand, readonly string[]> = {
  openDrawer: ['entries', 'postings', 'drawers', 'approval_uses', 'commands'],
  takePayment: [
    'entries',
    'postings',
    'receipts',
    'tenders',
    'applications',
    'currency',
    'print_jobs',
    'messages',
    'suspension_steps',
    'commands',
  ],
  voidReceipt: [
    'entries',
    'postings',
    'voids',
    'applications',
    'currency',
    'approval_uses',
    'print_jobs',
    'messages',
    'commands',
  ],
  reprintReceipt: ['entries', 'approval_uses', 'print_jobs', 'commands'],
  startCount: ['entries', 'drawer_steps', 'commands'],
  leaveCount: ['entries', 'drawer_steps', 'commands'],
  submitCount: ['entries', 'drawer_steps', 'commands'],
  closeDrawer: ['entries', 'postings', 'drawer_steps', 'approval_uses', 'print_jobs', 'commands'],
  parkDrawer: ['entries', 'drawer_steps', 'commands'],
  unparkDrawer: ['entries', 'drawer_steps', 'commands'],
  dropCash: ['entries', 'postings', 'custody', 'print_jobs', 'commands'],
  openTray: ['entries', 'custody', 'approval_uses', 'print_jobs', 'commands'],
  payIn: ['entries', 'postings', 'custody', 'approval_uses', 'print_jobs', 'commands'],
  payOut: ['entries', 'postings', 'custody', 'approval_uses', 'print_jobs', 'attachment_uses', 'commands'],
  swapChange: ['entries', 'custody', 'approval_uses', 'print_jobs', 'commands'],
  checkDrawer: ['entries', 'custody', 'commands'],
  readTotals: ['entries', 'custody', 'print_jobs', 'commands'],
  suspendPayment: ['entries', 'suspensions', 'commands'],
  resumePayment: ['entries', 'suspension_steps', 'commands'],
  dropSuspension: ['entries', 'suspension_steps', 'commands'],
  leaveForm: ['entries', 'commands'],
  refuseTender: ['entries', 'commands'],
  correctReceipt: [
    'entries',
    'postings',
    'undos',
    'corrected_tenders',
    'approval_uses',
    'print_jobs',
    'messages',
    'commands',
  ],
  refundReceipt: [
    'entries',
    'postings',
    'undos',
    'applications',
    'approval_uses',
    'print_jobs',
    'messages',
    'commands',
  ],
  reverseReceipt: [
    'entries',
    'postings',
    'undos',
    'applications',
    'currency',
    'approval_uses',
    'print_jobs',
    'messages',
    'commands',
  ],
};

test.each(Object.keys(COMMANDS) as StationCommand[])(
  '%s that breaks at any of its writes leaves no row in any table (F48, F58)',
  async (name) => {
    const tables = TABLES[name];
    const input = { commandId: randomUUID(), ...(await COMMANDS[name]({ station, ortiz })) };
    const { door } = await station.signedIn(tellersOf(name)[0]);
    const before = await quiet();
    for (const table of tables) {
      station.look.$client.exec(
        `CREATE TRIGGER planted BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'planted'); END`,
      );
      const answer = await door.call(name, input);
      station.look.$client.exec('DROP TRIGGER planted');
      expect([table, answer]).toEqual([table, { ok: false, failure: expect.stringContaining('Nothing was recorded') }]);
      expect(everyRow(station.look, ['sync'])).toEqual(before);
      expect(station.faults.splice(0)).toEqual([expect.stringMatching(/a call failed.*planted/)]);
    }
    // The same command, told again, is the first: nothing of it had been kept.
    expect(await door.call(name, input)).toMatchObject({ ok: true });
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
    const drawer = await openDrawer({ station, ortiz });
    const taken = [await takePayment({ station, ortiz }, drawer)];
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
  const drawer = await openDrawer({ station, ortiz });
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
