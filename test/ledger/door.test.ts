import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { publicKeyOf } from '#main/chain/ed25519';
import { adminTokenOf } from '#main/ledger/adminToken';
import { askEnrolmentToken, readDayReport, sendLoad } from '#main/ledger/client';
import { fetchJournal } from '#main/ledger/fetchJournal';
import { withPaths } from '#main/ledger/loadNames';
import { type RunningLedger, startLedger } from '#main/ledger/startLedger';
import { takeFolder } from '#main/ledger/takeFolder';
import { runDigest } from '#main/sync/signing';
import { FeedPage, JournalReply, WireRefusal } from '#main/sync/wire';
import { createJournal, type JournalBuilder, lineFor } from '#test/support/journalBuilder';
import {
  accountRow,
  accountsCsv,
  BLANK_DATABASE,
  chargeRow,
  chargesCsv,
  districtFile,
  FIRST,
  type Logged,
  newDistrictMark,
} from '#test/support/ledger';
import { createSpeaker, enrolSpeaker, type Speaker } from '#test/support/speaker';

const ADMIN = 'administrator-0123456789';

let folder: string;
let ledger: RunningLedger;
let station: Speaker;
let journal: JournalBuilder;
const logged: Logged[] = [];
const log = {
  info: (what: string, facts = {}) => void logged.push({ level: 'info', what, facts }),
  error: (what: string, facts = {}) => void logged.push({ level: 'error', what, facts }),
};
const spool = mkdtempSync(join(tmpdir(), 'counterfoil-spool-'));
const settings = {
  spool,
  adminToken: ADMIN,
  host: '127.0.0.1',
  tls: null,
  port: 0,
  now: () => Date.parse('2026-11-23T18:00:00Z'),
  random: randomBytes,
  log,
};
const district = newDistrictMark();
const office = () => ({ ledger: ledger.url, token: ADMIN });
const paths = () => ({
  district: join(folder, 'district.json'),
  accounts: join(folder, 'accounts.csv'),
  charges: join(folder, 'charges.csv'),
  by: 'ann',
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-door-'));
  writeFileSync(paths().district, JSON.stringify(districtFile(district)));
  writeFileSync(paths().accounts, `\uFEFF${accountsCsv(accountRow(FIRST, '"Lê, Thị ""Mai"""'))}`);
  writeFileSync(paths().charges, chargesCsv(chargeRow(FIRST, '86.40')));
  ledger = await startLedger({
    ...settings,
    store: { kind: 'embedded', folder: null, blank: BLANK_DATABASE },
    training: false,
  });
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
  rmSync(spool, { recursive: true });
});

type Asked = { status: number; body: unknown; headers: Headers };

/** A key that nobody here holds, and a token that nobody issued. */
const KEY = 'K'.repeat(43);
const UNKNOWN = `quarry-bay.${'A'.repeat(43)}.${'B'.repeat(22)}`;

/** An install comes with a token and, unless it is another's, a key of its own. */
function enrol(token: string, publicKey?: string): Promise<Asked> {
  const install = createSpeaker(ledger.url, district);
  return install.ask('/v1/enrol', { json: { token, publicKey: publicKey ?? publicKeyOf(install.seed) } });
}

async function ask(path: string, init: RequestInit = {}): Promise<Asked> {
  const response = await fetch(new URL(path, ledger.url), init);
  return { status: response.status, body: await response.json(), headers: response.headers };
}

const post = (path: string, token: string, body: unknown) =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('the door answers who comes before the database is up, as soon as it is', async () => {
  const early = ask('/v1/health');
  expect(await early).toMatchObject({ status: 200, body: { ok: true, training: false } });
  await ledger.ready;
});

test('before the first load nothing can be enrolled', async () => {
  await expect(askEnrolmentToken(office(), { series: 'W3' })).rejects.toThrow('No district is loaded yet.');
});

