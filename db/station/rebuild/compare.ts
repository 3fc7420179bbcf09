import type Database from 'better-sqlite3';
import { OF_THE_JOURNAL, WITH_A_STATE } from './tables.ts';

/** A row that one database has and the other has not. */
export type DifferingRow = { table: string; in: 'journal' | 'database'; row: Record<string, unknown> };

/** What came of comparing every row that entries make: all of them, and the first of those that differ. */
export type Compared = { entries: number; tables: number; rows: number; differing: number; first: DifferingRow[] };

/** The same rows by two queries: as the journal makes them, and as the old database has them. */
type Sides = { table: string; made: string; old: string };

const FIRST = 10;

/** Compares every table that is of the journal, row by row. Of one with a state, what entries tell of it. */
export function compareAll(sqlite: Database.Database): Omit<Compared, 'entries'> {
  const all: Sides[] = [
    ...Object.keys(OF_THE_JOURNAL).map(whole),
    ...Object.entries(WITH_A_STATE).map(([table, { told, beside }]) => ({
      table,
      made: `SELECT ${told.join(', ')} FROM temp.made_${table}`,
      old: `SELECT ${told.join(', ')} FROM old.${table} o WHERE NOT (${beside})`,
    })),
    { table: 'receipt_words', made: words('now'), old: words('old') },
  ];
  const found = { tables: all.length, rows: 0, differing: 0, first: [] as DifferingRow[] };
  for (const sides of all) {
    found.rows += countOf(sqlite, sides.made);
    for (const side of ['journal', 'database'] as const) {
      const [has, lacks] = side === 'journal' ? [sides.made, sides.old] : [sides.old, sides.made];
      const only = `SELECT * FROM (${has}) EXCEPT SELECT * FROM (${lacks})`;
      found.differing += countOf(sqlite, only);
      const rows = sqlite.prepare(`${only} LIMIT ?`).all(FIRST - found.first.length) as Record<string, unknown>[];
      found.first.push(...rows.map((row) => ({ table: sides.table, in: side, row })));
    }
  }
  return found;
}

function whole(table: string): Sides {
  // A database from before step 10 has the cash of a receipt in one row with what was taken off since: it comes to the same.
  if (table === 'currency') return { table, made: currency('main'), old: currency('old') };
  return { table, made: `SELECT * FROM main."${table}"`, old: `SELECT * FROM old."${table}"` };
}

function currency(of: 'main' | 'old'): string {
  return `SELECT payer, received_at, sum(cents) AS cents FROM ${of}.currency GROUP BY payer, received_at HAVING sum(cents) <> 0`;
}

function words(of: 'now' | 'old'): string {
  return `SELECT doc AS position, term AS word FROM temp.words_${of}`;
}

function countOf(sqlite: Database.Database, query: string): number {
  return Number(sqlite.prepare(`SELECT count(*) FROM (${query})`).pluck().get());
}
