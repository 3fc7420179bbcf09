import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#main/start/freePort';
import { createStation } from '../support/station.ts';

/* Every program of ours with everything that can be wrong around it: it ends in plain words, never in the machine's. */

jest.setTimeout(120_000);

/** What we call them here, and what package.json does. */
const PROGRAMS = {
  ledger: 'ledger',
  load: 'ledgerLoad',
  enrol: 'ledgerEnrol',
  report: 'ledgerReport',
  sample: 'sample',
  export: 'export',
  verify: 'verify',
  start: 'start',
} as const;

let folder: string;
let taken: Server;
let port: string;
/** Where nobody listens. */
let closed: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-faults-'));
  writeFileSync(join(folder, 'file'), 'x');
  mkdirSync(join(folder, 'notadb'));
  writeFileSync(
    join(folder, 'notadb', 'station.db'),
    'this is no database, only text that goes on for a while'.repeat(40),
  );
  const station = await createStation({ accounts: [] });
  cpSync(station.folder, join(folder, 'station'), { recursive: true });
  await station.close();
  for (const name of ['district.json', 'accounts.csv', 'charges.csv']) writeFileSync(join(folder, name), '{}');
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  closed = `http://127.0.0.1:${await freePort()}`;
  port = String((taken.address() as AddressInfo).port);
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true });
});

type Ended = { code: number; said: string };