test('a district is loaded, a station enrolled, its journal received and its accounts sent down', async () => {
  const loaded = await sendLoad(office(), paths());
  expect(loaded).toMatchObject({ district, accounts: { added: 1 }, charges: { added: 1, addedCents: 86_40 } });
  const issued = await askEnrolmentToken(office(), { series: 'W3' });
  expect(issued).toMatchObject({ district, series: 'W3', epoch: 1 });
  const enrolled = await enrolSpeaker(ledger.url, issued.token);
  expect(enrolled.reply).toMatchObject({ district, series: 'W3', epoch: 1, training: false });
  station = enrolled;
  expect(await enrol(issued.token)).toMatchObject({ status: 403, body: { code: 'enrolment_token_used' } });
  const feed = FeedPage.parse((await station.ask('/v1/feed?after=')).body);
  const row = feed.rows.find((one) => one.kind === 'account');
  if (row?.kind !== 'account') throw new Error('an account belongs here');
  expect(row.account.customer).toBe('Lê, Thị "Mai"');
  journal = createJournal({ district, funds: districtFile(district).funds });
  journal.openDrawer();
  journal.pay([lineFor(row.account, 86_40)]);
  const run = gzipSync(JSON.stringify({ epoch: 1, entries: journal.entries }));
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const sent = await station.ask('/v1/journal', { headers, body: run });
  expect(sent).toMatchObject({ status: 200, signed: true });
  const about = { head: { epoch: 1, ...journal.head() }, run: runDigest(journal.entries) };
  expect(JournalReply.parse(sent.body)).toEqual({ outcome: 'created', ...about });
  const report = await readDayReport(office(), { day: '2026-11-23' });
  expect(report).toMatchObject({
    stations: [{ station: 'W3', entries: 2, waiting: 0 }],
    notes: ['Left out of amounts until the office has counted all: W3-D0001 (not closed).'],
  });
});

test('a conflict is a 409 that names the ledger’s own head', async () => {
  const fork = createJournal({ district, funds: districtFile(district).funds });
  fork.openDrawer({});
  const reply = await station.ask('/v1/journal', { json: { epoch: 1, entries: fork.entries } });
  expect(reply).toMatchObject({
    ...{ status: 409, signed: true },
    body: { outcome: 'conflict', head: { epoch: 1, ...journal.head() } },
  });
});

test('a page of the feed is compressed for who takes it', async () => {
  const packed = await station.ask('/v1/feed', { headers: { 'accept-encoding': 'gzip' } });
  expect([packed.headers.get('content-encoding'), packed.signed]).toEqual(['gzip', true]);
  const plain = await station.ask('/v1/feed', { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), plain.signed]).toEqual([null, true]);
});

