import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eachTook, serve, untilDone } from './child.ts';
import { type Peer, receiptAt, type Setting } from './peer.ts';
import { connect, countRows, insertPart, makeTables, TABLES } from './receiptTables.ts';

const FOUND_MAX = 20;

/**
 * The floors: a bare better-sqlite3 connection that forces each receipt's three rows to the disk, and multi-row INSERTs of
 * them by a bare connection to PostgreSQL.
 */
async function begin({ folder, accounts, line, centre }: Setting): Promise<Peer> {
  const db = new Database(join(folder, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  for (const { name, columns } of TABLES)
    db.exec(`CREATE TABLE ${name} (${columns.map((column) => `${column} TEXT`)}) STRICT`);
  db.exec(
    'CREATE TABLE accounts (number TEXT PRIMARY KEY, name TEXT, address TEXT) STRICT; CREATE INDEX by_name ON accounts (name)',
  );
  const addAccount = db.prepare('INSERT INTO accounts VALUES (@number, @name, @address)');
  db.transaction(() => accounts.forEach((account) => void addAccount.run(account)))();
  const adds = TABLES.map(({ name, columns, rowOf }) => ({
    add: db.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?')})`),
    rowOf,
  }));
  const insert = (place: number) => {
    for (const { add, rowOf } of adds) add.run(...rowOf(receiptAt(place, accounts)));
  };
  const byNumber = db.prepare('SELECT * FROM accounts WHERE number = ? LIMIT 20');
  const byName = db.prepare(`SELECT * FROM accounts WHERE name >= ? AND name < ? LIMIT ${FOUND_MAX}`);
  const one = db.transaction(insert);
  let next = 1;
  let sent = 1;
  await makeTables(centre);
  return {
    durability: async () => 'forced to the disk, once',
    record: (count) => eachTook(count, async () => one.immediate(next++)),
    pile: async (count) =>
      db.transaction(() => {
        for (let place = 0; place < count; place++) insert(next++);
      })(),
    drain: () =>
      untilDone(async () => {
        const client = await connect(centre, line);
        while (sent < next) sent = await insertPart(client, sent, next, accounts);
        await client.end();
      }),
    atCentre: () => countRows(centre, 'receipts'),
    async lookUp(by, text) {
      return (by === 'number' ? byNumber.all(text) : byName.all(text, `${text}\uffff`)).length;
    },
    close: async () => void db.close(),
  };
}

serve(begin);
