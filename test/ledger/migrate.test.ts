import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { NO_DISTRICT } from '#db/ledger/database';
import { migrate } from '#db/ledger/migrate';
import type { Migration } from '#db/ledger/migration';
import { LEDGER_MIGRATIONS } from '#db/ledger/migrations';
import { batches } from '#db/ledger/migrations/0012-batches';
import { oneDrawerForOnePerson } from '#db/ledger/migrations/0023-one-drawer-for-one-person';
import { countsComeDown } from '#db/ledger/migrations/0024-counts-come-down';
import { postingsOfDays } from '#db/ledger/migrations/0025-postings-of-days';
import { openServer } from '#db/ledger/openServer';
import { feedPage } from '#main/ledger/feedPage';
import { sampleDistrict } from '#main/sample/district';
import { lineFor } from '#test/support/journalBuilder';
import {
  accountRow,
  accountsCsv,
  chargesCsv,
  contextOf,
  countOf,
  createTestStation,
  districtFile,
  FIRST,
  loadText,
  newDistrictMark,
  openTestDatabase,
  STORES,
  type TestDatabase,
} from '#test/support/ledger';
import { atTheOffice } from '#test/support/office';
import { TEST_DATABASE_URL } from '#test/support/serverDatabase';

const first: Migration = { number: 1, name: '0001-one', reason: 'a', sql: 'CREATE TABLE one (a int);' };
const second: Migration = { number: 2, name: '0002-two', reason: 'b', sql: 'CREATE TABLE two (a int);' };

