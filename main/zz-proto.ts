import { rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { fold } from './domain/fold.ts';
import { sampleAccounts } from './sample/accounts.ts';

const mode = process.argv[2];
const file = `/tmp/proto/${mode}.db`;
for (const s of ['', '-wal', '-shm']) rmSync(file + s, { force: true });
const db = new Database(file);
db.pragma('journal_mode=WAL');
db.pragma('synchronous=FULL');
db.pragma('cache_size=-16000');
db.exec(`CREATE TABLE account_search (account_id INTEGER PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, number TEXT NOT NULL, phone TEXT NOT NULL, parcel TEXT NOT NULL) STRICT;
CREATE INDEX a1 ON account_search(name); CREATE INDEX a2 ON account_search(address); CREATE INDEX a3 ON account_search(number);CREATE INDEX a4 ON account_search(phone);CREATE INDEX a5 ON account_search(parcel);`);
if (mode === 'tri')
  db.exec(
    `CREATE VIRTUAL TABLE w USING fts5(name, address, number, phone, parcel, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')`,
  );
if (mode === 'tri1')
  db.exec(
    `CREATE VIRTUAL TABLE w USING fts5(name, address, number, phone, parcel, content='', contentless_delete=1, tokenize='trigram case_sensitive 1')`,
  );
if (mode === 'words')
  db.exec(
    `CREATE VIRTUAL TABLE w USING fts5(name, address, number, phone, parcel, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3')`,
  );
const ins = db.prepare('INSERT INTO account_search VALUES (?,?,?,?,?,?)');
const insw = db.prepare('INSERT INTO w(rowid,name,address,number,phone,parcel) VALUES (?,?,?,?,?,?)');
let n = 0;
const t0 = performance.now();
let worst = 0;
const spread = (t: string) =>
  mode === 'tri'
    ? t
        .split(' ')
        .filter((x) => x)
        .map((x) => `  ${x}`)
        .join('')
    : t;
const batch: any[] = [];
const flush = () => {
  const t = performance.now();
  db.transaction(() => {
    for (const a of batch) {
      const h = a.holder;
      n++;
      const name = fold(h.customer),
        addr = fold(h.serviceAddress),
        num = fold(h.accountNumber),
        ph = fold(h.phone),
        pa = fold(h.parcel);
      const j = (x: string) => x.replaceAll(' ', '');
      ins.run(n, name, addr, j(num), j(ph), j(pa));
      if (mode === 'tri')
        insw.run(
          n,
          spread(name),
          spread(addr),
          spread(num + ' ' + j(num)),
          spread(ph + ' ' + j(ph)),
          spread(pa + ' ' + j(pa)),
        );
      else if (mode === 'tri1') insw.run(n, spread(name), spread(addr), j(num), j(ph), j(pa));
      else if (mode === 'words')
        insw.run(n, name, addr, num + ' ' + j(num), ph + ' ' + j(ph) + ' ' + j(ph).slice(3), pa + ' ' + j(pa));
    }
  })();
  worst = Math.max(worst, performance.now() - t);
  batch.length = 0;
};
for (const a of sampleAccounts(200000, 1, '2026-11-23')) {
  batch.push(a);
  if (batch.length === 200) flush();
}
flush();
console.log(mode, ((performance.now() - t0) / 1000).toFixed(1), 's, worst batch', worst.toFixed(0), 'ms');
db.pragma('wal_checkpoint(TRUNCATE)');
console.log((statSync(file).size / 1e6).toFixed(0), 'MB');
