import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountRow, accountsCsv, chargeRow, chargesCsv, districtFile, FIRST } from '#test/support/ledger';
import { enrolSpeaker } from '#test/support/speaker';

/* The ledger's programs as finance runs them, each a process of its own, on the embedded database. */

let folder: string;
let ledger: ChildProcess;
let url: string;
const at = () => ['--to', url, '--token', readFileSync(join(folder, 'data', 'admin-token'), 'utf8').trim()];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-programs-'));
  writeFileSync(join(folder, 'district.json'), JSON.stringify(districtFile('quarry-bay')));
  writeFileSync(join(folder, 'accounts.csv'), accountsCsv(accountRow(FIRST)));
  writeFileSync(join(folder, 'charges.csv'), chargesCsv(chargeRow(FIRST, '86.40')));
  ledger = program('ledger', ['--port', '0', '--data', join(folder, 'data')], 'ipc');
  const [line] = (await once(ledger.stdout ?? ledger, 'data')) as [Buffer];
  const said = JSON.parse(String(line));
  expect(said).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), data: join(folder, 'data') });
  url = said.url;
});
afterAll(() => {
  ledger.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function program(
  name: string,
  args: string[],
  channel: 'ipc' | 'ignore' = 'ignore',
  given: Record<string, string> = {},
): ChildProcess {
  const { DATABASE_URL: _none, DATABASE_OWNER_URL: _owner, LEDGER_ADMIN_TOKEN: _nor, ...rest } = process.env;
  const env = { ...rest, ...given };
  return spawn(process.execPath, ['main/start/launch.mjs', name, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', channel],
  });
}

type Ended = { code: number; out: string; wrong: string };

const run = (name: string, ...args: string[]) => ended(program(name, args));

async function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let wrong = '';
  child.stdout?.on('data', (chunk) => (out += chunk));
  child.stderr?.on('data', (chunk) => (wrong += chunk));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, wrong };
}

/** A mapping file that begins with a byte order mark and maps one place. */
function mapping(place: string): string {
  const file = join(folder, `${place}.json`);
  const told = { columns: [{ name: 'Account', value: '{account}' }], accounts: { [place]: '10-1000' } };
  writeFileSync(file, `\uFEFF${JSON.stringify(told)}`);
  return file;
}

const files = () => ['district.json', 'accounts.csv', 'charges.csv'].map((file) => join(folder, file));

test('a district is loaded, a station enrolled and a day reported', async () => {
  const loaded = await run('ledgerLoad', ...at(), ...files());
  expect(loaded).toMatchObject({ code: 0, wrong: '' });
  expect(loaded.out).toContain('Accounts   1 new, 0 changed, 0 as before');
  const enrolled = await run('ledgerEnrol', ...at(), '--series', 'W3');
  expect(enrolled.out).toMatch(
    /^npm start -- --ledger http:\/\/127\.0\.0\.1:\d+ --enrol quarry-bay\.[\w-]{43}\.[\w-]{22}$/m,
  );
  expect(enrolled.out).not.toMatch(/not used|Careful/);
  const again = await run('ledgerEnrol', ...at(), '--series', 'W3');
  expect(again.out).toMatch(/^The token that was issued for W3 before and not used does not work any more\.$/m);
  expect(again.out).not.toContain('Careful');
  const [token = ''] = /quarry-bay\.[\w-]{43}\.[\w-]{22}/.exec(again.out) ?? [];
  await enrolSpeaker(url, token);
  const anew = await run('ledgerEnrol', ...at(), '--series', 'W3');
  expect(anew.out).toMatch(/^Careful: there is a station W3 already\. When this token is used, that one is retired/m);
  expect(anew.out).not.toContain('not used');
  const report = await run('ledgerReport', ...at(), '--day', '2026-11-23');
  expect(report.out).toContain('Debits equal credits: 0.00.');
});

test('the office’s journal goes to a file, over an earlier export and over nothing else, and is verified', async () => {
  const file = join(folder, 'office.jsonl');
  for (const _ of ['once', 'again'])
    expect(await run('ledgerExport', ...at(), file)).toEqual({
      code: 0,
      out: `0 entries written to ${file}.\n`,
      wrong: '',
    });
  const scans = join(folder, 'scans');
  expect((await run('ledgerExport', ...at(), '--scans', scans, file)).out).toBe(
    `0 entries written to ${file}.\n0 scanned receipts written to ${scans}.\n`,
  );
  expect((await run('verify', file)).out).toBe('The journal of the office in quarry-bay is empty.\n');
  expect((await run('ledgerExport', ...at(), join(folder, 'district.json'))).wrong).toContain(
    'is no export of a journal',
  );
});

