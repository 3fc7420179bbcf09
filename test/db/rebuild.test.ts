import { openStation, type StationDb, writing } from '#db/station/open';
import { rebuild } from '#db/station/rebuild/rebuild';
import { BESIDE, MADE_AGAIN, OF_THE_JOURNAL, OF_THE_PROGRAM, WITH_A_STATE } from '#db/station/rebuild/tables';
import { replay } from '#db/station/replay';
import { messages, printJobs } from '#db/station/schema';
import { COMMANDS, HALE, openDrawer, takePayment, tellersOf } from '../support/everyCommand.ts';
import { account, charge } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { everyRow } from '../support/tables.ts';
import { readJournal } from '../support/tampering.ts';
import { countAndClose } from '../support/undoing.ts';

/*
 * A station's database made again from its journal: every row that entries make is the same, and all else is as it was.
 * After every test at a station the same is held of what it left.
 */

test('every table is on one side of the line, and somebody decided which', () => {
  const db = openStation(':memory:');
  const list = db.$client.pragma('table_list') as { schema: string; name: string; type: string }[];
  const names = list
    .filter(({ schema, type, name }) => schema === 'main' && type !== 'shadow' && !name.startsWith('sqlite_'))
    .map(({ name }) => name);
  const sides = [OF_THE_JOURNAL, WITH_A_STATE, MADE_AGAIN, BESIDE, OF_THE_PROGRAM].flatMap((side) => Object.keys(side));
  expect(sides.sort()).toEqual(names.sort());
  for (const table of Object.keys(OF_THE_JOURNAL))
    for (const verb of ['update', 'delete']) {
      const trigger = db.$client.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = ?");
      expect([table, verb, trigger.pluck().get(`${table}_refuse_${verb}`)]).toEqual([table, verb, 1]);
    }
  db.$client.close();
});

describe('a day', () => {
  let station: TestStation;
  let ortiz: Caller;
  let drawer: string;
  let label: string;
  let fresh: StationDb;

  beforeEach(async () => {
    station = await createStation({
      accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
    });
    ortiz = await station.signedIn('m.ortiz');
    drawer = await openDrawer({ station, ortiz });
    label = await takePayment({ station, ortiz }, drawer);
    await station.lastSlip();
    fresh = openStation(':memory:');
  });
  afterEach(async () => {
    fresh.$client.close();
    await station.close();
  });

  const rebuilt = () => rebuild(fresh, station.look, station.look.$client.name);
  /** Changes what nobody may change, in a copy, and tells what the comparison says of it. */
  function bent(sql: string, but: readonly string[]) {
    const file = `${station.folder}/bent.db`;
    station.look.$client.exec(`VACUUM INTO '${file}'`);
    const db = openStation(file);
    for (const trigger of but) db.$client.exec(`DROP TRIGGER ${trigger}`);
    db.$client.pragma('foreign_keys = OFF');
    db.$client.exec(sql);
    const found = rebuild(fresh, db, file);
    db.$client.close();
    return found;
  }

  test('comes out the same, row by row, and every table that is not of the journal as it was', async () => {
    await countAndClose(ortiz, drawer, { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 });
    await station.lastSlip();
    const found = rebuilt();
    expect(found).toMatchObject({ entries: 5, differing: 0, first: [] });
    expect(found.rows).toBeGreaterThan(30);
    expect(everyRow(fresh)).toEqual(everyRow(station.look));
  });

  test('keeps how slips and messages stand; those without a row are in doubt', async () => {
    station.look.update(printJobs).set({ state: 'failed', attempts: 3 }).run();
    expect(rebuilt().differing).toBe(0);
    expect(everyRow(fresh).print_jobs).toEqual(everyRow(station.look).print_jobs);
    expect(fresh.select().from(messages).all()).toEqual([]);
  });

  test('sees a slip that is missing, and puts it back in doubt', () => {
    const found = bent('DELETE FROM print_jobs', []);
    expect(found).toMatchObject({ differing: 1, first: [{ table: 'print_jobs', in: 'journal', row: { label } }] });
    expect(fresh.select().from(printJobs).all()).toMatchObject([{ document: 'receipt', label, state: 'in_doubt' }]);
  });

  test.each<[string, string, string[], object[]]>([
    [
      'a row that was forgotten',
      'DELETE FROM applications',
      ['applications_refuse_delete'],
      [{ table: 'applications', in: 'journal', row: { account_number: HALE, cents: 8_640 } }, { in: 'journal' }],
    ],
    [
      'a row that was changed',
      "UPDATE tenders SET cents = 1 WHERE kind = 'cash'",
      ['tenders_refuse_update'],
      [
        { table: 'tenders', in: 'journal', row: { kind: 'cash', cents: 1_000 } },
        { table: 'tenders', in: 'database', row: { kind: 'cash', cents: 1 } },
      ],
    ],
    [
      'a row that no entry makes',
      "INSERT INTO suspensions VALUES (2, 'W3-H0001', 1, 1)",
      [],
      [{ table: 'suspensions', in: 'database', row: { label: 'W3-H0001' } }],
    ],
    [
      'currency that was never brought',
      "INSERT INTO currency VALUES ('nobody', 1, 2, 500)",
      [],
      [{ table: 'currency', in: 'database', row: { payer: 'nobody', cents: 500 } }],
    ],
    [
      'a name that is no longer found',
      'DELETE FROM receipt_words',
      [],
      Array.from({ length: 7 }, () => ({ table: 'receipt_words', in: 'journal', row: { position: 2 } })),
    ],
  ])('sees %s', (_what, sql, but, first) => {
    const found = bent(sql, but);
    expect(found.first).toMatchObject(first);
    expect(found.differing).toBeGreaterThanOrEqual(first.length);
  });

  test('stops at an entry that is not what was sealed', () => {
    const text = `UPDATE entries SET text = replace(text, '"cents":1000', '"cents":9000') WHERE position = 2`;
    expect(() => bent(text, ['entries_refuse_update'])).toThrow(/hash/);
    expect(everyRow(fresh, ['migrations'])).toEqual(
      Object.fromEntries(Object.keys(everyRow(fresh, ['migrations'])).map((name) => [name, []])),
    );
  });
});

