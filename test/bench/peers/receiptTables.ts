import pg from 'pg';
import { type Account, type Receipt, receiptAt } from './peer.ts';

type Table = { name: string; columns: readonly string[]; rowOf(receipt: Receipt): (string | number)[] };

/** The three rows that a receipt is where a peer keeps rows; the first of each is its key. */
export const TABLES: readonly Table[] = [
  {
    name: 'receipts',
    columns: ['id', 'cashier', 'business_day', 'recorded_at'],
    rowOf: (it) => [it.number, it.cashier, it.businessDay, String(it.recordedAt)],
  },
  {
    name: 'lines',
    columns: ['id', 'account', 'payer', 'cents'],
    rowOf: (it) => [it.number, it.account, it.payer, String(it.cents)],
  },
  {
    name: 'tenders',
    columns: ['id', 'kind', 'cents', 'tendered_cents'],
    rowOf: (it) => [it.number, it.tender, String(it.cents), String(it.tenderedCents)],
  },
];

/** Receipts of one transaction at the centre, as the product's own floor has it. */
const PART = 1_000;

/** A connection to the database by the line instead of straight; one that breaks is told to whoever asks next. */
export async function connect(database: string, port: number | null = null): Promise<pg.Client> {
  const url = new URL(database);
  if (port !== null) url.port = String(port);
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => {});
  await client.connect();
  return client;
}

export async function makeTables(database: string): Promise<void> {
  const client = await connect(database);
  for (const { name, columns } of TABLES) {
    const [key = '', ...rest] = columns;
    await client.query(`CREATE TABLE ${name} (${key} text PRIMARY KEY, ${rest.map((column) => `${column} text`)})`);
  }
  await client.end();
}

export async function countRows(database: string, where: string): Promise<number> {
  const client = await connect(database);
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${where}`);
  await client.end();
  return rows[0]?.count ?? 0;
}

/** Adds rows, each once however often it comes. */
export async function insertRows(
  client: pg.Client,
  table: string,
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const { columns } = TABLES.find(({ name }) => name === table) ?? { columns: [] };
  const values = rows.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`)})`);
  await client.query(`INSERT INTO ${table} (${columns}) VALUES ${values} ON CONFLICT DO NOTHING`, rows.flat());
}

/** Adds the receipts of one part, in one transaction, and answers where the next part begins. */
export async function insertPart(
  client: pg.Client,
  from: number,
  to: number,
  accounts: readonly Account[],
): Promise<number> {
  const until = Math.min(to, from + PART);
  const receipts = Array.from({ length: until - from }, (_, place) => receiptAt(from + place, accounts));
  await client.query('BEGIN');
  for (const { name, rowOf } of TABLES) await insertRows(client, name, receipts.map(rowOf));
  await client.query('COMMIT');
  return until;
}
