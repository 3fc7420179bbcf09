import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { accountIdsByPrefix, accountIdsByWords } from '#db/station/accountSearch';
import { MIGRATIONS, type Migration, migrate } from '#db/station/migrate';
import { openStation } from '#db/station/open';
import { receiptsWithWords } from '#db/station/receiptWords';
import { wordsAlike } from '#db/station/spellings';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-'));
  file = join(folder, 'station.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens the file, does something with it, and closes it whatever happens. */
function within<T>(run: (sqlite: Database.Database) => T): T {
  const sqlite = new Database(file);
  try {
    return run(sqlite);
  } finally {
    sqlite.close();
  }
}

/** An account as the program of before 0007 wrote it. */
const SULLIVAN = `
  INSERT INTO accounts (account_id, account_number, customer, service_address, mailing_address, parcel, phone, email,
      status, language, flags, unapplied_cents, applied_epoch, applied_sequence)
    VALUES (1, '40-12871-01', 'O’Sullivan, Niamh', '118 Quarry Rd', '118 Quarry Rd', '0418-22-0071', '360-555-0100', '',
      'active', 'en', '[]', 3500, 1, 12);`;

const schemaOf = (sqlite: Database.Database) =>
  sqlite.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
const applied = (sqlite: Database.Database) => sqlite.prepare('SELECT number, name FROM migrations').all();

test('a fresh database gets every step, each named and with its checksum', () => {
  openStation(file).$client.close();
  within((sqlite) => {
    expect(applied(sqlite)).toEqual(MIGRATIONS.map(({ number, name }) => ({ number, name })));
    for (const { checksum } of sqlite.prepare('SELECT checksum FROM migrations').all() as { checksum: string }[])
      expect(checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  });
});

test('a second start changes nothing', () => {
  openStation(file).$client.close();
  const before = within(schemaOf);
  openStation(file).$client.close();
  expect(within(schemaOf)).toEqual(before);
});

test('step by step comes to the same as all at once', () => {
  for (let steps = 1; steps <= MIGRATIONS.length; steps++)
    within((sqlite) => migrate(sqlite, MIGRATIONS.slice(0, steps)));
  const stepByStep = within(schemaOf);
  rmSync(file);
  openStation(file).$client.close();
  expect(within(schemaOf)).toEqual(stepByStep);
});

test('an index of before 0005 finds O’Sullivan by sullivan once it is opened', () => {
  within((sqlite) => {
    migrate(sqlite, MIGRATIONS.slice(0, 4));
    sqlite.exec(SULLIVAN);
    sqlite.exec("INSERT INTO account_words (rowid, name) VALUES (1, 'osullivan niamh')");
  });
  const db = openStation(file);
  expect(accountIdsByWords(db, ['sullivan'], 'name', 10)).toEqual([1]);
  expect(accountIdsByWords(db, ['osullivan'], 'name', 10)).toEqual([1]);
  db.$client.close();
});

test('accounts of before 0008 are found by permit, contract, e-mail and note, and misspelt, once it is opened', () => {
  within((sqlite) => {
    migrate(sqlite, MIGRATIONS.slice(0, 7));
    sqlite.exec(SULLIVAN);
    sqlite.exec(`UPDATE accounts SET permits = '["SS-2026-0412"]', contract = 'PP-4012871', notes = 'Tenant: Ruiz',
      email = 'niamh@example.org'`);
  });
  const db = openStation(file);
  for (const word of ['ss20260412', '0412', 'pp4012871', 'niamh', 'ruiz', 'sullivan'])
    expect([word, accountIdsByWords(db, [word], 'anywhere', 10)]).toEqual([word, [1]]);
  expect(accountIdsByPrefix(db, 'email', 'niamheksample', 10)).toEqual([1]);
  expect(wordsAlike(db, 'osulivan')).toEqual([
    { word: 'osullivan', slips: 1 },
    { word: 'sullivan', slips: 2 },
  ]);
  db.$client.close();
});

test('receipts of before 0006 are found by any word once it is opened', () => {
  within((sqlite) => {
    migrate(sqlite, MIGRATIONS.slice(0, 5));
    sqlite.exec(`${SULLIVAN}
      INSERT INTO entries (position, epoch, sequence, kind, business_day, recorded_at, actor, text, hash)
        VALUES (7, 1, 1, 'receipt_issued', '2026-11-23', 1, 'm.ortiz', '{"payload":{"lines":[{"accountNumber":"40-12871-01"},{"accountNumber":"40-99999-01"}]}}', '${'0'.repeat(64)}');
      INSERT INTO drawers (drawer, epoch, number, batch, cashier, business_day, float_cents, opened_at, position)
        VALUES ('W3-D0001', 1, 1, 'W3-B0001', 'm.ortiz', '2026-11-23', 0, 1, 7);
      INSERT INTO receipts (position, label, epoch, number, drawer, payer, payer_folded, total_cents)
        VALUES (7, 'W3-000001', 1, 1, 'W3-D0001', 'Señora Ibáñez', 'senora ibanez', 100);`);
  });
  const db = openStation(file);
  for (const words of [
    ['ibanez'],
    ['sullivan', 'niamh'],
    ['40', '12871'],
    ['401287101'],
    ['9999901'],
    ['senora', '40'],
  ])
    expect([words, receiptsWithWords(db, words, 10)]).toEqual([words, [7]]);
  expect(receiptsWithWords(db, ['hale'], 10)).toEqual([]);
  db.$client.close();
});

describe('a station.db of before 0007', () => {
  /** Three entries, a drawer that was counted and closed, a receipt with three tenders, and slips in every state. */
  const DAY = `
    INSERT INTO entries (position, epoch, sequence, kind, business_day, recorded_at, actor, text, hash) VALUES
      (1, 1, 1, 'drawer_opened', '2026-11-23', 1, 'm.ortiz', '{}', '${'0'.repeat(64)}'),
      (2, 1, 2, 'receipt_issued', '2026-11-23', 2, 'm.ortiz', '{"payload":{"lines":[]}}', '${'1'.repeat(64)}'),
      (3, 1, 3, 'count_started', '2026-11-23', 3, 'm.ortiz', '{}', '${'2'.repeat(64)}'),
      (4, 1, 4, 'drawer_counted', '2026-11-23', 4, 'm.ortiz', '{}', '${'3'.repeat(64)}'),
      (5, 1, 5, 'drawer_closed', '2026-11-23', 5, 'm.ortiz', '{}', '${'4'.repeat(64)}');
    INSERT INTO drawers (drawer, epoch, number, batch, cashier, business_day, float_cents, opened_at, position)
      VALUES ('W3-D0001', 1, 1, 'W3-B0001', 'm.ortiz', '2026-11-23', 0, 1, 1);
    INSERT INTO drawer_steps (position, drawer, step)
      VALUES (3, 'W3-D0001', 'counting'), (4, 'W3-D0001', 'counted'), (5, 'W3-D0001', 'closed');
    INSERT INTO receipts (position, label, epoch, number, drawer, payer, payer_folded, total_cents)
      VALUES (2, 'W3-000001', 1, 1, 'W3-D0001', 'Hale', 'hale', 600);
    INSERT INTO tenders (position, place, kind, cents, reference)
      VALUES (2, 0, 'check', 300, '1187'), (2, 1, 'card', 200, '8841'), (2, 2, 'cash', 100, NULL);
    INSERT INTO print_jobs (job, position, document, label, copy, kick, state, attempts, changed_at) VALUES
      (1, 2, 'receipt', 'W3-000001', 1, 1, 'printed', 1, 10), (2, 2, 'receipt', 'W3-000001', 2, 0, 'in_doubt', 3, 11),
      (7, 5, 'z', 'W3-Z0001', 1, 0, 'waiting', 0, 12);`;

  const all = (sqlite: Database.Database, table: string, order: string) =>
    sqlite.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all() as Record<string, unknown>[];
  const KEPT = [
    ['drawer_steps', 'position'],
    ['tenders', 'position, place'],
    ['print_jobs', 'job'],
  ] as const;

  test.each([1, 2, 3, 4, 5, 6])('that had %i steps keeps every row of what was made anew', (steps) => {
    const before = within((sqlite) => {
      migrate(sqlite, MIGRATIONS.slice(0, steps));
      sqlite.exec(steps < 6 ? DAY : DAY.replace('payer, payer_folded', 'payer').replace("'Hale', 'hale'", "'Hale'"));
      return KEPT.map(([table, order]) => all(sqlite, table, order));
    });
    openStation(file).$client.close();
    within((sqlite) => {
      const [drawerSteps, tenders = [], printJobs = []] = before;
      const after = KEPT.map(([table, order]) => all(sqlite, table, order));
      expect(after).toEqual([
        drawerSteps,
        tenders.map((row) => ({ ...row, paper: null })),
        printJobs.map((row) => ({ ...row, blind: 0, kicked_at: null })),
      ]);
      expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(sqlite.pragma('foreign_key_check')).toEqual([]);
    });
  });

  test('knows the same credit, and may know one below zero from now on', () => {
    within((sqlite) => {
      migrate(sqlite, MIGRATIONS.slice(0, 5));
      sqlite.exec(SULLIVAN);
    });
    openStation(file).$client.close();
    within((sqlite) => {
      expect(all(sqlite, 'accounts', 'account_id')).toMatchObject([
        { account_number: '40-12871-01', unapplied_cents: 3_500, contract: '', permits: '[]', notes: '' },
      ]);
      sqlite.exec('UPDATE accounts SET unapplied_cents = -100');
    });
  });

  test('still refuses to change or remove the rows that were made anew, and closes a drawer once', () => {
    within((sqlite) => {
      migrate(sqlite, MIGRATIONS.slice(0, 5));
      sqlite.exec(DAY);
    });
    openStation(file).$client.close();
    within((sqlite) => {
      for (const [table] of KEPT.slice(0, 2)) {
        expect(() => sqlite.exec(`DELETE FROM ${table}`)).toThrow(`${table} is only ever added to`);
        expect(() => sqlite.exec(`UPDATE ${table} SET position = position`)).toThrow('only ever added to');
      }
      expect(() => sqlite.exec("INSERT INTO drawer_steps VALUES (2, 'W3-D0001', 'closed')")).toThrow('UNIQUE');
    });
  });
});

test('steps are numbered from one without a gap, and named after their number', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, place) => place + 1));
  for (const { number, name } of MIGRATIONS)
    expect(name).toMatch(new RegExp(`^${String(number).padStart(4, '0')}-[a-z]`));
});

