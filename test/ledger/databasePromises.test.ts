import { type SQL, sql } from 'drizzle-orm';
import { GENESIS } from '#domain/entry';
import { lineFor } from '#test/support/journalBuilder';
import {
  accountRow,
  accountsCsv,
  chargesCsv,
  countOf,
  createTestStation,
  districtFile,
  FIRST,
  loadText,
  onEachStore,
  rowsOf,
  SECOND,
  type TestStation,
} from '#test/support/ledger';

/* What the database itself holds, whatever the program does. */

onEachStore('the database', (on) => {
  let station: TestStation;
  beforeAll(async () => {
    station = await createTestStation(on.context);
    station.journal.openDrawer();
    station.journal.pay([lineFor(await station.account(FIRST), 86_40)]);
    await station.send();
    // One that moves no money yet.
    await attempt(sql`INSERT INTO entries (district_id, series, epoch, sequence, kind, business_day, text, previous_hash,
        hash, received_at)
      SELECT ${station.district}::text, 'W3', 1, 3, 'cash_dropped', '2026-01-05', '{}', hash, repeat('a', 64), 0
      FROM entries WHERE district_id = ${station.district} AND sequence = 2`);
  });

  const attempt = (statement: SQL, district = station.district) =>
    on.db.inDistrict(district, 'write', (tx) => tx.run(statement));
  const asOwner = (statement: string) => on.db.asOwner((tx) => tx.script(statement));
  const posting = (
    sequence: number,
    place: number,
    side: string,
    cents: number,
    { day = '2026-01-05', kind = 'cash_dropped' } = {},
  ) =>
    sql`(${station.district}, 'W3', 1, ${sequence}::bigint, ${place}::integer, 'over-short', ${side}, ${cents}::bigint,
      ${day}::date, ${kind})`;

  test.each([
    'entries',
    'postings',
    'applications',
    'loads',
    'policies',
    'parked',
    'quarantine',
    'strays_dismissed',
    'parked_explained',
    'account_changes',
    'attachments',
  ])('not even the owner changes, erases or empties %s', async (table) => {
    const column = table === 'loads' || table === 'policies' ? 'version' : 'district_id';
    await expect(asOwner(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow('only ever added to');
    await expect(asOwner(`DELETE FROM ${table}`)).rejects.toThrow('only ever added to');
    await expect(asOwner(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('only ever added to');
  });

  test.each([
    ['that is not there', 99, {}],
    ['on another day than its own', 3, { day: '2026-01-06' }],
    ['as one of another kind', 3, { kind: 'receipt_issued' }],
  ])('an entry %s is not posted', async (_what, sequence, told) => {
    const rows = [posting(sequence, 0, 'debit', 1, told), posting(sequence, 1, 'credit', 1)];
    await expect(attempt(sql`INSERT INTO postings VALUES ${sql.join(rows, sql`, `)}`)).rejects.toMatchObject({
      cause: { message: 'there is no entry of W3.1 of that day and kind to post' },
    });
  });

  test('postings that do not balance are refused at the end of the statement', async () => {
    const refused = (...rows: SQL[]) =>
      expect(attempt(sql`INSERT INTO postings VALUES ${sql.join(rows, sql`, `)}`)).rejects.toMatchObject({
        cause: { message: 'the postings of entry W3.1 3 do not balance' },
      });
    await refused(posting(3, 0, 'debit', 100), posting(3, 1, 'credit', 99));
    await refused(posting(3, 0, 'debit', 100));
    await refused(posting(3, 1, 'debit', 100), posting(3, 2, 'credit', 100));
    await refused(posting(3, 0, 'debit', 100), posting(3, 2, 'credit', 100));
    await attempt(sql`INSERT INTO postings VALUES ${posting(3, 0, 'debit', 100)}, ${posting(3, 1, 'credit', 100)}`);
    // Nothing can be added to an entry that is posted, balanced or not.
    await refused(posting(3, 2, 'debit', 5), posting(3, 3, 'credit', 5));
  });

  test('a charge of an account that is not the district’s own is refused', async () => {
    const other = await createTestStation(on.context);
    await loadText(on.context, {
      district: JSON.stringify(districtFile(other.district)),
      accounts: accountsCsv(accountRow('77-1')),
      charges: chargesCsv(),
    });
    const bill = (district: string, ...accounts: string[]) =>
      attempt(
        sql`INSERT INTO charges (district_id, charge_id, account_number, kind, period, due_day, billed_cents, fund, bars,
            version)
          SELECT ${district}::text, 900 + row_number() OVER (), account, 'service', 'Q1', '2026-01-20', 500, '401',
            '3435001', 1
          FROM unnest(${sql.param(accounts)}::text[]) AS billed (account)`,
        district,
      );
    const refused = { cause: { message: 'a charge needs an account' } };
    await expect(bill(station.district, '77-1')).rejects.toMatchObject(refused);
    await expect(bill(station.district, FIRST, '77-1', SECOND)).rejects.toMatchObject(refused);
    expect(await bill(station.district, FIRST, SECOND)).toBe(2);
    expect(await bill(other.district, '77-1')).toBe(1);
  });

  test.each([
    ['leaves a gap', 9, 'a'],
    ['names another entry before it', 4, 'b'],
    ['begins again', 1, '0'],
  ])('an entry that %s is refused', async (_what, sequence, previous) => {
    const entry = sql`INSERT INTO entries (district_id, series, epoch, sequence, text, previous_hash, hash, received_at)
      VALUES (${station.district}, 'W3', 1, ${sequence}, '{}', ${previous.repeat(64)}, ${GENESIS}, 0)`;
    await expect(attempt(entry)).rejects.toMatchObject({ cause: { code: expect.stringMatching(/^23/) } });
  });

  test('an entry of a station that is not enrolled is refused', async () => {
    const entry = sql`INSERT INTO entries (district_id, series, epoch, sequence, text, previous_hash, hash, received_at)
      VALUES (${station.district}, 'W9', 1, 1, '{}', ${GENESIS}, ${GENESIS}, 0)`;
    await expect(attempt(entry)).rejects.toMatchObject({ cause: { message: 'no station W9.1 is enrolled' } });
  });

  test('one district neither sees nor writes the other', async () => {
    const other = await createTestStation(on.context);
    expect(await countOf(on.db, other.district, 'entries')).toBe(0);
    expect(await rowsOf(on.db, other.district, sql`SELECT DISTINCT district_id FROM accounts`)).toEqual([
      { district_id: other.district },
    ]);
    const theirs = sql`UPDATE accounts SET version = version WHERE district_id = ${station.district}`;
    expect(await attempt(theirs, other.district)).toBe(0);
    const smuggled = sql`INSERT INTO parked VALUES (${station.district}, 'W3', 1, 2, 'x', 'x', 0)`;
    await expect(attempt(smuggled, other.district)).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  test('the service works as the restricted role, and the connection is nobody’s afterwards', async () => {
    expect(await rowsOf(on.db, station.district, sql`SELECT current_user AS name`)).toEqual([
      { name: 'counterfoil_service' },
    ]);
    const [owner] = await on.db.asOwner((tx) =>
      tx.query<{ name: string; district: string | null }>(
        `SELECT current_user AS name, nullif(current_setting('counterfoil.district', true), '') AS district`,
      ),
    );
    expect(owner).toEqual({ name: 'postgres', district: null });
  });

  test('a command id is one entry’s in the whole district', async () => {
    const again = sql`INSERT INTO entries (district_id, series, epoch, sequence, text, previous_hash, hash, received_at,
        command_id)
      SELECT ${station.district}::text, 'W3', 1, 4, '{}', repeat('a', 64), repeat('b', 64), 0, command_id FROM entries
      WHERE district_id = ${station.district} AND sequence = 2`;
    await expect(attempt(again)).rejects.toMatchObject({ cause: { constraint: 'entries_command_once' } });
  });
});
