import { sql } from 'drizzle-orm';
import type { LedgerDb } from '#db/ledger/database';
import { migrate } from '#db/ledger/migrate';
import { openServer } from '#db/ledger/openServer';
import { isOutOfReach } from '#db/ledger/sqlState';
import { GENESIS } from '#domain/entry';
import { applyStored } from '#main/ledger/applyStored';
import { receiveRun } from '#main/ledger/receiveRun';
import type { JournalReply } from '#main/sync/wire';
import { lineFor } from '#test/support/journalBuilder';
import {
  contextOf,
  countOf,
  createTestStation,
  FIRST,
  rowsOf,
  SECOND,
  type TestContext,
  type TestStation,
} from '#test/support/ledger';
import { atTheOffice, yesOf } from '#test/support/office';
import { type Cluster, postgresPrograms, startPostgres } from '#test/support/postgres';
import { type PostgresProxy, postgresProxy } from '#test/support/postgresProxy';

/* What a real server does to its services: it stops, has no room, gives up one of two, or breaks off at the worst moment. */

const onServer = postgresPrograms() === null ? describe.skip : describe;

onServer('a server that fails', () => {
  let cluster: Cluster;
  let proxy: PostgresProxy;
  /** Two services in front of one database; the second behind a line that breaks. */
  let first: TestContext;
  let second: TestContext;
  let station: TestStation;
  beforeAll(async () => {
    cluster = await startPostgres();
    proxy = await postgresProxy(cluster.url);
    const db = await openServer(cluster.url, () => {});
    await migrate(db, 0);
    first = contextOf(db);
    second = contextOf(await openServer(proxy.url, () => {}));
  });
  afterAll(async () => {
    await first.db.close();
    await second.db.close();
    await proxy.close();
    cluster.stop();
  });
  beforeEach(async () => {
    station = await createTestStation(first);
    station.journal.openDrawer();
    const owing = [lineFor(await station.account(FIRST), 10), lineFor(await station.account(SECOND), 10)];
    for (let paid = 0; paid < 40; paid++) station.journal.pay([owing[paid % 2] ?? raise()]);
  });

  function raise(): never {
    throw new Error('there are two');
  }

  const asOwner = (statement: string) => first.db.asOwner((tx) => tx.script(statement));
  type Reply = Omit<JournalReply, 'run'>;
  const send = async (through: TestContext, entries = station.journal.entries): Promise<Reply> => {
    const { run: _, ...reply } = await receiveRun(through, station.key, { epoch: 1, entries });
    return reply;
  };
  const head = (sequence = station.journal.entries.length) => ({
    epoch: 1,
    sequence,
    hash: station.journal.entries[sequence - 1]?.hash ?? GENESIS,
  });

  /** As a station does: tries until it is answered. What is no trouble of the database goes through. */
  async function until(ask: () => Promise<Reply>): Promise<Reply> {
    for (let tried = 0; ; tried++) {
      try {
        return await ask();
      } catch (error) {
        if (tried === 200 || !isOutOfReach(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** Every entry once, applied once, in both accounts to the cent, and nothing stray or parked. */
  async function expectAllOnce(): Promise<void> {
    await applyStored(first, station.key);
    const { district } = station;
    const count = (table: string) => countOf(first.db, district, table);
    expect({
      entries: await count('entries'),
      applications: await count('applications'),
      parked: await count('parked'),
      quarantine: await count('quarantine'),
    }).toEqual({ entries: 41, applications: 40, parked: 0, quarantine: 0 });
    const open = await rowsOf<{ cents: number }>(
      first.db,
      district,
      sql`SELECT sum(open_cents)::bigint AS cents FROM charge_standings WHERE district_id = ${district}`,
    );
    expect(open).toEqual([{ cents: 86_40 + 12_10 + 50_00 - 4_00 }]);
    const sides = await rowsOf<{ side: string; cents: number }>(
      first.db,
      district,
      sql`SELECT side, sum(cents)::bigint AS cents FROM postings WHERE district_id = ${district} GROUP BY side`,
    );
    expect(new Set(sides.map(({ cents }) => cents)).size).toBe(1);
  }

  test('eight posts of one run at once, through two services, store it once (F09)', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, place) => send(place % 2 === 0 ? first : second)));
    expect(answers.filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
    expect(answers.filter(({ outcome }) => outcome === 'exists')).toHaveLength(7);
    for (const answer of answers) expect(answer.head).toEqual(head());
    await expectAllOnce();
  });

  test('a station that talks now to one service and now to the other is one conversation', async () => {
    const { entries } = station.journal;
    for (let at = 0, turn = 0; at < entries.length; at += 7, turn++) {
      const through = turn % 2 === 0 ? first : second;
      // Each brings some that the other has stored already.
      const reply = await send(through, entries.slice(Math.max(0, at - 3), at + 7));
      expect(reply).toEqual({ outcome: 'created', head: head(Math.min(at + 7, entries.length)) });
    }
    await expectAllOnce();
  });

  test.each([
    ['40001', 'could not serialize access'],
    ['40P01', 'deadlock detected'],
  ])('what the server gives up with %s is done again, and stands once (F17)', async (state, message) => {
    // Sequences are not rolled back: so it fails so many times, and then no more.
    await asOwner(`
      CREATE SEQUENCE given_up; GRANT USAGE ON SEQUENCE given_up TO counterfoil_service;
      CREATE FUNCTION give_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('given_up') <= 3 THEN RAISE EXCEPTION '${message}' USING ERRCODE = '${state}'; END IF;
        RETURN NULL; END $$;
      CREATE TRIGGER give_up AFTER INSERT ON entries FOR EACH STATEMENT EXECUTE FUNCTION give_up();
      CREATE TRIGGER give_up AFTER INSERT ON applications FOR EACH STATEMENT EXECUTE FUNCTION give_up();`);
    try {
      expect(await send(first)).toEqual({ outcome: 'created', head: head() });
    } finally {
      await asOwner(`DROP FUNCTION give_up CASCADE; DROP SEQUENCE given_up`);
    }
    await expectAllOnce();
  });

  test('of two that wait for one another both end well (F17)', async () => {
    const { district } = station;
    const lock = (account: string) => sql`SELECT FROM accounts
      WHERE district_id = ${district} AND account_number = ${account} FOR UPDATE`;
    let met = 0;
    const both = Promise.withResolvers<void>();
    const inTurn = (db: LedgerDb, accounts: string[]) =>
      db.inDistrict(district, 'write', async (tx) => {
        await tx.rows(lock(accounts[0] ?? ''));
        met += 1;
        if (met === 2) both.resolve();
        await both.promise;
        await tx.rows(lock(accounts[1] ?? ''));
      });
    await Promise.all([inTurn(first.db, [FIRST, SECOND]), inTurn(second.db, [SECOND, FIRST])]);
    // One of them was given up, and came again.
    expect(met).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ['after', 'exists'],
    ['before', 'created'],
  ] as const)('a connection lost just %s COMMIT is answered by looking (F07)', async (when, outcome) => {
    const before = proxy.broken();
    proxy.breakAtCommit(when);
    expect(await send(second)).toEqual({ outcome, head: head() });
    expect(proxy.broken()).toBe(before + 1);
    await expectAllOnce();
  });

  test.each(['after', 'before'] as const)('so is a command of the office, lost just %s COMMIT (F07)', async (when) => {
    const district = station.district;
    await first.db.asOwner((tx) =>
      tx.query(
        `INSERT INTO people (district_id, person, name, role, active, pin_salt, pin_hash, pin_cost, version)
          SELECT district_id, 's.park', 'S. Park', 'supervisor', true, pin_salt, pin_hash, pin_cost, version FROM people
          WHERE district_id = $1 UNION ALL SELECT district_id, 't.okafor', 'T. Okafor', 'finance', true, pin_salt,
          pin_hash, pin_cost, version FROM people WHERE district_id = $1`,
        [district],
      ),
    );
    const told = { pieces: { '2000': 25 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
    const { mark } = await atTheOffice(first, station.key, 's.park').ask('changeFundMark', told);
    const yes = yesOf('t.okafor', mark);
    // The query before it is no command, and commits too.
    proxy.breakAtCommit(when);
    await atTheOffice(second, station.key, 's.park').tell('changeFund', told, yes);
    expect(await countOf(first.db, district, 'office_commands')).toBe(1);
    const rows = await rowsOf(
      first.db,
      district,
      sql`SELECT count(*)::integer AS n FROM entries WHERE district_id = ${district} AND series = 'L'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('with its backends killed in the middle, everything comes through once', async () => {
    const { entries } = station.journal;
    let isOver = false;
    const killing = (async () => {
      while (!isOver) {
        await first.db.asOwner((tx) =>
          tx.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'`),
        );
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    for (let at = 0; at < entries.length; at += 3)
      await until(() => send(at % 2 === 0 ? first : second, entries.slice(at, at + 3)));
    isOver = true;
    await killing;
    await expectAllOnce();
  });

  test('stopped in mid-batch and started again, it has what it confirmed, and takes the rest once', async () => {
    const { entries } = station.journal;
    let confirmed = 0;
    const drained = (async () => {
      for (let at = 0; at < entries.length; at += 2) {
        const { head } = await until(() => send(at % 4 === 0 ? first : second, entries.slice(at, at + 2)));
        confirmed = head.sequence;
      }
    })();
    for (const _ of ['once', 'again', 'and again']) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      const before = confirmed;
      cluster.crash();
      cluster.start();
      const stored = await until(async () => {
        const [row] = await rowsOf<{ last: number }>(
          first.db,
          station.district,
          sql`SELECT coalesce(max(sequence), 0)::integer AS last FROM entries WHERE district_id = ${station.district}`,
        );
        return { outcome: 'exists', head: head(row?.last ?? 0) };
      });
      expect(stored.head.sequence).toBeGreaterThanOrEqual(before);
    }
    await drained;
    await expectAllOnce();
  });

  test('with no room for one more connection it says so, and everything comes through once', async () => {
    await asOwner(`CREATE ROLE narrow LOGIN CONNECTION LIMIT 2 IN ROLE counterfoil_service`);
    const url = new URL(cluster.url);
    url.username = 'narrow';
    const narrow = contextOf(await openServer(url.href, () => {}));
    try {
      const { entries } = station.journal;
      const runs = Array.from({ length: 8 }, () => send(narrow, entries).catch((error: unknown) => error));
      const refused = (await Promise.all(runs)).filter((answer) => answer instanceof Error);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.every(isOutOfReach)).toBe(true);
      expect(await until(() => send(narrow, entries))).toMatchObject({ head: head() });
    } finally {
      await narrow.db.close();
    }
    await expectAllOnce();
  });
});