test('a step that was changed after it was applied stops the start', () => {
  openStation(file).$client.close();
  const edited = MIGRATIONS.map((step) => (step.number === 2 ? { ...step, sql: `${step.sql} ` } : step));
  expect(() => within((sqlite) => migrate(sqlite, edited))).toThrow(/0002-what-comes-down was changed/);
});

test('a step that was put in between later is not passed over in silence', () => {
  openStation(file).$client.close();
  const late: Migration = { number: 2, name: '0002-merged-late', sql: 'CREATE TABLE late (one INTEGER) STRICT' };
  const [first, ...rest] = MIGRATIONS;
  const renumbered = rest.map((step) => ({ ...step, number: step.number + 1 }));
  expect(() => within((sqlite) => migrate(sqlite, [first as Migration, late, ...renumbered]))).toThrow(/was changed/);
  expect(() => within((sqlite) => migrate(sqlite, [...MIGRATIONS, late]))).toThrow(/out of order/);
});

test('a database that is newer than this program stops the start, and is left as it is', () => {
  const newer: Migration = {
    number: MIGRATIONS.length + 1,
    name: '9999-of-tomorrow',
    sql: 'CREATE TABLE tomorrow (one INTEGER) STRICT',
  };
  openStation(file).$client.close();
  within((sqlite) => migrate(sqlite, [...MIGRATIONS, newer]));
  const before = within(schemaOf);
  expect(() => openStation(file)).toThrow(/newer version/);
  expect(within(schemaOf)).toEqual(before);
});

test('a step that fails half-way leaves nothing of itself and can be tried again', () => {
  const bad: Migration = {
    number: MIGRATIONS.length + 1,
    name: '9998-half-way',
    sql: 'CREATE TABLE half (one INTEGER) STRICT; INSERT INTO nowhere VALUES (1)',
  };
  openStation(file).$client.close();
  const before = within(schemaOf);
  expect(() => within((sqlite) => migrate(sqlite, [...MIGRATIONS, bad]))).toThrow(/nowhere/);
  expect(within(schemaOf)).toEqual(before);
  const mended = { ...bad, sql: 'CREATE TABLE half (one INTEGER) STRICT' };
  within((sqlite) => migrate(sqlite, [...MIGRATIONS, mended]));
  expect(within(applied)).toHaveLength(MIGRATIONS.length + 1);
});