describe('what is refused at the door, each in one shape', () => {
  const entry = () => journal.entries[0];
  const large = 'x'.repeat(200_000);
  const cases: [string, () => Promise<Asked>, number, string][] = [
    ['an unknown address', () => ask('/v1/nothing'), 404, 'ledger_path_unknown'],
    ['another method', () => ask('/v1/journal'), 404, 'ledger_path_unknown'],
    ['no signature', () => ask('/v1/feed'), 401, 'station_signature_wrong'],
    ['a bearer of a token', () => post('/v1/journal', 'x', {}), 401, 'station_signature_wrong'],
    ['the administrator for a station', () => post('/v1/journal', ADMIN, {}), 401, 'station_signature_wrong'],
    [
      'a station for an administrator',
      () => post('/v1/enrolment-tokens', station.token, {}),
      401,
      'ledger_token_wrong',
    ],
    ['malformed JSON', () => post('/v1/enrol', 'x', '{"token":'), 400, 'malformed'],
    ['no JSON at all', () => post('/v1/enrol', 'x', ''), 400, 'malformed'],
    [
      'a body that does not say it is JSON',
      () => ask('/v1/enrol', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }),
      415,
      'not_json',
    ],
    [
      'an unknown field',
      () => post('/v1/enrol', 'x', { token: 'x'.repeat(20), publicKey: KEY, pin: 1 }),
      400,
      'bad_input',
    ],
    ['a missing field', () => post('/v1/enrol', 'x', {}), 400, 'bad_input'],
    ['a list', () => post('/v1/enrol', 'x', []), 400, 'bad_input'],
    ['a token nobody issued', () => enrol(`${district}.${'A'.repeat(43)}.${'B'.repeat(22)}`), 403, 'enrolment_refused'],
    ['a token of no form', () => enrol('let me in, please'), 403, 'enrolment_refused'],
    ['a key that somebody else has', () => enrol(UNKNOWN, KEY), 401, 'station_signature_wrong'],
    ['no entries', () => send({ epoch: 1, entries: [] }), 400, 'bad_input'],
    ['an entry with a field too many', () => send({ epoch: 1, entries: [{ ...entry(), note: 1 }] }), 400, 'bad_input'],
    ['more entries than a run holds', () => send({ epoch: 1, entries: Array(501).fill(entry()) }), 400, 'bad_input'],
    ['a giant body', () => post('/v1/enrol', 'x', { token: large }), 413, 'request_too_large'],
    [
      'a small body that grows without end',
      () =>
        ask('/v1/enrol', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
          body: gzipSync('x'.repeat(50_000_000)),
        }),
      413,
      'request_too_large',
    ],
    [
      'a body that is not the gzip it says',
      () =>
        ask('/v1/enrol', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
          body: '{}',
        }),
      400,
      'malformed',
    ],
    [
      'a body in another compression',
      () =>
        ask('/v1/enrol', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-encoding': 'br' },
          body: '{}',
        }),
      400,
      'malformed',
    ],
    ['an unknown question', () => station.ask('/v1/feed?before=1'), 400, 'bad_input'],
    ['a cursor that is none', () => station.ask('/v1/feed?after=yesterday'), 400, 'bad_input'],
    ['a day that is none', () => ask('/v1/reports/day?day=2026-02-30', { headers: bearer(ADMIN) }), 400, 'bad_input'],
    [
      'an unknown district',
      () => ask('/v1/reports/day?district=nowhere', { headers: bearer(ADMIN) }),
      404,
      'district_unknown',
    ],
    [
      'a journal for nobody',
      () => ask('/v1/journals/L', { headers: bearer(station.token) }),
      401,
      'ledger_token_wrong',
    ],
    ['a journal of no station', () => ask('/v1/journals/W9', { headers: bearer(ADMIN) }), 404, 'station_unknown'],
    ['a journal that is none', () => ask('/v1/journals/w3', { headers: bearer(ADMIN) }), 400, 'bad_input'],
    ['a series that is none', () => post('/v1/enrolment-tokens', ADMIN, { series: 'w3' }), 400, 'bad_input'],
    ['a training series', () => post('/v1/enrolment-tokens', ADMIN, { series: 'T1' }), 400, 'series_only_for_training'],
    ['a load that is no form', () => post('/v1/loads', ADMIN, {}), 400, 'malformed_form'],
    ['a load without its files', () => form({ by: 'ann' }), 400, 'load_incomplete'],
    ['a load with a part too many', () => form({ more: 'x' }), 400, 'bad_input'],
    ['a load by nobody', () => ask('/v1/loads', { method: 'POST', body: new FormData() }), 401, 'ledger_token_wrong'],
  ];
  const send = (json: object) => station.ask('/v1/journal', { json });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const form = (fields: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return ask('/v1/loads', { method: 'POST', headers: bearer(ADMIN), body });
  };

  test.each(cases)('%s', async (_what, asked, status, code) => {
    const { status: given, body } = await asked();
    expect({ status: given, code: WireRefusal.parse(body).code }).toEqual({ status, code });
    expect(WireRefusal.parse(body).sentence).toMatch(/\.$/);
  });

  test('and nothing of it was an error of ours, nor left a file behind', () => {
    expect(logged.filter((line) => line.what === 'request failed')).toEqual([]);
    expect(readdirSync(spool)).toEqual([]);
  });
});

