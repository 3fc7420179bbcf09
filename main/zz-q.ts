import Database from 'better-sqlite3';

const db = new Database('/tmp/proto/tri.db', { readonly: true });
db.pragma('cache_size=-16000');
const all = db.prepare('SELECT * FROM account_search').all() as any[];
const rnd = (n: number) => Math.floor(Math.random() * n);
const pick = () => all[rnd(all.length)];
const fts = (cols: string, words: string[], sub = false) =>
  words.map((w) => `${cols}"${sub ? '' : '  '}${w}"`).join(' AND ');
const q = db.prepare('SELECT rowid FROM w WHERE w MATCH ? LIMIT 50');
const pre = (c: string) =>
  db.prepare(`SELECT account_id FROM account_search WHERE ${c} >= ? AND ${c} < ? ORDER BY ${c} LIMIT 50`);
const pres = {
  name: pre('name'),
  address: pre('address'),
  number: pre('number'),
  phone: pre('phone'),
  parcel: pre('parcel'),
};
const kinds: Record<string, () => string[]> = {
  name1: () => [pick().name.slice(0, 1)],
  name2: () => [pick().name.slice(0, 2)],
  name3: () => [pick().name.slice(0, 3)],
  nameWord: () => [pick().name.split(' ')[0]],
  nameBoth: () => pick().name.split(' ').slice(0, 2),
  nameRev: () => pick().name.split(' ').slice(0, 2).reverse(),
  nameShort2: () => [pick().name.split(' ').at(-1).slice(0, 1), pick().name.slice(0, 1)],
  two2: () => [pick().name.split(' ').at(-1).slice(0, 2), pick().address.split(' ')[1].slice(0, 2)],
  addr: () => pick().address.split(' ').slice(0, 2),
  street: () => [pick().address.split(' ')[1]],
  street2: () => pick().address.split(' ').slice(1, 3),
  cross: () => [pick().name.split(' ')[0], pick().address.split(' ')[1]],
  digits3: () => [pick().number.slice(3, 6)],
  digits4: () => [pick().phone.slice(-4) || '1234'],
  digits7: () => [pick().phone.slice(-7) || '1234'],
  digits10: () => [pick().phone || '12345'],
  d1: () => [String(rnd(10))],
  d2: () => [String(10 + rnd(90))],
  miss: () => ['qqzx'],
  miss2: () => ['zq', 'xq'],
  missLong: () => ['nguyen', 'zzyzx'],
  missCommon: () => ['smith', 'nguyen', 'heron'],
  dd: () => ['4', '5', '6'],
  ne: () => ['ne', 'st'],
  a3: () => ['a', 'b', 'c', 'd'],
};
for (const [kind, make] of Object.entries(kinds)) {
  const row: string[] = [];
  for (const [label, cols, sub] of [
    ['name', '{name}:', false],
    ['any', '', false],
    ['addr', '{address}:', false],
    ['sub', '', true],
  ] as const) {
    const times: number[] = [];
    let found = 0;
    let worst = '';
    for (let i = 0; i < 200; i++) {
      const words = make();
      if (sub && words.some((w) => w.length < 3)) continue;
      const t = performance.now();
      const r = q.all(fts(cols, words, sub));
      const d = performance.now() - t;
      if (d > Math.max(...times, 0)) worst = words.join(' ');
      times.push(d);
      found += r.length;
    }
    times.sort((a, b) => a - b);
    row.push(
      times.length
        ? `${label} p50 ${times[times.length >> 1]!.toFixed(2)} p95 ${times[Math.floor(times.length * 0.95)]!.toFixed(2)} max ${times.at(-1)!.toFixed(1)} (${worst}) n${(found / times.length).toFixed(0)}`
        : '',
    );
  }
  console.log(kind.padEnd(10), row.join(' | '));
}
