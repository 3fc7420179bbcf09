import Database from 'better-sqlite3';

/** One row and the table it stands in. */
type BareRow = { table: string; values: Record<string, unknown> };

/** Every row that one receipt left behind, in the order in which they were written. */
export type BareReceipt = BareRow[];

const WITH_POSITION = ['entries', 'postings', 'receipts', 'tenders', 'applications', 'print_jobs'] as const;
/** Given by the database, and in the floor's copy by that one's. */
const OWN_KEYS: Record<string, string> = { postings: 'posting', applications: 'application', print_jobs: 'job' };

/** Where the journal of a station's database ends. */
export function lastPosition(file: string): number {
  const db = new Database(file, { readonly: true });
  const row = db.prepare('SELECT coalesce(max(position), 0) AS position FROM entries').get() as { position: number };
  db.close();
  return row.position;
}

/** Reads back what the receipts after a position left behind, so that the floor can write the very same. */
export function receiptsOf(file: string, after: number): { next(): BareReceipt[]; close(): void } {
  const db = new Database(file, { readonly: true });
  const commandAt = db.prepare(
    `SELECT c.* FROM entries e JOIN commands c ON c.command_id = e.text ->> '$.commandId' WHERE e.position = ?`,
  );
  const rowsAt = WITH_POSITION.map((table) => ({
    table,
    rows: db.prepare(`SELECT * FROM ${table} WHERE position = ?`),
  }));
  const positionsAfter = db.prepare('SELECT position FROM receipts WHERE position > ? ORDER BY position').pluck();
  let read = after;
  return {
    next() {
      const positions = positionsAfter.all(read) as number[];
      read = positions.at(-1) ?? read;
      return positions.map((position) => [
        ...rowsAt.flatMap(({ table, rows }) => rows.all(position).map((values) => bareRow(table, values))),
        bareRow('commands', commandAt.get(position)),
      ]);
    },
    close: () => db.close(),
  };
}

function bareRow(table: string, row: unknown): BareRow {
  const values = { ...(row as Record<string, unknown>) };
  delete values[OWN_KEYS[table] ?? ''];
  // The spool has printed it meanwhile; the payment itself only queued it.
  if (table === 'print_jobs') Object.assign(values, { state: 'waiting', attempts: 0 });
  return { table, values };
}

/** The floor: a bare better-sqlite3 connection on a copy of the same database, in WAL with FULL, statements prepared. */
export function bareDatabase(file: string): { write(receipt: BareReceipt): void; close(): void } {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -16000');
  const inserts = new Map<string, Database.Statement>();
  const insertInto = ({ table, values }: BareRow): Database.Statement => {
    const known = inserts.get(table);
    if (known) return known;
    const columns = Object.keys(values);
    const made = db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.map((column) => `@${column}`)})`);
    inserts.set(table, made);
    return made;
  };
  const write = db.transaction((receipt: BareReceipt) => {
    for (const row of receipt) insertInto(row).run(row.values);
  });
  return { write: (receipt) => write.immediate(receipt), close: () => db.close() };
}
