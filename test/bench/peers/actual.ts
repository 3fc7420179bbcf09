import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as api from '@actual-app/api';
import Database from 'better-sqlite3';
import { eachTook, serve, untilDone } from './child.ts';
import { type Peer, receiptAt, type Setting } from './peer.ts';

const PASSWORD = 'the-bench-keeps-no-secret';
const FOUND_MAX = 20;

/** Actual's client and its sync-server. A receipt is a transaction with the receipt as its note, an account a payee. */
async function begin({ folder, accounts, line, centre }: Setting): Promise<Peer> {
  await api.init({ dataDir: folder, serverURL: `http://127.0.0.1:${line}`, password: PASSWORD, verbose: false });
  await api.runImport('bench', async () => {});
  const [budget] = await api.getBudgets();
  const id = budget?.id ?? '';
  addPayees(join(folder, id, 'db.sqlite'), accounts);
  await api.loadBudget(id);
  const drawer = await api.createAccount({ name: 'drawer', offbudget: true }, 0);
  await api.sync();
  let next = 1;
  const transaction = () => {
    const receipt = receiptAt(next++, accounts);
    return { date: receipt.businessDay, amount: receipt.cents, notes: JSON.stringify(receipt) };
  };
  return {
    durability: async () => durabilityOf(join(folder, id, 'db.sqlite')),
    record: (count) => eachTook(count, () => api.addTransactions(drawer, [transaction()])),
    pile: async (count) => void (await api.addTransactions(drawer, Array.from({ length: count }, transaction))),
    drain: () => untilDone(() => api.sync()),
    async atCentre() {
      const db = new Database(join(centre, groupIn(centre)), { readonly: true });
      // Each transaction is told field by field; one of them is its note.
      const found = db
        .prepare("SELECT count(*) FROM messages_binary WHERE instr(content, x'6e6f746573')")
        .pluck()
        .get();
      db.close();
      return Number(found);
    },
    async lookUp(by, text) {
      const filter = { name: by === 'number' ? { $like: `%· ${text}` } : { $like: `${text}%` } };
      return (await api.aqlQuery(api.q('payees').filter(filter).limit(FOUND_MAX).select('*'))).data.length;
    },
    close: () => api.shutdown(),
  };
}

/** The one file that its server keeps changes in. */
const groupIn = (files: string) => readdirSync(files).find((name) => name.startsWith('group-')) ?? '';

/** As if they had come down: 200,000 of them by its own door would take an hour. */
function addPayees(file: string, accounts: Setting['accounts']): void {
  const db = new Database(file);
  const payee = db.prepare('INSERT INTO payees (id, name, tombstone) VALUES (?, ?, 0)');
  const mapping = db.prepare('INSERT INTO payee_mapping (id, targetId) VALUES (?, ?)');
  db.transaction(() => {
    for (const { number, name } of accounts) {
      payee.run(number, `${name} · ${number}`);
      mapping.run(number, number);
    }
  })();
  db.close();
}

/** Its own connection is not to be asked; it sets nothing, so that one like it has what it has. */
function durabilityOf(file: string): string {
  const db = new Database(file);
  const mode = db.pragma('journal_mode', { simple: true });
  const synchronous = Number(db.pragma('synchronous', { simple: true }));
  db.close();
  return mode === 'delete' && synchronous >= 2
    ? 'forced to the disk, once (a rollback journal)'
    : `${mode}, ${synchronous}`;
}

serve(begin);