async function run(
  name: keyof typeof PROGRAMS,
  args: string[],
  database?: string,
  adminToken?: string,
): Promise<Ended> {
  const { DATABASE_URL: _none, LEDGER_ADMIN_TOKEN: _nor, ...env } = process.env;
  const child = spawn(process.execPath, ['main/start/launch.mjs', PROGRAMS[name], ...args], {
    env: {
      ...env,
      ...(database === undefined ? {} : { DATABASE_URL: database }),
      ...(adminToken === undefined ? {} : { LEDGER_ADMIN_TOKEN: adminToken }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // What does not end by itself failed.
    timeout: 30_000,
    killSignal: 'SIGKILL',
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

const at = (name: string) => join(folder, name);
const files = () => [at('district.json'), at('accounts.csv'), at('charges.csv')];
const to = (address: string) => ['--to', address, '--token', 'administrator-0123456789'];
const NOBODY = 'http://nowhere.invalid';
const quiet = ['--web', '--no-open', '--ledger', 'http://127.0.0.1:9'];
/** Nobody, not even the superuser, can make a folder there. */
const FORBIDDEN = '/sys/nowhere';

type Row = [keyof typeof PROGRAMS, string, () => string[], RegExp, string?];
const TABLE: Row[] = [
  [
    'ledger',
    'a port that is taken',
    () => ['--data', at('l1'), '--port', port],
    /^Port \d+ is taken by another program\. Give --port/m,
  ],
  [
    'ledger',
    'a file for a folder',
    () => ['--data', at('file')],
    /file: where a folder belongs there is a file\. Give --data/,
  ],
  [
    'ledger',
    'a folder inside a file',
    () => ['--data', at('file/in'), '--port', '0'],
    /where a folder belongs there is a file/,
  ],
  [
    'ledger',
    'a folder that cannot be made',
    () => ['--data', FORBIDDEN, '--port', '0'],
    /^\/sys\/nowhere may not be read or written by you\./,
  ],
  [
    'ledger',
    'an address of another machine',
    () => ['--data', at('l2'), '--port', '0', '--host', '203.0.113.1', '--behind-proxy'],
    /^203\.0\.113\.1 is no address of this machine/,
  ],
  [
    'ledger',
    'others who could read along',
    () => ['--data', at('l2'), '--port', '0', '--host', '203.0.113.1'],
    /^On 203\.0\.113\.1 others could read what stations send\. Give --tls-cert and --tls-key; or --behind-proxy/,
  ],
  [
    'ledger',
    'a certificate without its key',
    () => ['--data', at('l2'), '--port', '0', '--tls-cert', 'package.json'],
    /^--tls-cert and --tls-key belong together\./,
  ],
  [
    'ledger',
    'a certificate that is none',
    () => ['--data', at('l2'), '--port', '0', '--tls-cert', 'package.json', '--tls-key', 'package.json'],
    /^package\.json holds no certificate\. Name a PEM file/,
  ],
  [
    'ledger',
    'a server that is not there',
    () => ['--data', at('l3'), '--port', '0'],
    /^Nothing answers at 127\.0\.0\.1:1\. Check DATABASE_URL/m,
    'postgres://u@127.0.0.1:1/x',
  ],
  [
    'ledger',
    'a server that nobody knows',
    () => ['--data', at('l4'), '--port', '0'],
    /^There is no machine called nowhere\.invalid on this network\. Check DATABASE_URL/m,
    'postgres://u@nowhere.invalid/x',
  ],
  [
    'ledger',
    'an address that is none',
    () => ['--data', at('l5'), '--port', '0'],
    /^DATABASE_URL is no address of a PostgreSQL server\./,
    'nonsense',
  ],
  [
    'load',
    'a ledger that is not there',
    () => [...to(closed), ...files()],
    /^Nothing answers at http:\/\/127\.0\.0\.1:\d+\. Check the address/,
  ],
  [
    'load',
    'a port that no program may call',
    () => [...to('http://127.0.0.1:9'), ...files()],
    /^(Programs may not call|Nothing answers at) http:\/\/127\.0\.0\.1:9/,
  ],
  [
    'load',
    'a ledger that nobody knows',
    () => [...to(NOBODY), ...files()],
    /^There is no machine called nowhere\.invalid/,
  ],
  [
    'load',
    'a file that is not there',
    () => [...to(closed), at('nix.json'), at('accounts.csv'), at('charges.csv')],
    /nix\.json is not there, or its folder is not/,
  ],
  [
    'load',
    'a folder for a file',
    () => [...to(closed), folder, at('accounts.csv'), at('charges.csv')],
    /is a folder where a file belongs/,
  ],
  ['load', 'an address that is none', () => [...to('ledger'), ...files()], /^--to needs the ledger's address/],
  [
    'enrol',
    'a ledger that is not there',
    () => [...to(closed), '--series', 'W3'],
    /^Nothing answers at http:\/\/127\.0\.0\.1:\d+\. Check the address/,
  ],
  [
    'report',
    'a ledger that is not there',
    () => to(closed),
    /^Nothing answers at http:\/\/127\.0\.0\.1:\d+\. Check the address/,
  ],
  ['report', 'a port that no program may call', () => to('http://127.0.0.1:9'), /its port is kept for other uses/],
  ['report', 'a flag that is not there', () => ['--weekly'], /^Unknown option '--weekly'\.\nnpm run ledger:report/],
  [
    'sample',
    'a file for a folder',
    () => ['--accounts', '10', '--to', at('file')],
    /where a folder belongs there is a file\. Give --to/,
  ],
  [
    'sample',
    'a folder that cannot be made',
    () => ['--accounts', '10', '--to', FORBIDDEN],
    /^\/sys\/nowhere may not be read or written by you\./,
  ],
  ['sample', 'a day that is none', () => ['--day', 'today'], /^--day today is no day\./],
  [
    'sample',
    'bug: fewer accounts than none',
    () => ['--accounts', '-5'],
    /^--accounts must be a whole number from 0 to 1000000, not -5\./,
  ],
  ['sample', 'a flag that is not there', () => ['--colour'], /^Unknown option '--colour'\./],
  [
    'export',
    'a folder without a station',
    () => ['--data', at('nowhere'), at('j')],
    /^There is no station in .*nowhere\./,
  ],
  [
    'export',
    'a file in a folder that is not there',
    () => ['--data', at('station'), at('nix/j.jsonl')],
    /nix\/j\.jsonl is not there, or its folder is not\. Check the name\./,
  ],
  [
    'export',
    'a folder for a file',
    () => ['--data', at('station'), folder],
    /is a folder where a file belongs|where a folder belongs/,
  ],
  [
    'export',
    'a database that is none',
    () => ['--data', at('notadb'), at('j')],
    /^The database in .*notadb is damaged\. Keep it as it is/,
  ],
  [
    'verify',
    'a file that is not there',
    () => [at('nix.jsonl')],
    /^There is no file .*nix\.jsonl\. Check its name\.$/m,
  ],
  ['verify', 'a folder for a file', () => [folder], /is a folder\. Name the exported file\./],
  ['verify', 'a flag that is not there', () => ['--colour'], /^Unknown option '--colour'\. Use: npm run verify/],
  ['verify', 'a file that is no journal', () => [at('file')], /./],
  [
    'start',
    'a port that is taken',
    () => [...quiet, '--data', at('s1'), '--port', port],
    /^Port \d+ is taken by another program\. Give --port another one\./m,
  ],
  [
    'start',
    'a file for a folder',
    () => [...quiet, '--data', at('file')],
    /where a folder belongs there is a file\. Give --data another one\./,
  ],
  [
    'start',
    'a folder that cannot be made',
    () => [...quiet, '--data', FORBIDDEN],
    /^\/sys\/nowhere may not be read or written by you\./,
  ],
  [
    'start',
    'a database that is none',
    () => [...quiet, '--data', at('notadb')],
    /^The database in .*notadb is damaged\. Keep it as it is and call for help\./,
  ],
];

/** What the machine says: codes, calls of the system, the insides of a program. */
const RAW =
  /\bE[A-Z]{4,}\b|SQLITE_|errno|syscall|node:internal|^\s+at |\[object|undefined|getaddrinfo|fetch failed|Error:|\.part\b/m;

test.each(TABLE)('%s: %s', async (...[name, , args, words, database]: Row) => {
  const { code, said } = await run(name, args(), database);
  expect(said).toMatch(words);
  expect(said.replace(/^\{.*\}$/gm, '')).not.toMatch(RAW);
  expect(code).toBeGreaterThan(0);
});

type Leaving = [keyof typeof PROGRAMS, string, () => string[], (string | undefined)?, string?];
const LEAVING: Leaving[] = [
  ['start', 'a port that is taken', () => [...quiet, '--port', port]],
  ['start', 'a port that is taken, training', () => ['--web', '--no-open', '--port', port]],
  ['ledger', 'a port that is taken', () => ['--port', port]],
  ['ledger', 'a port that is taken, with a server', () => ['--port', port], 'postgres://u@127.0.0.1:1/x'],
  ['ledger', 'an address of another machine', () => ['--port', '0', '--host', '203.0.113.1', '--behind-proxy']],
  ['ledger', 'a token that is none', () => ['--port', '0'], undefined, 'short'],
];

test.each(LEAVING)(
  'bug: %s, refused for %s, leaves nothing behind',
  async (...[name, what, args, database, token]: Leaving) => {
    const data = at(`left-${name}-${what}`);
    expect((await run(name, [...args(), '--data', data], database, token)).code).toBeGreaterThan(0);
    expect(existsSync(data)).toBe(false);
  },
);

test('--debug adds the machine’s own words', async () => {
  const { said } = await run('sample', ['--accounts', '10', '--to', at('file'), '--debug']);
  expect(said).toMatch(/EEXIST|ENOTDIR/);
  expect(said).toContain('where a folder belongs there is a file.');
});
