import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { NO_DISTRICT } from '#db/ledger/database';
import { sha256Hex } from '#main/chain/sha256';
import { feedPage } from '#main/ledger/feedPage';
import { receiveRun } from '#main/ledger/receiveRun';
import { signInStation } from '#main/ledger/signIn';
import { spokenIn } from '#main/ledger/spoken';
import { NO_TOKEN, signedHeaders, stationName } from '#main/sync/signing';
import { lineFor } from '#test/support/journalBuilder';
import { createTestStation, FIRST, onEachStore, rowsOf, type TestStation } from '#test/support/ledger';

/* Nothing goes across districts: not by a key, a number, a trigger or a look. */

onEachStore('districts', (on) => {
  let ours: TestStation;
  let theirs: TestStation;
  beforeAll(async () => {
    ours = await createTestStation(on.context);
    theirs = await createTestStation(on.context);
    for (const station of [ours, theirs]) {
      station.journal.openDrawer();
      station.journal.pay([lineFor(await station.account(FIRST), 1_00)]);
      await station.send();
      await station.send(station.journal.entries.slice(1).map((entry) => ({ ...entry, hash: '0'.repeat(64) })));
    }
  });

  const asked = <Row>(query: string) => on.db.asOwner((tx) => tx.query<Row>(query));
  const OURS = `FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relname <> 'migrations'`;
  const tables = async () =>
    (await asked<{ name: string }>(`SELECT c.relname AS name ${OURS} AND c.relkind IN ('r', 'p') ORDER BY 1`)).map(
      ({ name }) => name,
    );

  test('every table leads with its district, which row security holds even its owner to', async () => {
    expect((await tables()).length).toBeGreaterThan(30);
    const bare = await asked(`SELECT c.relname ${OURS} AND c.relkind IN ('r', 'p') AND NOT (
      c.relrowsecurity AND c.relforcerowsecurity
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = 1 AND a.attname = 'district_id'
        AND a.attnotnull)
      AND EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname AND p.policyname = 'one_district'
        AND p.permissive = 'PERMISSIVE' AND p.cmd = 'ALL' AND p.roles = '{counterfoil_service}'
        AND p.qual = '(district_id = current_setting(''counterfoil.district''::text, true))' AND p.with_check = p.qual))`);
    expect(bare).toEqual([]);
    // One policy lets more be seen: which districts there are.
    const others = await asked(`SELECT tablename, policyname, cmd FROM pg_policies WHERE policyname <> 'one_district'`);
    expect(others).toEqual([{ tablename: 'districts', policyname: 'which_there_are', cmd: 'SELECT' }]);
  });

  test('every unique key contains the district, and every foreign key leads from a district to the same one', async () => {
    const keys = await asked(`SELECT i.indexrelid::regclass::text AS key FROM pg_index i
      WHERE i.indisunique AND i.indrelid IN (SELECT c.oid ${OURS}) AND NOT EXISTS (SELECT FROM pg_attribute a
        WHERE a.attrelid = i.indrelid AND a.attname = 'district_id' AND a.attnum = ANY (i.indkey::smallint[]))`);
    expect(keys).toEqual([]);
    const foreign = await asked(`SELECT k.conrelid::regclass::text AS from_table, k.conname FROM pg_constraint k
      WHERE k.contype = 'f' AND k.conrelid IN (SELECT c.oid ${OURS}) AND NOT EXISTS (
        SELECT FROM unnest(k.conkey, k.confkey) AS pair (near, far)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.near AND a.attname = 'district_id'
        JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.far AND b.attname = 'district_id')`);
    expect(foreign).toEqual([]);
  });

  test('no number is counted across districts, and what fires sees the district that it fires for', async () => {
    expect(await asked(`SELECT c.relname ${OURS} AND c.relkind = 'S'`)).toEqual([]);
    const elevated = await asked(`SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'public' AND p.prosecdef`);
    expect(elevated).toEqual([]);
    const views = await asked(`SELECT c.relname ${OURS} AND c.relkind IN ('v', 'm')
      AND NOT coalesce(c.reloptions @> '{security_invoker=true}', false)`);
    expect(views).toEqual([]);
    // Two districts that were loaded with the same files have the same numbers.
    const numbers = (station: TestStation) =>
      rowsOf(
        on.db,
        station.district,
        sql`SELECT charge_id FROM charges WHERE district_id = ${station.district}
          UNION ALL SELECT application_id FROM applications WHERE district_id = ${station.district} ORDER BY 1`,
      );
    expect(await numbers(ours)).toEqual(await numbers(theirs));
  });

  test('the script for Citus names every table once, after those that it refers to', async () => {
    const script = readFileSync('db/ledger/citus.sql', 'utf8');
    expect(script).toContain('UNTESTED');
    const named = [
      ...script.matchAll(
        /^SELECT create_distributed_table\('(\w+)', 'district_id'(, colocate_with => 'districts')?\)$/gm,
      ),
    ];
    const order = named.map(([, table]) => table);
    expect([...order].sort()).toEqual(await tables());
    expect(named.map(([, , together]) => together === undefined)).toEqual(order.map((table) => table === 'districts'));
    const referring = await asked<{ near: string; far: string }>(`SELECT conrelid::regclass::text AS near,
      confrelid::regclass::text AS far FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid
      AND conrelid IN (SELECT c.oid ${OURS})`);
    for (const { near, far } of referring) expect(order.indexOf(far)).toBeLessThan(order.indexOf(near));
  });

  test('the service in one district sees and writes no row of another, in any table', async () => {
    const filled: string[] = [];
    for (const table of (await tables()).filter((name) => name !== 'districts')) {
      const [all] = await asked<{ n: number }>(
        `SELECT count(*)::integer AS n FROM ${table} WHERE district_id = '${theirs.district}'`,
      );
      if ((all?.n ?? 0) > 0) filled.push(table);
      const others = sql`SELECT count(*)::integer AS n FROM ${sql.identifier(table)}
        WHERE district_id IS DISTINCT FROM current_setting('counterfoil.district', true)`;
      expect([table, await rowsOf(on.db, ours.district, others)]).toEqual([table, [{ n: 0 }]]);
      const any = sql`SELECT count(*)::integer AS n FROM ${sql.identifier(table)}`;
      expect([table, await rowsOf(on.db, NO_DISTRICT, any)]).toEqual([table, [{ n: 0 }]]);
      // Copied as it is from their district into ours, or by us into theirs: nothing arrives.
      const copied = on.db.inDistrict(ours.district, 'write', (tx) =>
        tx.run(sql`INSERT INTO ${sql.identifier(table)} SELECT * FROM ${sql.identifier(table)}
          WHERE district_id = ${theirs.district}`),
      );
      expect([table, await copied]).toEqual([table, 0]);
    }
    expect(filled).toEqual(expect.arrayContaining(['accounts', 'applications', 'charges', 'entries', 'quarantine']));
  });

  test('a station of one district comes to nothing of another through the service', async () => {
    const told = await feedPage(on.context, ours.key, '');
    expect(JSON.stringify(told)).not.toContain(theirs.district);
    // What it signs in their name is nobody's.
    const spoken = { method: 'GET', path: '/v1/feed', digest: sha256Hex(''), counter: 1, token: NO_TOKEN };
    const headers = signedHeaders(ours.seed, { ...spoken, station: stationName(theirs.key) });
    const forged = signInStation(on.context, spokenIn({ method: 'GET', url: '/v1/feed', headers }));
    await expect(forged).rejects.toMatchObject({ code: 'station_signature_wrong' });
    // Their entries under its own name are strays in its own district, and change nothing in theirs.
    const before = await theirs.account(FIRST);
    const reply = await receiveRun(on.context, ours.key, { epoch: 1, entries: theirs.journal.entries });
    expect(reply.outcome).toBe('conflict');
    expect(await theirs.account(FIRST)).toEqual(before);
  });
});