describe('what each command leaves comes out the same', () => {
  test.each(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])('%s', async (name) => {
    const station = await createStation({
      accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
    });
    const ortiz = await station.signedIn('m.ortiz');
    const input = await COMMANDS[name]({ station, ortiz });
    const teller = await station.signedIn(tellersOf(name)[0]);
    await teller.tell(name, input as never);
    await station.lastSlip();
    const fresh = openStation(':memory:');
    expect(rebuild(fresh, station.look, station.look.$client.name)).toMatchObject({ differing: 0 });
    expect(everyRow(fresh)).toEqual(everyRow(station.look));
    fresh.$client.close();
    await station.close();
  });
});

test('a journal from before entries told the yes that they spent and their customers: both are taken over', () => {
  const file = `${process.env.TMPDIR ?? '/tmp'}/counterfoil-untold-${process.pid}.db`;
  const old = openStation(file);
  old.$client.exec(`INSERT INTO station VALUES (1, 'quarry-bay', 'W3', 1, 0, '', '', 1, 0, 0)`);
  writing(old, (tx) => {
    for (const entry of readJournal('test/golden/journal-day-untold.jsonl').lines)
      replay(tx, { entry: entry as never, command: null });
  });
  // As the program of then wrote it beside its entries.
  const { changes } = old.$client
    .prepare(
      `INSERT INTO approval_uses SELECT 'yes ' || position, position FROM entries WHERE text ->> '$.approver' IS NOT NULL`,
    )
    .run();
  old.$client.exec(`DELETE FROM receipt_words WHERE rowid = 2;
    INSERT INTO receipt_words (rowid, words) VALUES (2, 'hale dorothea 40 11872 03 4011872 401187203 quarry')`);
  const fresh = openStation(':memory:');
  expect(rebuild(fresh, old, file)).toMatchObject({ entries: 56, differing: 0 });
  expect(everyRow(fresh).approval_uses).toHaveLength(changes);
  expect(changes).toBeGreaterThan(5);
  for (const db of [fresh, old]) db.$client.close();
});
