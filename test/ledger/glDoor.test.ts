import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GlMapping } from '#formats/glMapping';
import { askEnrolmentToken, exportGl, findGl, glPlacesKnown, type Office, sendLoad } from '#main/ledger/client';
import { fetchGl } from '#main/ledger/fetchGl';
import { type RunningLedger, startLedger } from '#main/ledger/startLedger';
import { createJournal } from '../support/journalBuilder.ts';
import {
  accountRow,
  accountsCsv,
  BLANK_DATABASE,
  chargeRow,
  chargesCsv,
  districtFile,
  FIRST,
} from '../support/ledger.ts';
import { FINANCE, PEOPLE, SOLHEIM, WHITEBEAR } from '../support/officeDay.ts';
import { enrolSpeaker, type Speaker } from '../support/speaker.ts';

const DAY = '2026-11-23';
let folder: string;
let ledger: RunningLedger;
let office: Office;
let station: Speaker;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-gl-'));
  const token = 'administrator'.padEnd(40, '.');
  ledger = await startLedger({
    tls: null,
    store: { kind: 'embedded', folder: null, blank: BLANK_DATABASE },
    ...{ adminToken: token, training: false, spool: folder, host: '127.0.0.1', port: 0 },
    ...{ now: () => Date.parse(`${DAY}T18:00:00Z`), random: (bytes: number) => Buffer.alloc(bytes, 1) },
    log: { info: () => {}, error: () => {} },
  });
  office = { ledger: ledger.url, token };
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  await sendLoad(office, {
    district: file('district.json', JSON.stringify(districtFile('quarry-bay', { people: PEOPLE }))),
    accounts: file('accounts.csv', accountsCsv(accountRow(FIRST))),
    charges: file('charges.csv', chargesCsv(chargeRow(FIRST, '86.40'))),
    by: 'test',
  });
  const issued = await askEnrolmentToken(office, { series: 'W3' });
  station = await enrolSpeaker(office.ledger, issued.token);
  const journal = createJournal({
    district: 'quarry-bay',
    series: 'W3',
    epoch: 1,
    funds: districtFile('quarry-bay').funds,
  });
  journal.openDrawer({});
  journal.pay([
    { kind: 'account', accountNumber: FIRST, charges: [], namedWhy: null, cents: 6_000, unappliedCents: 6_000 },
  ]);
  journal.closeDrawer();
  await posted('/v1/journal', { epoch: 1, entries: journal.entries });
  const cash = { commandId: randomUUID(), parts: [{ handoff: 'W3-D0001-cash', pieces: { 2000: 3 } }] };
  await posted('/v1/office', { call: 'countHandoffs', person: WHITEBEAR, approval: null, input: cash });
  const reason = 'Nobody has approved the batch yet';
  const asked = { call: 'dayClose', person: WHITEBEAR, approval: null, input: { day: DAY, reason } };
  const { value } = (await posted('/v1/office', asked)) as { value: { mark: string } };
  const approval = { id: 'a', approver: SOLHEIM, mark: value.mark, ageMs: 5 };
  const input = { commandId: randomUUID(), day: DAY, mark: value.mark, reason, approval: 'a' };
  await posted('/v1/office', { call: 'closeDay', person: WHITEBEAR, approval, input });
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const posted = async (path: string, json: object) => (await station.ask(path, { json })).body;

const sum = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

test('a GL export is made once in finance’s name, found by day and number, and comes out as the same bytes', async () => {
  const made = { commandId: randomUUID(), by: FINANCE, through: DAY, layout: 'batch' };
  const first = await exportGl(office, made);
  expect(await exportGl(office, made)).toEqual(first);
  await expect(exportGl(office, { ...made, commandId: randomUUID() })).rejects.toMatchObject({
    code: 'gl_nothing_new',
    // bug: nobody told which export that was, nor how to have it again.
    message: expect.stringContaining('that day with GL export 1.'),
  });
  await expect(exportGl(office, { ...made, commandId: randomUUID(), by: 's.park' })).rejects.toMatchObject({
    code: 'not_permitted',
  });
  // bug: it did not say in the command's own words how its file is had again.
  await expect(exportGl(office, { ...made, through: '2026-11-20', commandId: randomUUID() })).rejects.toMatchObject({
    message: expect.stringMatching(/, Nov 20, 2026 with GL export 1\. .*\nIts file again: --number 1, without --by/),
  });
  for (const about of [{}, { number: '1' }, { through: DAY }]) expect(await findGl(office, about)).toEqual(first);
  await expect(findGl(office, { through: '2026-11-24' })).rejects.toMatchObject({ code: 'gl_day_not_exported' });
  const file = join(folder, 'gl.csv');
  expect(await fetchGl(office, first, file, null)).toBe(first.sha256);
  const bytes = readFileSync(file);
  expect(sum(bytes)).toBe(first.sha256);
  expect(String(bytes)).toContain('1,1,2026-11-23,W3-B0001,,401,1113000,Cash on hand,60.00,\r\n');
  const mapping = GlMapping.parse({ columns: [{ name: 'a', value: '{account} {amount} {day}' }], header: false });
  await fetchGl(office, first, file, mapping);
  expect(readFileSync(file, 'utf8').split('\r\n')[0]).toBe('401-1113000 60.00 2026-11-23');
});

test('bug: the sum told of a mapped file was that of the export it was made from', async () => {
  const found = await findGl(office, {});
  const file = join(folder, 'mapped.csv');
  const mapping = GlMapping.parse({ columns: [{ name: 'a', value: '{account} {amount} {day}' }], header: false });
  const told = await fetchGl(office, found, file, mapping);
  expect(told).toBe(sum(readFileSync(file)));
  expect(told).not.toBe(found.sha256);
});

test('an account that is not mapped keeps its own name, and the district tells which there are', async () => {
  const places = await glPlacesKnown(office, {});
  expect([places.has('401-1113000'), places.has('401-343500l')]).toEqual([true, false]);
  const [column, accounts] = [{ name: 'a', value: '{account}' }, { '401-1113000': '10-1000' }];
  const mapping = GlMapping.parse({ columns: [column], header: false, accounts });
  const file = join(folder, 'named.csv');
  await fetchGl(office, await findGl(office, {}), file, mapping);
  const named = readFileSync(file, 'utf8').trim().split('\r\n');
  expect(new Set(named)).toEqual(new Set(['10-1000', '401-2391000']));
});

test('it is for the administrator’s token alone', async () => {
  for (const token of [station.token, 'wrong'])
    await expect(findGl({ ...office, token }, {})).rejects.toMatchObject({ code: 'ledger_token_wrong' });
});

test('what was changed on the way is no file', async () => {
  const forger: Server = createServer((_request, answer) => answer.end('export,line\r\n')).listen(0, '127.0.0.1');
  await once(forger, 'listening');
  const { port } = forger.address() as AddressInfo;
  const file = join(folder, 'forged.csv');
  const there = { ledger: `http://127.0.0.1:${port}`, token: office.token };
  await expect(fetchGl(there, { number: 1, sha256: sum('what went out') }, file, null)).rejects.toThrow(
    'What came of GL export 1 is not what went out.',
  );
  expect(() => readFileSync(file)).toThrow('ENOENT');
  forger.close();
});