test.each([
  ['ledgerExport', () => at(), 'Name the file to write.'],
  ['ledgerExport', () => [...at(), '--series', 'W9', join(folder, 'w9.jsonl')], 'There is no station W9'],
  ['ledgerGl', () => at(), 'Name the file to write.'],
  ['ledgerGl', () => [...at(), join(folder, 'gl.csv')], 'Nothing has gone out to finance yet.'],
  ['ledgerGl', () => [...at(), '--number', '3', join(folder, 'gl.csv')], 'There is no GL export 3.'],
  ['ledgerGl', () => [...at(), '--number', '3', '--through', '2026-11-23', 'gl.csv'], 'Name a number or a day'],
  // bug: --layout and --by were ignored where nothing new goes out.
  ['ledgerGl', () => [...at(), '--number', '3', '--layout', 'day', 'gl.csv'], 'An export keeps the layout in which'],
  ['ledgerGl', () => [...at(), '--by', 'e.lindqvist', 'gl.csv'], '--by exports closed days: name the last of them'],
  ['ledgerGl', () => [...at(), '--mapping', join(folder, 'accounts.csv'), 'gl.csv'], 'is not readable JSON'],
  // What a word processor saves begins with a byte order mark.
  [
    'ledgerGl',
    () => [...at(), '--number', '3', '--mapping', mapping('401-1113000'), 'gl.csv'],
    'There is no GL export',
  ],
  // bug: a place that the chart does not have was taken, and its lines went out under their own name.
  ['ledgerGl', () => [...at(), '--mapping', mapping('401-343500l'), 'gl.csv'], 'accounts.401-343500l – must be a fund'],
  ['ledgerGl', () => [...at(), '--mapping', mapping('401-0000009'), 'gl.csv'], '401-0000009 – is no place of'],
  ['ledgerLoad', () => [...at(), 'district.json'], 'Name the three files.'],
  ['ledgerLoad', () => [...at(), ...files().slice(0, 2), 'nowhere.csv'], 'nowhere.csv'],
  ['ledgerLoad', () => ['--to', url, '--token', 'wrong', ...files()], 'The ledger does not know this token.'],
  ['ledgerLoad', () => ['--to', 'http://127.0.0.1:9', '--token', 'x', ...files()], 'Nothing answers at'],
  ['ledgerReport', () => ['--to', 'http://127.0.0.1:9', '--token', 'x'], 'its port is kept for other uses'],
  ['ledgerEnrol', () => at(), '--series needs the station'],
  ['ledgerEnrol', () => [...at(), '--series', 'w3'], 'must be one to three capital letters and a number'],
  ['ledgerEnrol', () => [...at(), '--series', 'T1'], 'T1 is a training series'],
  ['ledgerReport', () => [...at(), '--day', 'today'], 'The field “day” must be a day, such as 2026-11-23.'],
  // bug: the ledger failed on years that no calendar has.
  ['ledgerReport', () => [...at(), '--day', '0000-01-01'], 'must be a day of the years 2000 to 2099'],
  ['ledgerGl', () => [...at(), '--through', '9999-12-31', 'gl.csv'], 'must be a day of the years 2000 to 2099'],
  ['ledgerReport', () => ['--token', 'x'], '--to needs the ledger'],
  ['ledgerReport', () => [...at(), '--weekly'], 'npm run ledger:report'],
  ['ledger', () => ['--port', 'x'], '--port needs a number'],
  ['ledger', () => ['--data', join(folder, 'data')], 'Another ledger runs in'],
])('%s refuses in one sentence what it cannot do', async (name, args, says) => {
  const { code, out, wrong } = await run(name, ...args());
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(wrong).toContain(says);
  expect(wrong).not.toContain('    at ');
});

test.each([
  [{ DATABASE_OWNER_URL: 'postgres://owner@127.0.0.1:9/x' }, 'DATABASE_OWNER_URL is for migrations alone.'],
  [{ DATABASE_URL: 'http://127.0.0.1/x' }, 'DATABASE_URL is no address of a PostgreSQL server.'],
  [{ DATABASE_URL: 'postgres://web@127.0.0.1:9/x', DATABASE_OWNER_URL: 'x' }, 'DATABASE_OWNER_URL is no address'],
])('the ledger refuses addresses with which it cannot work: %j', async (given, says) => {
  const folderOfItsOwn = join(folder, 'never-made');
  const { code, wrong } = await ended(program('ledger', ['--data', folderOfItsOwn], 'ignore', given));
  expect({ code, wrong }).toEqual({ code: 1, wrong: expect.stringContaining(says) });
  expect(existsSync(folderOfItsOwn)).toBe(false);
});

test('bug: a mistyped district makes no second one, and of several one is named with --district', async () => {
  const typo = join(folder, 'typo.json');
  writeFileSync(typo, JSON.stringify(districtFile('quary-bay')));
  const load = (...flags: string[]) => run('ledgerLoad', ...at(), ...flags, typo, ...files().slice(1));
  expect(await load()).toEqual({
    code: 1,
    out: '',
    wrong:
      'This ledger has no district quary-bay, only quarry-bay. Correct its mark, or load it with --new-district; nothing was loaded.\n',
  });
  expect(await load('--new-district')).toMatchObject({ code: 0, wrong: '' });
  const unclear = await run('ledgerReport', ...at());
  expect(unclear.wrong).toContain(': quarry-bay, quary-bay. Say which one is meant: --district MARK.');
  expect(await run('ledgerReport', ...at(), '--district', 'quary-bay')).toMatchObject({ code: 0, wrong: '' });
});

test('it ends by itself when whoever started it is gone', async () => {
  const ended = once(ledger, 'exit');
  ledger.disconnect();
  expect(await ended).toEqual([0, null]);
});
