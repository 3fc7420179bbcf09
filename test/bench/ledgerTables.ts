import pg from 'pg';

/** Rows of one table, as they came out of the ledger's database: every column's text. */
type Rows = { table: string; columns: string[]; rows: (string | null)[][] };

/** All rows that some receipts left behind in the ledger, table by table. */
export type LedgerRows = Rows[];

/**
 * Tables that receipts add to, and the order of their rows. What they change besides (an account's version, the station's
 * mark) is no row that results.
 */
const TABLES = {
  entries: 'sequence',
  postings: 'sequence, place',
  receipt_lines: 'sequence, place',
  applications: 'application_id',
  parked: 'sequence',
  quarantine: 'sequence',
};

/** A connection that gives and takes every value as text, so that a row goes in as it came out. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, types: { getTypeParser: () => (value: string) => value } });
  await client.connect();
  return client;
}

/** Reads back what the entries from `first` to `last` left behind. */
export async function rowsBetween(client: pg.Client, first: number, last: number): Promise<LedgerRows> {
  const read: LedgerRows = [];
  for (const [table, order] of Object.entries(TABLES)) {
    const { fields, rows } = await client.query<(string | null)[]>({
      text: `SELECT * FROM ${table} WHERE sequence BETWEEN $1 AND $2 ORDER BY ${order}`,
      values: [first, last],
      rowMode: 'array',
    });
    read.push({ table, columns: fields.map((field) => field.name), rows });
  }
  return read;
}

/**
 * The floor: bare multi-row INSERTs of those rows, all rows of so many entries in one transaction, one statement for each
 * table.
 */
export async function insertBare(client: pg.Client, all: LedgerRows, entriesAtOnce: number): Promise<void> {
  const parts = all.map((rows) => inParts(rows, entriesAtOnce));
  const count = Math.max(...parts.map((part) => part.length));
  for (let part = 0; part < count; part++) {
    await client.query('BEGIN');
    for (const [place, { table, columns }] of all.entries()) {
      const rows = parts[place]?.[part] ?? [];
      if (rows.length > 0) await client.query(insertOf(table, columns, rows.length), rows.flat());
    }
    await client.query('COMMIT');
  }
}

/** Rows of the first so many entries, of the next so many, and so on. */
function inParts({ columns, rows }: Rows, entriesAtOnce: number): (string | null)[][][] {
  const at = columns.indexOf('sequence');
  const first = Number(rows[0]?.[at] ?? 0);
  const parts: (string | null)[][][] = [];
  for (const row of rows) {
    const part = Math.floor((Number(row[at]) - first) / entriesAtOnce);
    parts[part] ??= [];
    parts[part].push(row);
  }
  return parts;
}

function insertOf(table: string, columns: readonly string[], rows: number): string {
  const values = Array.from({ length: rows }, (_, row) => {
    return `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(',')})`;
  });
  return `INSERT INTO ${table} (${columns.join(',')}) OVERRIDING SYSTEM VALUE VALUES ${values.join(',')}`;
}
