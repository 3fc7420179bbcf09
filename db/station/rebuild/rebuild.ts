import { indexAccounts, searchableOf } from '../accountSearch.ts';
import { rowsAfter } from '../journalRows.ts';
import type { StationDb, Tx } from '../open.ts';
import { replay } from '../replay.ts';
import { accounts } from '../schema.ts';
import { type Compared, compareAll } from './compare.ts';
import { BESIDE, type StateTable, WITH_A_STATE } from './tables.ts';
import { untoldTakenOver } from './untold.ts';

const ROWS = 500;

/**
 * Makes a station's database again in an empty one: what entries make from the journal alone, all else as it is; and
 * compares the two row by row. One transaction: all of it or nothing.
 * @param fresh empty, with every migration
 * @param old at the same migrations; nobody writes to it meanwhile
 * @param file where `old` lies
 */
export function rebuild(fresh: StationDb, old: StationDb, file: string): Compared {
  const { $client: sqlite } = fresh;
  sqlite.prepare('ATTACH DATABASE ? AS old').run(file);
  try {
    return sqlite
      .transaction(() => {
        sqlite.pragma('defer_foreign_keys = ON');
        for (const table of Object.keys(BESIDE).filter((name) => name !== 'office_slips')) takeOver(fresh, table);
        const entries = replayAll(fresh, old);
        indexAll(fresh);
        untoldTakenOver(sqlite);
        for (const [table, about] of Object.entries(WITH_A_STATE)) keepState(fresh, table, about);
        takeOver(fresh, 'office_slips');
        return { entries, ...compareAll(sqlite) };
      })
      .immediate();
  } finally {
    sqlite.exec('DETACH DATABASE old');
  }
}

function takeOver({ $client: sqlite }: Tx, table: string): void {
  sqlite.exec(`INSERT INTO main."${table}" SELECT * FROM old."${table}"`);
}

function replayAll(fresh: Tx, old: StationDb): number {
  let position = 0;
  for (;;) {
    const rows = rowsAfter(old, position, ROWS);
    for (const row of rows) replay(fresh, row);
    const last = rows.at(-1);
    if (!last) return position;
    ({ position } = last);
  }
}

function indexAll(fresh: Tx): void {
  const all = fresh.select().from(accounts).orderBy(accounts.accountId).all();
  for (let from = 0; from < all.length; from += ROWS) {
    const some = all.slice(from, from + ROWS);
    indexAccounts(
      fresh,
      some.map((row) => ({ accountId: row.accountId, account: searchableOf(row), isNew: true })),
    );
  }
}

/**
 * Rows as entries make them stay where they are kept for the comparison; in their place come those of the old database with
 * their state, and those that it lacks.
 */
function keepState({ $client: sqlite }: Tx, table: string, { key, beside }: StateTable): void {
  const columns = (sqlite.pragma(`table_info("${table}")`) as { name: string; pk: number }[]).filter(
    ({ pk }) => pk === 0,
  );
  const names = columns.map(({ name }) => name).join(', ');
  const isSame = key.map((column) => `o.${column} IS m.${column}`).join(' AND ');
  sqlite.exec(`
    CREATE TEMP TABLE made_${table} AS SELECT * FROM main.${table};
    CREATE INDEX temp.made_${table}_by_position ON made_${table} (position);
    DELETE FROM main.${table};
    INSERT INTO main.${table} SELECT o.* FROM old.${table} o
      WHERE ${beside} OR EXISTS (SELECT 1 FROM made_${table} m WHERE ${isSame});
    INSERT INTO main.${table} (${names}) SELECT ${names} FROM made_${table} m
      WHERE NOT EXISTS (SELECT 1 FROM old.${table} o WHERE ${isSame});
  `);
}
