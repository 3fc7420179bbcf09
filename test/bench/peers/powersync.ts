import { type Crud, column, PowerSyncDatabase, Schema, Table } from '@powersync/node';
import { eachTook, serve, untilDone } from './child.ts';
import { type Peer, receiptAt, type Setting } from './peer.ts';
import { connect, countRows, insertRows, makeTables, TABLES } from './receiptTables.ts';

/** Changes taken from the queue at once: three for each receipt. */
const PART = 3_000;
const FOUND_MAX = 20;

function schema(): Schema {
  const account = { number: column.text, name: column.text, address: column.text };
  const tables = TABLES.map(({ name, columns }) => {
    const own = columns.slice(1).map((it) => [it, column.text] as const);
    return [name, new Table(Object.fromEntries(own))] as const;
  });
  const accounts = new Table(account, { localOnly: true, indexes: { number: ['number'], name: ['name'] } });
  return new Schema({ ...Object.fromEntries(tables), accounts });
}

/** The PowerSync client and its queue of changes, which this app's own connector takes to PostgreSQL. */
async function begin({ folder, accounts, line, centre }: Setting): Promise<Peer> {
  const db = new PowerSyncDatabase({ schema: schema(), database: { dbFilename: 'powersync.db', dbLocation: folder } });
  await db.init();
  // Its own default is NORMAL, which does not force a receipt to the disk. This is the only connection that writes.
  await db.writeLock((sql) => sql.execute('PRAGMA synchronous = FULL'));
  await db.writeTransaction(async (sql) => {
    for (const { number, name, address } of accounts)
      await sql.execute('INSERT INTO accounts (id, number, name, address) VALUES (?, ?, ?, ?)', [
        number,
        number,
        name,
        address,
      ]);
  });
  await makeTables(centre);
  let next = 1;
  const write = async (sql: { execute(text: string, values: readonly unknown[]): Promise<unknown> }) => {
    const receipt = receiptAt(next++, accounts);
    for (const { name, columns, rowOf } of TABLES)
      await sql.execute(`INSERT INTO ${name} (${columns}) VALUES (${columns.map(() => '?')})`, rowOf(receipt));
  };
  return {
    async durability() {
      const [row] = await db.writeLock((sql) => sql.getAll<{ synchronous: number }>('PRAGMA synchronous'));
      return row?.synchronous === 2 ? 'forced to the disk, once (by a setting)' : 'not forced to the disk';
    },
    record: (count) => eachTook(count, () => db.writeTransaction(write)),
    pile: (count) =>
      db.writeTransaction(async (sql) => {
        for (let place = 0; place < count; place++) await write(sql);
      }),
    drain: () => untilDone(() => upload(db, centre, line)),
    atCentre: () => countRows(centre, 'receipts'),
    async lookUp(by, text) {
      const found =
        by === 'number'
          ? await db.getAll(`SELECT * FROM accounts WHERE number = ? LIMIT ${FOUND_MAX}`, [text])
          : await db.getAll(`SELECT * FROM accounts WHERE name >= ? AND name < ? LIMIT ${FOUND_MAX}`, [
              text,
              `${text}\uffff`,
            ]);
      return found.length;
    },
    close: () => db.close(),
  };
}

/** What a connector does: takes part after part from the queue, stores it, and says that it is done. */
async function upload(db: PowerSyncDatabase, centre: string, line: number): Promise<void> {
  const client = await connect(centre, line);
  for (let part = await db.getCrudBatch(PART); part; part = await db.getCrudBatch(PART)) {
    await client.query('BEGIN');
    for (const { name, columns } of TABLES) {
      const rows = part.crud.filter(({ table }) => table === name).map((change) => rowOf(change, columns));
      if (rows.length > 0) await insertRows(client, name, rows);
    }
    await client.query('COMMIT');
    await part.complete();
  }
  await client.end();
}

function rowOf({ id, opData }: Crud['crud'][number], [, ...columns]: readonly string[]): unknown[] {
  return [id, ...columns.map((column) => opData?.[column])];
}

serve(begin);
