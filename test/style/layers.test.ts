import { allSources, importsOf } from './sources.ts';

/** Part of the house by path; the first that fits. Files at the top of main/ are the app's own, but for the ones named. */
const PARTS: [RegExp, string][] = [
  [/^main\/(host|log|pageFiles|program|secrets|trouble|tryPort)\.ts$/, 'host'],
  [/^main\/vite\.config\.mts$|^renderer\/vite\.config\.mts$/, 'build'],
  [/^main\/ledger\/cli\//, 'programs'],
  [/^main\/(?:sample|export|rebuild|recover)\/cli\.ts$/, 'programs'],
  [/^main\/([a-z]+)\//i, '$1'],
  [/^main\//, 'app'],
  [/^db\/(station|ledger)\//, 'db/$1'],
  [/^printing\/languages\//, 'languages'],
  [/^printing\//, 'printing'],
  [/^renderer\//, 'renderer'],
  [/^node:/, 'node'],
];

/** Who may know whom (design §4), packages included. A part always knows itself. */
const MAY_KNOW: Record<string, string[]> = {
  // Pure: no machine, no database, no network.
  domain: ['zod', 'dinero.js'],
  contract: ['domain', 'zod'],
  formats: ['domain', 'zod', 'csv-parse'],
  // What payers read, on paper and on their display.
  languages: ['domain'],
  chain: ['domain', 'node'],
  host: ['domain', 'contract', 'node', 'printing', 'zod'],
  // The station.
  'db/station': ['domain', 'chain', 'sync', 'zod', 'better-sqlite3', 'drizzle-orm'],
  usecases: ['domain', 'contract', 'chain', 'db/station', 'views', 'printing'],
  views: ['domain', 'contract', 'chain', 'formats', 'db/station', 'printing', 'host'],
  actions: [
    ...['domain', 'contract', 'chain', 'db/station', 'sync', 'host', 'app', 'usecases', 'views', 'mail', 'tls'],
    ...['printing', 'node'],
  ],
  sync: ['domain', 'contract', 'chain', 'db/station', 'host', 'app', 'node', 'zod'],
  devices: ['domain', 'host', 'node'],
  // The second copy of the journal.
  twin: ['domain', 'db/station', 'host', 'app', 'node', 'zod'],
  // Whether the database is still what was written.
  check: ['domain', 'db/station', 'host', 'app', 'node'],
  // Whom a client believes to be the ledger.
  tls: ['host', 'app', 'node'],
  mail: ['domain', 'chain', 'host', 'node', 'nodemailer'],
  printing: ['domain', 'languages', 'host', 'node', 'node-thermal-printer', 'pdfkit', 'uqr'],
  app: [
    ...['domain', 'contract', 'chain', 'db/station', 'usecases', 'views', 'actions', 'sync', 'devices', 'mail'],
    ...['twin', 'check', 'rebuild', 'printing', 'host', 'node', 'zod'],
  ],
  // The office.
  'db/ledger': ['domain', 'chain', 'sync', 'node', 'drizzle-orm', 'pg', '@electric-sql/pglite'],
  ledger: [
    'domain',
    'contract',
    'chain',
    'formats',
    'sync',
    'db/ledger',
    'tls',
    // Slips as documents and as text alone, see below.
    'printing',
    'host',
    'node',
    'zod',
    'fastify',
    'drizzle-orm',
  ],
  // The page.
  renderer: [
    ...['domain', 'contract', 'formats', 'languages', 'react', 'react-dom', '@fontsource-variable/inter', 'uqr'],
    ...['@tanstack/react-virtual', 'recharts'],
  ],
  // The hosts, and programs beside them.
  web: ['domain', 'contract', 'host', 'node'],
  start: [
    'domain',
    'contract',
    'host',
    'web',
    'app',
    'tls',
    'ledger',
    'sample',
    'printing',
    'node',
    'zod',
    'better-sqlite3',
  ],
  electron: ['domain', 'contract', 'host', 'web', 'app', 'start', 'node', 'electron'],
  sample: ['domain', 'node'],
  export: ['domain', 'db/station', 'node', 'drizzle-orm'],
  recover: ['domain', 'contract', 'chain', 'db/station', 'sync', 'host', 'app', 'twin', 'node'],
  rebuild: ['domain', 'db/station', 'host', 'twin', 'start', 'node'],
  programs: [
    'domain',
    'host',
    'ledger',
    'db/ledger',
    'db/station',
    'tls',
    'sample',
    'export',
    'rebuild',
    'recover',
    'web',
    'formats',
    'node',
    'zod',
  ],
  build: ['contract', 'node', 'vite', '@vitejs/plugin-react'],
  // An auditor takes it away alone: it trusts nothing of ours.
  verify: ['node'],
};

/** Node modules that pure parts may know all the same: hashes. */
const PURE_ENOUGH: Record<string, string[]> = { chain: ['node:crypto', 'node:util'] };

function partOf(path: string): string {
  for (const [pattern, name] of PARTS) {
    const match = pattern.exec(path);
    if (match) return name.replace('$1', match[1] ?? '');
  }
  // A package, without the way into it.
  return path.split('/', path.startsWith('@') ? 2 : 1).join('/');
}

const house = allSources().filter(({ path }) => !path.startsWith('test/'));

test('everybody knows only whom the design lets them know', () => {
  const strangers = house.flatMap((source) => {
    const part = partOf(source.path);
    const may = MAY_KNOW[part] ?? [];
    return importsOf(source)
      .filter((path) => ![part, ...may].includes(partOf(path)))
      .map((path) => `${source.path} (${part}) knows ${path} (${partOf(path)})`);
  });
  expect(strangers).toEqual([]);
});

test.each(Object.entries(PURE_ENOUGH))('%s knows of Node only %j', (part, modules) => {
  const others = house
    .filter(({ path }) => partOf(path) === part)
    .flatMap(importsOf)
    .filter((path) => path.startsWith('node:') && !modules.includes(path));
  expect(others).toEqual([]);
});

test('the ledger makes slips as text: it knows no printer, and nothing that becomes another kind of paper', () => {
  const ofPrinting = house
    .filter(({ path }) => partOf(path) === 'ledger')
    .flatMap(importsOf)
    .filter((path) => partOf(path) === 'printing');
  expect([...new Set(ofPrinting)].sort()).toEqual(
    ['officeCopy', 'receiptDocument', 'slip', 'slipParts', 'slipText'].map((name) => `printing/${name}.ts`),
  );
});

test('every part of the house is in the table', () => {
  expect([...new Set(house.map(({ path }) => partOf(path)))].filter((part) => !MAY_KNOW[part])).toEqual([]);
});

test('only main/electron imports electron', () => {
  const who = allSources().filter((source) => importsOf(source).includes('electron'));
  expect(who.filter(({ path }) => !path.startsWith('main/electron/')).map(({ path }) => path)).toEqual([]);
});

test('nobody imports a test, but tests', () => {
  expect(house.filter((source) => importsOf(source).some((path) => path.startsWith('test/')))).toEqual([]);
});
