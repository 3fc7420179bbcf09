import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assert } from '#domain/assert';
import { Refusal } from '#domain/refusal';
import { type Doing, PlainTrouble, troubleInWords } from '#main/trouble';

const system = (code: string, more: object = {}) => Object.assign(new Error(`${code}: raw words`), { code, ...more });
/** As the embedded database throws it: no Error, no message, the numbers of its own system. */
const embedded = (errno: number) => ({ name: 'ErrnoError', errno });
const of = { place: '/data', said: { place: '--data', port: '--port', address: 'DATABASE_URL' } };

const cases: [string, unknown, Doing, string][] = [
  [
    'a folder that cannot be made',
    system('ENOENT', { syscall: 'mkdir', path: '/cd/x' }),
    of,
    '/cd/x cannot be made. Check',
  ],
  [
    'a full disk, SQLite, by another way',
    system('SQLITE_IOERR_SHMSIZE'),
    of,
    'The disk of /data is full or fails. Free',
  ],
  [
    'a full disk',
    system('ENOSPC', { path: '/data/x' }),
    of,
    'The disk is full. Free some space on it, then try again.',
  ],
  ['a full disk, embedded', embedded(51), of, 'The disk is full. Free some space on it, then try again.'],
  ['a full disk, SQLite', system('SQLITE_FULL'), of, 'The disk is full. Free some space on it, then try again.'],
  ['a folder of others', system('EACCES', { path: '/data/x' }), of, '/data/x may not be read or written by you.'],
  ['a folder of others, SQLite', system('SQLITE_CANTOPEN'), of, '/data may not be read or written by you.'],
  ['a database that is only to be read', system('SQLITE_READONLY_DIRECTORY'), of, '/data may not be read or written'],
  ['a disk that is only to be read', system('EROFS', { path: '/cd' }), of, '/cd lies on a disk that can only be read.'],
  ['nothing there', system('ENOENT', { path: '/data/j.jsonl.part' }), of, '/data/j.jsonl is not there, or its folder'],
  [
    'a file for a folder',
    system('ENOTDIR', { path: '/data/x' }),
    of,
    'where a folder belongs there is a file. Give --data',
  ],
  [
    'a file for a folder, made',
    system('EEXIST', { path: '/data' }),
    of,
    '/data: where a folder belongs there is a file.',
  ],
  [
    'a folder for a file',
    system('EISDIR', { path: '/data', dest: '/out' }),
    of,
    '/out is a folder where a file belongs.',
  ],
  ['a disk that fails', system('EIO', { path: '/data' }), of, 'The disk fails at /data.'],
  ['a damaged database', system('SQLITE_NOTADB'), of, 'The database in /data is damaged. Keep it as it is'],
  ['a database that is taken', system('SQLITE_BUSY'), of, 'The database in /data is in use by another program.'],
  ['a port that is taken', system('EADDRINUSE', { port: 80 }), of, 'Port 80 is taken by another program. Give --port'],
  ['a port for others', system('EACCES', { port: 80 }), of, 'Port 80 may not be used by you. Give --port one above'],
  [
    'an address of another machine',
    system('EADDRNOTAVAIL', { address: '10.9.9.9' }),
    {},
    '10.9.9.9 is no address of this',
  ],
  [
    'nobody there',
    Object.assign(new AggregateError([system('ECONNREFUSED', { address: '::1', port: 5432 })], 'all'), {
      code: undefined,
    }),
    of,
    'Nothing answers at ::1:5432. Check DATABASE_URL, and that the program there is running.',
  ],
  [
    'a name that nobody has',
    new TypeError('fetch failed', { cause: system('ENOTFOUND', { hostname: 'nowhere.example' }) }),
    {},
    'There is no machine called nowhere.example on this network. Check the address letter by letter.',
  ],
  [
    'https where there is none',
    system('ERR_SSL_WRONG_VERSION_NUMBER'),
    { address: 'https://l:1' },
    'https://l:1 does not speak https.',
  ],
  [
    'bug: something that is no server of pages',
    new TypeError('fetch failed', { cause: system('HPE_INVALID_CONSTANT') }),
    { address: 'http://l:22' },
    'What answers at http://l:22 does not speak http. Check the address.',
  ],
  [
    'a certificate of nobody',
    system('DEPTH_ZERO_SELF_SIGNED_CERT'),
    { address: 'https://l' },
    'https://l cannot prove who it is.',
  ],
  [
    'an answer that never came',
    new DOMException('The operation was aborted due to timeout', 'TimeoutError'),
    { address: 'http://l' },
    'http://l does not answer in time.',
  ],
  [
    'no such database',
    Object.assign(new Error('database "books" does not exist'), { code: '3D000' }),
    of,
    'The server has no database books. Make it there. Check DATABASE_URL.',
  ],
  ['a wrong password', system('28P01'), of, 'The database does not let that user in. Check DATABASE_URL'],
  ['no room for one more', system('53300'), of, 'The database has no room for one more connection.'],
  ['a refusal of ours', new Refusal('district_not_loaded', {}), {}, 'No district is loaded yet.'],
  [
    'plain words',
    new Error('outer', { cause: new PlainTrouble('The ink is out. Fill it.') }),
    {},
    'The ink is out. Fill it.',
  ],
  [
    'what we do not know',
    new Error('SIGFPE at 0x00ff'),
    {},
    'Something went wrong that this program has no words for.',
  ],
  ['what is no error at all', { odd: true }, {}, 'Something went wrong that this program has no words for.'],
  ['nothing', undefined, {}, 'Something went wrong that this program has no words for.'],
];

test.each(cases)('%s', (_what, error, doing, words) => {
  const said = troubleInWords(error, doing);
  expect(said).toContain(words);
  expect(said).toMatch(/^[\p{Lu}/\d:h].*\.$/u);
  expect(said).not.toMatch(/raw words|\bE[A-Z]{3,}|SQLITE|undefined|\[object/);
});

test('a promise that the database breaks is told as a sentence', () => {
  let broken: unknown;
  try {
    assert(false, 'this database takes real money; start it without --training');
  } catch (error) {
    broken = error;
  }
  expect(troubleInWords(broken)).toBe('This database takes real money; start it without --training.');
});

test.each([
  'http://127.0.0.1:7440 does not answer in time. Try again.',
  'charges.csv, line 2, column account: there is no such account.',
  '../s20/charges.csv: is empty.',
  'my files/charges.csv is a folder where a file belongs.',
])('bug: no path and no address is written with a capital: %s', (words) => {
  expect(troubleInWords(new PlainTrouble(words))).toBe(words);
});

test('what fetch throws is understood: a closed port, a forbidden one, one that sends elsewhere', async () => {
  const server = createServer((_request, reply) =>
    reply.writeHead(302, { location: 'http://elsewhere.example' }).end(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const why = (address: string) =>
    fetch(address, { redirect: 'error' }).then(
      () => 'answered',
      (error: unknown) => troubleInWords(error, { address }),
    );
  expect(await why(`http://127.0.0.1:${port}`)).toMatch(/sends elsewhere\./);
  await new Promise((resolve) => server.close(resolve));
  expect(await why(`http://127.0.0.1:${port}`)).toMatch(/^Nothing answers at http:\/\/127\.0\.0\.1:\d+\./);
  expect(await why('http://127.0.0.1:9')).toMatch(/^Programs may not call http:\/\/127\.0\.0\.1:9: its port/);
});
