import { migrate } from '#db/ledger/migrate';
import { openServer } from '#db/ledger/openServer';
import { assertServiceRole } from '#db/ledger/serviceRole';
import { openStore } from '#main/ledger/openStore';
import { troubleInWords } from '#main/trouble';
import { contextOf, countOf, createTestStation } from '#test/support/ledger';
import { type Cluster, postgresPrograms, startPostgres } from '#test/support/postgres';

/* Who may do what on a real server of its own: roles belong to the whole server, and so do its settings. */

const onServer = postgresPrograms() === null ? describe.skip : describe;

onServer('the roles of a server', () => {
  let cluster: Cluster;
  let made = 0;
  const lost = () => {};
  beforeAll(async () => {
    cluster = await startPostgres();
    await asAdmin(`CREATE ROLE counterfoil_owner LOGIN CREATEROLE`);
    await asAdmin(`CREATE ROLE counterfoil_service NOLOGIN`);
    await asAdmin(`CREATE ROLE counterfoil_web LOGIN IN ROLE counterfoil_service`);
  });
  afterAll(() => cluster.stop());

  /** An address of a database by its user. */
  function at(user: string, database = 'postgres'): string {
    const url = new URL(cluster.url);
    url.username = user;
    url.pathname = `/${database}`;
    return url.href;
  }

  async function asAdmin(statement: string, database = 'postgres'): Promise<void> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: at('postgres', database) });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }

  async function newDatabase(): Promise<string> {
    made += 1;
    await asAdmin(`CREATE DATABASE made_${made} OWNER counterfoil_owner`);
    return `made_${made}`;
  }

  const startedWith = (user: string, database: string, owner: string | null = null) =>
    openStore(
      { kind: 'server', url: at(user, database), ownerUrl: owner === null ? null : at(owner, database) },
      0,
      lost,
    );

  const wordsOf = (work: Promise<unknown>) =>
    work.then(
      () => 'nothing was wrong',
      (error: unknown) => troubleInWords(error),
    );

  test('with two addresses the owner migrates and the service works with the least', async () => {
    const database = await newDatabase();
    const db = await startedWith('counterfoil_web', database, 'counterfoil_owner');
    await assertServiceRole(db, true);
    const station = await createTestStation(contextOf(db));
    station.journal.openDrawer();
    expect(await station.send()).toMatchObject({ outcome: 'created' });
    expect(await countOf(db, station.district, 'entries')).toBe(1);
    // Not even without stepping down, and by no detour.
    const bare = (statement: string) => db.asOwner((tx) => tx.query(statement));
    for (const statement of [
      `UPDATE entries SET text = text`,
      `DELETE FROM entries`,
      `TRUNCATE entries`,
      `ALTER TABLE entries DISABLE TRIGGER ALL`,
      `ALTER TABLE entries DISABLE ROW LEVEL SECURITY`,
      `SET ROLE counterfoil_owner`,
      `SET session_replication_role = replica`,
    ])
      await expect(bare(statement)).rejects.toMatchObject({ code: '42501' });
    expect(await bare('SELECT count(*)::integer AS n FROM entries')).toEqual([{ n: 0 }]);
    await db.close();
  });

  test('with one address, that of the owner, it starts as it always did', async () => {
    const database = await newDatabase();
    const db = await startedWith('counterfoil_owner', database);
    await assertServiceRole(db, false);
    await createTestStation(contextOf(db));
    // The owner, too, sees no district without being in one; and migrating again is no trouble to it.
    expect(await db.asOwner((tx) => tx.query('SELECT count(*)::integer AS n FROM accounts'))).toEqual([{ n: 0 }]);
    await migrate(db, 0);
    await db.close();
    const again = await startedWith('counterfoil_web', database);
    await assertServiceRole(again, true);
    await again.close();
  });

  test('the service’s address alone says in one sentence what a database lacks', async () => {
    const database = await newDatabase();
    expect(await wordsOf(startedWith('counterfoil_web', database))).toBe(
      'The database lacks 0001-districts-and-people and the user of DATABASE_URL may not add it: start once with DATABASE_OWNER_URL, the address of its owner.',
    );
    await (await startedWith('counterfoil_web', database, 'counterfoil_owner')).close();
    await asAdmin(`DELETE FROM migrations WHERE number = (SELECT max(number) FROM migrations)`, database);
    expect(await wordsOf(startedWith('counterfoil_web', database))).toMatch(/^The database lacks 00\d\d-/);
    await asAdmin(`INSERT INTO migrations VALUES (9999, '9999-of-tomorrow', repeat('0', 64), 0)`, database);
    expect(await wordsOf(startedWith('counterfoil_web', database))).toContain('is applied where this program has');
  });

  describe('at start the service refuses', () => {
    let database: string;
    beforeAll(async () => {
      database = await newDatabase();
      await (await startedWith('counterfoil_web', database, 'counterfoil_owner')).close();
    });

    const asserted = async (user: string, isApart: boolean) => {
      const db = await openServer(at(user, database), lost);
      try {
        return await wordsOf(assertServiceRole(db, isApart));
      } finally {
        await db.close();
      }
    };

    test.each([
      ['GRANT DELETE ON entries', 'REVOKE DELETE ON entries', 'may change or erase entries'],
      ['GRANT TRUNCATE ON postings', 'REVOKE TRUNCATE ON postings', 'may change or erase postings'],
      ['GRANT UPDATE (text) ON entries', 'REVOKE UPDATE (text) ON entries', 'may change or erase entries'],
      ['GRANT UPDATE ON quarantine', 'REVOKE UPDATE ON quarantine', 'may change or erase quarantine'],
    ])('a role that was given more: %s', async (grant, revoke, says) => {
      await asAdmin(`${grant} TO counterfoil_service`, database);
      expect(await asserted('counterfoil_web', true)).toContain(says);
      await asAdmin(`${revoke} FROM counterfoil_service`, database);
      expect(await asserted('counterfoil_web', true)).toBe('nothing was wrong');
    });

    test.each([
      ['BYPASSRLS', 'bypasses row security'],
      ['SUPERUSER', 'is a superuser'],
    ])('a role that is %s', async (what, says) => {
      await asAdmin(`ALTER ROLE counterfoil_service ${what}`);
      const said = await asserted('counterfoil_web', true);
      await asAdmin(`ALTER ROLE counterfoil_service NO${what}`);
      expect(said).toContain(says);
    });

    test('a role that owns a table, or can become who does', async () => {
      await asAdmin('ALTER TABLE parked OWNER TO counterfoil_service', database);
      expect(await asserted('counterfoil_web', true)).toContain('owns ');
      await asAdmin('ALTER TABLE parked OWNER TO counterfoil_owner', database);
      await asAdmin('REVOKE counterfoil_service FROM counterfoil_owner');
      await asAdmin('GRANT counterfoil_owner TO counterfoil_service');
      expect(await asserted('counterfoil_web', true)).toContain('can become the owner');
      await asAdmin('REVOKE counterfoil_owner FROM counterfoil_service');
      await asAdmin('GRANT counterfoil_service TO counterfoil_owner');
    });

    test('a trigger that is switched off', async () => {
      await asAdmin('ALTER TABLE entries DISABLE TRIGGER entries_chain', database);
      expect(await asserted('counterfoil_web', true)).toContain('The trigger entries_chain is switched off');
      await asAdmin('ALTER TABLE entries ENABLE TRIGGER entries_chain', database);
    });

    test('the owner or a superuser in place of the service, where the two are to be apart', async () => {
      for (const user of ['counterfoil_owner', 'postgres']) {
        expect(await asserted(user, true)).toContain(`The user ${user} of DATABASE_URL is as good as the owner`);
        expect(await asserted(user, false)).toBe('nothing was wrong');
      }
    });

    test.each([
      ['fsync', 'ALTER SYSTEM SET fsync = off', 'ALTER SYSTEM RESET fsync'],
      ['full_page_writes', 'ALTER SYSTEM SET full_page_writes = off', 'ALTER SYSTEM RESET full_page_writes'],
      ['synchronous_commit', 'ALTER SYSTEM SET synchronous_commit = off', 'ALTER SYSTEM RESET synchronous_commit'],
    ])('a server that runs with %s off, also while it runs', async (setting, off, on) => {
      const running = await openServer(at('counterfoil_web', database), lost);
      await assertServiceRole(running, true);
      await asAdmin(off);
      await asAdmin('SELECT pg_reload_conf()');
      await whenSetTo(setting, 'off');
      const words = `The database server runs with ${setting} off and can lose what it has confirmed. Switch it on.`;
      expect(await asserted('counterfoil_web', true)).toBe(words);
      expect(await wordsOf(assertServiceRole(running, true))).toBe(words);
      await asAdmin(on);
      await asAdmin('SELECT pg_reload_conf()');
      await whenSetTo(setting, 'on');
      await running.close();
    });

    test('a user whose own setting is not to wait for the disk', async () => {
      await asAdmin('ALTER ROLE counterfoil_web SET synchronous_commit = off');
      expect(await asserted('counterfoil_web', true)).toContain('synchronous_commit off');
      await asAdmin('ALTER ROLE counterfoil_web SET synchronous_commit = local');
      expect(await asserted('counterfoil_web', true)).toBe('nothing was wrong');
      await asAdmin('ALTER ROLE counterfoil_web RESET synchronous_commit');
    });
  });

  /** The server reads its settings a moment after it was told to. */
  async function whenSetTo(setting: string, value: string): Promise<void> {
    const { default: pg } = await import('pg');
    for (let tried = 0; tried < 100; tried++) {
      const client = new pg.Client({ connectionString: at('postgres') });
      await client.connect();
      const { rows } = await client.query(`SELECT current_setting('${setting}') AS is`);
      await client.end();
      if (rows[0]?.is === value) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${setting} did not become ${value}`);
  }
});