test('a load whose sender goes away in the middle loads nothing and leaves nothing', async () => {
  const { port, hostname } = new URL(ledger.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /v1/loads HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ADMIN}\r\n` +
      'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n' +
      '--b\r\nContent-Disposition: form-data; name="accounts"; filename="a"\r\n\r\nhalf',
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  socket.destroy();
  for (let waited = 0; waited < 50; waited++) {
    if (readdirSync(spool).length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(readdirSync(spool)).toEqual([]);
});

test('a station’s journal comes out as it went in, to a file that is there whole or not at all', async () => {
  const file = join(folder, 'w3.jsonl');
  const entries = await fetchJournal(office(), { series: 'W3' }, file);
  const [first = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(JSON.parse(first)).toMatchObject({ counterfoil: 'journal', version: 1, district, series: 'W3', entries });
  expect(lines.map((line) => JSON.parse(line))).toEqual(journal.entries);
  const none = join(folder, 'w9.jsonl');
  await expect(fetchJournal(office(), { series: 'W9' }, none)).rejects.toThrow('There is no station W9');
  expect(readdirSync(folder).filter((name) => name.startsWith('w9'))).toEqual([]);
});

test.each(['“administrator-0123456789”', 'administratör-0123456789', 'администратор-0123456789', 'two\nlines'])(
  'bug: a token that no header can hold, %j, is told as a wrong one',
  async (token) => {
    const said = 'The ledger does not know this token.';
    await expect(sendLoad({ ...office(), token }, paths())).rejects.toThrow(said);
    await expect(readDayReport({ ...office(), token }, {})).rejects.toThrow(said);
    await expect(askEnrolmentToken({ ...office(), token }, { series: 'W3' })).rejects.toThrow(said);
  },
);

test('a bad row of a load is told with its file, line and column', async () => {
  writeFileSync(join(folder, 'bad.csv'), accountsCsv(accountRow(FIRST), accountRow('40-1', '')));
  const load = () => sendLoad(office(), { ...paths(), accounts: join(folder, 'bad.csv') });
  await expect(load()).rejects.toThrow('bad.csv, line 3, column customer: must be a name');
});

test('bug: a file of a load is called by the path that was given, not by the ledger’s own name', async () => {
  const charges = join(folder, 'accounts-november.csv');
  writeFileSync(charges, chargesCsv(chargeRow(FIRST, '1.00').replace('3435001', '1111111')));
  const sent = { ...paths(), charges };
  const place = `the chart of ${paths().district}. Correct`;
  await expect(sendLoad(office(), sent)).rejects.toThrow(`${charges}, line 2, column bars: 401/1111111 is not in `);
  await expect(sendLoad(office(), sent)).rejects.toThrow(place);
  // The names themselves, swapped: what was sent as one is called by it, wherever it lies.
  const swapped = { accounts: 'charges.csv', charges: 'accounts.csv', district: 'd', bars: '../b.csv' };
  expect(withPaths('accounts.csv, line 2: not in charges.csv or bars-accounts.csv.', swapped)).toBe(
    'charges.csv, line 2: not in accounts.csv or ../b.csv.',
  );
});

test('a training ledger takes training series alone, and its folder serves no real money', async () => {
  const store = { kind: 'embedded', folder: join(folder, 'postgres'), blank: BLANK_DATABASE } as const;
  const training = await startLedger({ ...settings, store, training: true });
  await sendLoad({ ledger: training.url, token: ADMIN }, paths());
  const at = { ledger: training.url, token: ADMIN };
  await expect(askEnrolmentToken(at, { series: 'W3' })).rejects.toThrow('W3 is not a training series');
  expect(await askEnrolmentToken(at, { series: 'T1' })).toMatchObject({ series: 'T1' });
  await training.close();
  const real = await startLedger({ ...settings, store, training: false });
  await expect(real.ready).rejects.toThrow('belongs to a training ledger');
  const refused = await fetch(new URL('/v1/health', real.url));
  expect(refused.status).toBe(500);
  await real.close();
});

test('the administrator’s token is made once, for this user alone', () => {
  const own = join(folder, 'own');
  const token = adminTokenOf(undefined, own, randomBytes);
  expect(adminTokenOf(undefined, own, randomBytes)).toBe(token);
  expect(statSync(join(own, 'admin-token')).mode & 0o777).toBe(0o600);
  expect(adminTokenOf('given-0123456789abc', own, randomBytes)).toBe('given-0123456789abc');
  // On a command line nothing that begins with a dash is a token.
  const other = join(own, 'other');
  expect(adminTokenOf(undefined, other, (bytes) => Buffer.alloc(bytes, 0xfb))).toMatch(/^admin\.-/);
  expect(() => adminTokenOf('short', own, randomBytes)).toThrow('LEDGER_ADMIN_TOKEN');
});

test('a folder is one ledger’s at a time', async () => {
  const own = join(folder, 'hold');
  const first = await takeFolder(own);
  expect(await takeFolder(join(own, '.'))).toBeNull();
  const other = await takeFolder(join(folder, 'other'));
  other?.release();
  first?.release();
  const again = await takeFolder(own);
  expect(again).not.toBeNull();
  again?.release();
});
