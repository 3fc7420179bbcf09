import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod';
import { openStation, openToRead, writing } from '#db/station/open';
import { setting, storeSetting } from '#db/station/settings';
import { createApp } from '#main/app';
import type { Host } from '#main/host';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-'));
  file = join(folder, 'station.db');
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const PROMISED = { synchronous: 2, journal_mode: 'wal', foreign_keys: 1, trusted_schema: 0, recursive_triggers: 1 };
const read = (sqlite: Database.Database) =>
  Object.fromEntries(Object.keys(PROMISED).map((name) => [name, sqlite.pragma(name, { simple: true })]));

/** A driver that sets something else than it was told, as a build of SQLite that lacks a feature would. */
function drivenWrongly(setting: string, becomes: string): void {
  const { pragma } = Database.prototype;
  jest.spyOn(Database.prototype, 'pragma').mockImplementation(function (
    this: Database.Database,
    source: string,
    ...rest: [Database.PragmaOptions?]
  ) {
    const isSet = source.startsWith(`${setting} =`);
    return pragma.call(this, isSet ? `${setting} = ${becomes}` : source, ...rest);
  });
}

test('every open sets what durability needs and reads it back, not the first alone', () => {
  for (let times = 0; times < 3; times++) {
    const db = openStation(file);
    expect(read(db.$client)).toEqual(PROMISED);
    db.$client.close();
  }
});

test('a connection beside it has its own settings: the driver’s default would lose commits', () => {
  const db = openStation(file);
  const other = new Database(file);
  expect(other.pragma('synchronous', { simple: true })).toBe(1);
  expect(read(db.$client)).toEqual(PROMISED);
  other.close();
  db.$client.close();
});

test.each([
  ['synchronous', 'NORMAL', /does not write synchronously/],
  ['journal_mode', 'DELETE', /not in WAL mode/],
  ['foreign_keys', 'OFF', /foreign keys/],
  ['trusted_schema', 'ON', /trusts its schema/],
  ['recursive_triggers', 'OFF', /only ever added to/],
])('a station whose %s is %s after it was set does not start', (name, becomes, why) => {
  drivenWrongly(name, becomes);
  expect(() => openStation(file)).toThrow(why);
  expect(() => createApp({ dataFolder: folder } as Host)).toThrow(why);
  jest.restoreAllMocks();
  openStation(file).$client.close();
});

describe('a handle to read', () => {
  test('cannot write, whatever is tried, also while the station runs', () => {
    const db = openStation(file);
    storeSetting(db, 'printer', 1);
    const reader = openToRead(file);
    expect(setting(reader, 'printer', z.int())).toBe(1);
    for (const sql of [
      "INSERT INTO settings VALUES ('x', '1')",
      "UPDATE settings SET value = '2'",
      'DELETE FROM settings',
      'DROP TABLE settings',
      'PRAGMA user_version = 7',
    ])
      expect(() => reader.$client.exec(sql)).toThrow(/readonly/);
    expect(() => storeSetting(reader, 'printer', 2)).toThrow(/readonly/);
    expect(() => writing(reader, (tx) => storeSetting(tx, 'printer', 2))).toThrow(/readonly/);
    storeSetting(db, 'printer', 3);
    expect(setting(reader, 'printer', z.int())).toBe(3);
    reader.$client.close();
    db.$client.close();
  });

  test('makes no station where there is none, and migrates nothing', () => {
    expect(() => openToRead(file)).toThrow(/unable to open/);
    expect(existsSync(file)).toBe(false);
    new Database(file).exec('CREATE TABLE old (one INTEGER)').close();
    const before = readFileSync(file);
    openToRead(file).$client.close();
    expect(readFileSync(file)).toEqual(before);
  });
});

describe('a write', () => {
  test('that throws half-way leaves nothing', () => {
    const db = openStation(file);
    const half = () =>
      writing(db, (tx) => {
        storeSetting(tx, 'one', 1);
        throw new Error('half-way');
      });
    expect(half).toThrow('half-way');
    expect(setting(db, 'one', z.int())).toBeNull();
    expect(db.$client.inTransaction).toBe(false);
    writing(db, (tx) => storeSetting(tx, 'one', 2));
    expect(setting(db, 'one', z.int())).toBe(2);
    db.$client.close();
  });

  test('takes the lock before it reads, so that what it read cannot be stale (F73)', () => {
    const [db, other] = [openStation(file), openStation(file)];
    other.$client.pragma('busy_timeout = 0');
    writing(db, () => expect(() => writing(other, () => 1)).toThrow(/locked/));
    expect(writing(other, () => 1)).toBe(1);
    for (const one of [db, other]) one.$client.close();
  });

  test('cannot wait for anything: what is not done when it returns is refused', () => {
    const db = openStation(file);
    expect(() => writing(db, async (tx) => storeSetting(tx, 'one', 1))).toThrow(/promise/);
    expect(setting(db, 'one', z.int())).toBeNull();
    db.$client.close();
  });
});

/** A driver that is built on another SQLite than ours. */
function builtOn(version: string): void {
  const { prepare } = Database.prototype;
  jest.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
    return prepare.call(this, sql === 'SELECT sqlite_version()' ? `SELECT '${version}'` : sql);
  } as never);
}

test.each(['3.51.2', '3.40.1', '2.99.99', '3.9.30'])('F72 SQLite %s is not trusted with money', (version) => {
  builtOn(version);
  expect(() => openStation(file)).toThrow(`SQLite ${version} is too old to be trusted with money: 3.51.3 or a newer`);
});

test.each(['3.51.3', '3.52.0', '3.54.1', '4.0.0'])('SQLite %s is', (version) => {
  builtOn(version);
  openStation(file).$client.close();
});
