import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as custodySchema from '#db/station/custodySchema';
import { openStation, type StationDb } from '#db/station/open';
import * as schema from '#db/station/schema';
import * as syncSchema from '#db/station/syncSchema';
import { receiptFor, SUPPLIES } from '../support/paidOut.ts';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { createStation } from '../support/station.ts';
import { tableNames } from '../support/tables.ts';

/** What is money, and who said so: only ever added to. */
const APPEND_ONLY = [
  ...['entries', 'postings', 'commands', 'drawers', 'drawer_steps', 'receipts', 'tenders', 'applications', 'voids'],
  ...[
    'undos',
    'corrected_tenders',
    'currency',
    'custody',
    'attachments',
    'attachment_uses',
    'suspensions',
    'suspension_steps',
    'approvals',
    'approval_uses',
    'pin_attempts',
  ],
];
/** What may change, because it is no money: the machine's own state, and copies of what the ledger knows. */
const CHANGEABLE = [
  ...[
    'station',
    'print_jobs',
    'office_slips',
    'messages',
    'settings',
    'sync',
    'contact',
    'attachments_sent',
    'migrations',
  ],
  ...['policies', 'people', 'floats_issued', 'drawers_elsewhere', 'handoffs_counted', 'accounts', 'charges'],
  ...['account_search', 'spellings'],
];

const tables = Object.values({ ...schema, ...custodySchema, ...syncSchema }).filter((value) =>
  is(value, SQLiteTable),
) as SQLiteTable[];

describe('the tables that drizzle sees are the tables that there are', () => {
  let db: StationDb;
  beforeAll(() => {
    db = openStation(':memory:');
  });
  afterAll(() => db.$client.close());

  test('all of them, but the list of migrations', () => {
    const described = tables.map((table) => getTableConfig(table).name);
    expect(described.sort()).toEqual(tableNames(db).filter((name) => name !== 'migrations'));
  });

  test.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    '%s: columns, types, nullability, keys',
    (name, table) => {
      const real = db.$client.pragma(`table_info(${name})`) as Column[];
      const config = getTableConfig(table);
      const keyed = new Set(config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
      expect(
        config.columns.map((column) => ({
          name: column.name,
          type: column.getSQLType().toUpperCase(),
          notNull: column.notNull,
          key: column.primary || keyed.has(column.name),
          // SQLite has no booleans: false is 0.
          default: column.default === undefined ? null : String(column.default === false ? 0 : column.default),
        })),
      ).toEqual(
        real.map(({ name: column, type, notnull, pk, dflt_value }) => ({
          name: column,
          type,
          // A primary key of a STRICT table is never null, whatever the pragma says of it.
          notNull: notnull === 1 || pk > 0,
          key: pk > 0,
          default: dflt_value?.replaceAll("'", '') ?? null,
        })),
      );
    },
  );

  test('every one is STRICT, and keys are never null', () => {
    const list = db.$client.pragma('table_list') as { name: string; type: string; strict: number }[];
    const loose = list.filter(
      ({ name, type, strict }) => type === 'table' && !name.startsWith('sqlite_') && strict === 0,
    );
    expect(loose).toEqual([]);
    expect(() => db.$client.exec("INSERT INTO settings (name, value) VALUES (NULL, '1')")).toThrow(/NOT NULL/);
  });
});

type Column = { name: string; type: string; notnull: number; pk: number; dflt_value: string | null };

describe('once written', () => {
  test('every table is either only added to or may change, and somebody decided which', () => {
    const db = openStation(':memory:');
    expect([...APPEND_ONLY, ...CHANGEABLE].sort()).toEqual(tableNames(db));
    db.$client.close();
  });

  test('what is money refuses to be changed, removed or replaced, row by row', async () => {
    const station = await createStation({
      accounts: [account('40-11872-03', 'Hale', [charge('service', 'Oct', '2026-11-30', 8_640)])],
    });
    const ortiz = await station.signedIn('m.ortiz');
    const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 100: 1 } });
    const lines = [{ kind: 'account' as const, accountNumber: '40-11872-03', cents: 100 }];
    const tenders = [{ kind: 'cash' as const, cents: 100 }];
    const { label } = await ortiz.tell('takePayment', { drawer, lines, tenders });
    const yes = async (mark: string) =>
      (await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' })).approval;
    const card = { kind: 'card', cents: 100, brand: 'visa', lastFour: '8841', approvalCode: '04417B' } as const;
    const wrongTender = { label, correction: { what: 'tender', place: 0, to: card }, reason: 'wrong_tender' } as const;
    const corrected = await ortiz.ask('correctionProposal', wrongTender);
    await ortiz.tell('correctReceipt', { ...wrongTender, approval: await yes(corrected.mark) });
    const other = await ortiz.tell('takePayment', { drawer, lines, tenders });
    const slip = await headOnSlip(ortiz, other.label);
    const voiding = { label: other.label, reason: 'wrong_amount', slip } as const;
    const { mark } = await ortiz.ask('voidProposal', voiding);
    await ortiz.tell('voidReceipt', { ...voiding, approval: await yes(mark) });
    const out = { drawer, pieces: { 100: 1 }, place: SUPPLIES, ...(await receiptFor(ortiz)) };
    const paying = await ortiz.ask('paidOutProposal', out);
    await ortiz.tell('payOut', { ...out, approval: await yes(paying.mark) });
    const aside = await ortiz.tell('suspendPayment', { drawer, lines, tenderedCents: 0 });
    await ortiz.tell('resumePayment', { drawer, label: aside.label });
    await ortiz.tell('startCount', { drawer });
    for (const table of APPEND_ONLY) {
      const [row] = station.look.$client.prepare(`SELECT * FROM ${table} LIMIT 1`).all() as Record<string, unknown>[];
      const columns = Object.keys(row ?? {});
      expect([table, columns.length > 0]).toEqual([table, true]);
      const refuses = (sql: string) =>
        expect(() =>
          station.look.$client.prepare(sql).run(...(sql.includes('?') ? Object.values(row ?? {}) : [])),
        ).toThrow(`${table} is only ever added to`);
      for (const column of columns) refuses(`UPDATE ${table} SET ${column} = ${column}`);
      refuses(`DELETE FROM ${table}`);
      refuses(`REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    }
    await station.close();
  });
});