describe.each(STORES)('migrations on %s', (store) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(store, false);
  });
  afterAll(() => database.drop());
  // An empty schema is as good as an empty database, and sooner there.
  afterEach(() =>
    database.db.asOwner((tx) =>
      tx.script('DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC;'),
    ),
  );

  const tables = () =>
    database.db.asOwner((tx) =>
      tx.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`),
    );

  test('are applied in order, once, each with its checksum', async () => {
    await migrate(database.db, 7, [first]);
    await migrate(database.db, 8, [first, second]);
    await migrate(database.db, 9, [first, second]);
    const rows = await database.db.asOwner((tx) => tx.query('SELECT * FROM migrations ORDER BY number'));
    expect(rows).toEqual([
      { number: 1, name: '0001-one', checksum: expect.stringMatching(/^[0-9a-f]{64}$/), applied_at: 7 },
      { number: 2, name: '0002-two', checksum: expect.stringMatching(/^[0-9a-f]{64}$/), applied_at: 8 },
    ]);
  });

  test('one that was changed after it was applied stops the start', async () => {
    await migrate(database.db, 0, [first]);
    const changed = { ...first, sql: 'CREATE TABLE one (a bigint);' };
    await expect(migrate(database.db, 0, [changed, second])).rejects.toThrow(
      '0001-one was changed after it was applied',
    );
    expect(await tables()).toEqual([{ name: 'migrations' }, { name: 'one' }]);
  });

  test('one that is merged late is refused, never skipped', async () => {
    await migrate(database.db, 0, [first, second]);
    const late = { number: 2, name: '0002-late', reason: 'c', sql: 'CREATE TABLE late (a int);' };
    const after = { ...second, number: 3, name: '0003-two' };
    await expect(migrate(database.db, 0, [first, late, after])).rejects.toThrow(
      'applied where this program has 0002-late',
    );
    await expect(migrate(database.db, 0, [first, late, { ...second, number: 3 }])).rejects.toThrow('is misnamed');
    await expect(migrate(database.db, 0, [first, after])).rejects.toThrow('out of order');
    expect(await tables()).toEqual([{ name: 'migrations' }, { name: 'one' }, { name: 'two' }]);
  });

  test('a database that is newer than the program is left alone', async () => {
    await migrate(database.db, 0, [first, second]);
    await expect(migrate(database.db, 0, [first])).rejects.toThrow('written by a newer version (0002-two)');
  });

  test('one that fails leaves nothing behind, not even those before it', async () => {
    const broken = { ...second, sql: 'CREATE TABLE two (a int); SELECT nonsense;' };
    await expect(migrate(database.db, 0, [first, broken])).rejects.toThrow('nonsense');
    expect(await tables()).toEqual([]);
  });

  test('drawers and their handoffs from before batches were kept have theirs', async () => {
    await migrate(database.db, 0);
    const station = await createTestStation(contextOf(database.db));
    const account = await station.account(FIRST);
    station.journal.openDrawer();
    station.journal.pay([lineFor(account, 5_000)]);
    station.journal.closeDrawer();
    station.journal.openDrawer({});
    await station.send();
    const kept = async () => {
      const rows = async (table: string, order: string) =>
        database.db.asOwner((tx) => tx.query(`SELECT * FROM ${table} ORDER BY ${order}`));
      return [
        await rows('batches', 'sequence'),
        await rows('batch_steps', 'sequence'),
        await rows('handoff_steps', 'handoff'),
      ];
    };
    const before = await kept();
    expect(before.map((rows) => rows.length)).toEqual([2, 2, 3]);
    await database.db.asOwner((tx) =>
      tx.script(`DROP TABLE drawers_told, deposit_steps, deposit_parts, deposits, batch_steps, batches;
        DROP INDEX handoff_steps_by_batch, entries_that_undo, postings_undeposited;
        ALTER TABLE handoff_steps DISABLE TRIGGER USER; DELETE FROM handoff_steps;`),
    );
    await database.db.asOwner((tx) => tx.script(batches.sql));
    expect(await kept()).toEqual(before);
  });

  test('drawers that were open before other stations were told of them are told now', async () => {
    await migrate(database.db, 0);
    const station = await createTestStation(contextOf(database.db));
    station.journal.openDrawer();
    station.journal.closeDrawer();
    station.journal.openDrawer({});
    await station.send();
    const told = () =>
      database.db.asOwner((tx) =>
        tx.query(`SELECT t.batch, t.step, t.series, t.version = d.version AS newest
          FROM drawers_told t JOIN districts d USING (district_id) WHERE t.district_id = '${station.district}'`),
      );
    const before = await told();
    await database.db.asOwner((tx) => tx.script('DROP TABLE drawers_told; DROP INDEX batches_by_cashier;'));
    await database.db.asOwner((tx) => tx.script(oneDrawerForOnePerson.sql));
    expect(before).toEqual([{ batch: 'W3-B0002', step: 'opened', series: 'W3', newest: true }]);
    expect(await told()).toEqual(before);
  });

  test('what was counted before stations were told of it comes down to each, once', async () => {
    await migrate(database.db, 0);
    const context = contextOf(database.db);
    const district = newDistrictMark();
    const [stranger] = sampleDistrict('2026-11-23', 'key', Buffer.alloc(32, 7).toString('base64')).people.filter(
      ({ role }) => role === 'supervisor',
    );
    const people = [...districtFile(district).people, ...(stranger ? [stranger] : [])];
    const file = JSON.stringify(districtFile(district, { people }));
    await loadText(context, { district: file, accounts: accountsCsv(accountRow(FIRST)), charges: chargesCsv() });
    const station = await createTestStation(context, { district });
    station.journal.openDrawer({ 2000: 10 });
    station.journal.closeDrawer();
    await station.send();
    const { cursor } = await feedPage(context, station.key, '');
    await atTheOffice(context, station.key, stranger?.person ?? '').tell('countHandoffs', {
      parts: [{ handoff: 'W3-D0001-float-return', pieces: { 2000: 10 } }],
    });
    const told = async (after: string) => (await feedPage(context, station.key, after)).rows;
    const [counted] = await told(cursor);
    await database.db.asOwner((tx) => tx.script('DROP TABLE handoffs_counted;'));
    await database.db.asOwner((tx) => tx.script(countsComeDown.sql));
    expect(await told(cursor)).toEqual([{ ...counted, version: (counted?.version ?? 0) + 1 }]);
  });

  test('postings from before their days were kept have them, and nobody may change them', async () => {
    await migrate(database.db, 0);
    const station = await createTestStation(contextOf(database.db));
    station.journal.openDrawer();
    station.journal.pay([lineFor(await station.account(FIRST), 5_000)]);
    station.journal.closeDrawer();
    await station.send();
    const kept = () => database.db.asOwner((tx) => tx.query('SELECT * FROM postings ORDER BY sequence, place'));
    const before = await kept();
    expect(before).toContainEqual(expect.objectContaining({ kind: 'receipt_issued', account: 'gl:401:1220000' }));
    await database.db.asOwner((tx) => tx.script('ALTER TABLE postings DROP COLUMN business_day, DROP COLUMN kind'));
    await database.db.asOwner((tx) => tx.script(postingsOfDays.sql));
    expect(await kept()).toEqual(before);
    const change = database.db.asOwner((tx) => tx.script('UPDATE postings SET cents = 1'));
    await expect(change).rejects.toThrow('only ever added to');
  });

  test('the service may neither change nor erase what is money', async () => {
    await migrate(database.db, 0);
    const allowed = await database.db.asOwner((tx) =>
      tx.query(`SELECT table_name, privilege_type FROM information_schema.role_table_grants
        WHERE grantee = 'counterfoil_service' AND privilege_type NOT IN ('SELECT', 'INSERT')`),
    );
    expect(allowed).toEqual([]);
    await expect(
      database.db.inDistrict(NO_DISTRICT, 'write', (tx) => tx.run(sql`DELETE FROM entries`)),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

if (TEST_DATABASE_URL !== '') {
  test('on a real server the owner need not be its superuser', async () => {
    const database = await openTestDatabase('PostgreSQL', false);
    const owner = `owner_${randomBytes(4).toString('hex')}`;
    const url = new URL(database.url ?? '');
    await database.db.asOwner((tx) =>
      tx.script(`CREATE ROLE ${owner} LOGIN CREATEROLE;
        ALTER DATABASE ${url.pathname.slice(1)} OWNER TO ${owner};`),
    );
    url.username = owner;
    const db = await openServer(url.href, () => {});
    await migrate(db, 0);
    const station = await createTestStation(contextOf(db));
    station.journal.openDrawer();
    expect((await station.send()).outcome).toBe('created');
    expect(await countOf(db, station.district, 'postings')).toBe(2);
    await db.close();
    await database.drop();
  });
}

test('the steps that are released are named, reasoned and numbered', () => {
  expect(LEDGER_MIGRATIONS.map((migration) => migration.number)).toEqual(
    LEDGER_MIGRATIONS.map((_, place) => place + 1),
  );
  for (const migration of LEDGER_MIGRATIONS) expect(migration.reason).toMatch(/\.$/);
});
