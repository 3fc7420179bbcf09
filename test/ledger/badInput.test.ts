import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sha256Hex } from '#main/chain/sha256';
import { askEnrolmentToken, type Office, sendLoad } from '#main/ledger/client';
import { tokenOf } from '#main/sync/signing';
import { createJournal, type JournalBuilder, lineFor } from '#test/support/journalBuilder';
import { accountRow, accountsCsv, chargeRow, chargesCsv, districtFile, FIRST } from '#test/support/ledger';
import { endPrograms, type Program, runProgram } from '#test/support/program';
import { enrolSpeaker, type Heard, newSeed, type Speaker } from '#test/support/speaker';

/* What nobody should send, thrown at the ledger's own process while an honest station goes on. */

const RECEIPTS = 30;
const ROUNDS = 5;
/** What all of this may add to the most memory that the ledger had before; bodies unpacked or kept whole would add gigabytes. */
const GROWTH_MB_MAX = 400;
const MALFORMED = [400, 'malformed'];
const TOO_LARGE = [413, 'request_too_large'];
const NOT_ITS = [401, 'station_signature_wrong'];

let folder: string;
let ledger: Program;
let office: Office;
let honest: Speaker;
let bad: Speaker;
let stranger: Speaker;
let journal: JournalBuilder;
const slow: Socket[] = [];

async function enrolled(series: string, district: string): Promise<Speaker> {
  return enrolSpeaker(office.ledger, (await askEnrolmentToken(office, { series, district })).token);
}

async function load(district: string, newDistrict: boolean): Promise<void> {
  const at = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  await sendLoad(office, {
    district: at('district.json', JSON.stringify(districtFile(district))),
    accounts: at('accounts.csv', accountsCsv(accountRow(FIRST))),
    charges: at('charges.csv', chargesCsv(chargeRow(FIRST, '86.40'))),
    ...{ by: 'ann', newDistrict },
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-bad-input-'));
  const data = join(folder, 'data');
  ledger = runProgram('ledger', '--port', '0', '--data', data);
  const url = await ledger.url;
  office = { ledger: url, token: readFileSync(join(data, 'admin-token'), 'utf8').trim() };
  await load('quarry-bay', false);
  await load('other-bay', true);
  honest = await enrolled('W1', 'quarry-bay');
  bad = await enrolled('W2', 'quarry-bay');
  stranger = await enrolled('W1', 'other-bay');
  journal = createJournal({ district: 'quarry-bay', series: 'W1', funds: districtFile('quarry-bay').funds });
});
afterAll(async () => {
  for (const socket of slow) socket.destroy();
  await ledger.end();
  endPrograms();
  rmSync(folder, { recursive: true });
});

const JSON_BODY = { 'content-type': 'application/json' };
const GZIP_BODY = { ...JSON_BODY, 'content-encoding': 'gzip' };
/** The status and the code of a refusal, or the outcome of a run that is no suffix of its journal. */
function codeOf({ status, body }: Heard): unknown[] {
  const { code, outcome } = body as { code?: string; outcome?: string };
  return [status, code ?? outcome];
}
const BOMB = gzipSync(Buffer.alloc(60_000_000));
const NOISE = randomBytes(17_000_000);
const FEED = '/v1/feed?after=';

const attacks: [string, () => Promise<Heard>, unknown][] = [
  ['forged', () => bad.ask(FEED, {}, { seed: newSeed() }), NOT_ITS],
  ['in another station’s name', () => bad.ask(FEED, {}, { spoken: { station: honest.station } }), NOT_ITS],
  ['in another district’s name', () => bad.ask(FEED, {}, { spoken: { station: stranger.station } }), NOT_ITS],
  [
    'with another body than was signed',
    () => bad.ask('/v1/journal', { json: {} }, { spoken: { digest: sha256Hex('x') } }),
    NOT_ITS,
  ],
  [
    'replayed',
    async () => {
      await bad.ask(FEED);
      return bad.ask(FEED, {}, { spoken: { counter: bad.counter } });
    },
    [403, 'counter_used'],
  ],
  ['cut short', () => bad.ask('/v1/journal', { body: '{"epoch":1,"entries":[', headers: JSON_BODY }), MALFORMED],
  ['nested without end', () => bad.ask('/v1/journal', { body: '['.repeat(10_000_000), headers: JSON_BODY }), MALFORMED],
  ['a bomb of gzip', () => bad.ask('/v1/journal', { body: BOMB, headers: GZIP_BODY }), TOO_LARGE],
  [
    'not what gzip makes',
    () => bad.ask('/v1/journal', { body: NOISE.subarray(0, 1_000), headers: GZIP_BODY }),
    MALFORMED,
  ],
  ['larger than any run', () => bad.ask('/v1/journal', { body: NOISE, headers: GZIP_BODY }), TOO_LARGE],
  [
    'with a token that the ledger did not make',
    () => bad.ask(FEED, {}, { spoken: { token: tokenOf(newSeed(), bad.station, 9) } }),
    [403, 'token_used'],
  ],
  [
    'of entries in another order',
    () => bad.ask('/v1/journal', { json: { epoch: 1, entries: journal.entries.slice(0, 2).reverse() } }),
    [409, 'conflict'],
  ],
];

/** Connections that begin a request and never end it. */
function holdOpen(): void {
  const { hostname, port } = new URL(office.ledger);
  for (const begun of [
    'POST /v1/journal HTT',
    'POST /v1/enrol HTTP/1.1\r\nhost: l\r\ncontent-length: 90000\r\n\r\n{',
  ]) {
    for (let many = 0; many < 50; many++) {
      const socket = connect(Number(port), hostname, () => socket.write(begun)).on('error', () => {});
      slow.push(socket);
    }
  }
}

/** Sends what the honest station has recorded, entry by entry, some of it twice. */
async function work(): Promise<void> {
  journal.openDrawer();
  for (let receipts = 0; receipts < RECEIPTS; receipts++) {
    journal.pay([lineFor({ accountNumber: FIRST, charges: [] }, 100 + receipts)]);
    const last = { json: { epoch: 1, entries: journal.entries.slice(-2) } };
    for (let said = 0; said <= receipts % 2; said++) {
      const answer = await honest.ask('/v1/journal', last);
      expect([answer.status, answer.signed]).toEqual([200, true]);
    }
  }
}

/** Memory of the ledger's process at its highest, in megabytes. */
function highestMb(): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${ledger.pid}/status`, 'utf8'))?.[1]) / 1_024;
}

async function journalAtLedger(): Promise<string[]> {
  const headers = { authorization: `Bearer ${office.token}` };
  const answer = await fetch(new URL('/v1/journals/W1?district=quarry-bay', office.ledger), { headers });
  const lines = (await answer.text()).trim().split('\n');
  return lines.flatMap((line) => (JSON.parse(line) as { hash?: string }).hash ?? []);
}

test('all of it is refused in the right words, memory stays bounded, and honest receipts arrive exactly once', async () => {
  const before = highestMb();
  holdOpen();
  const told: [string, unknown][] = [];
  const attacked = async () => {
    for (let round = 0; round < ROUNDS; round++)
      for (const [what, attack] of attacks) told.push([what, codeOf(await attack())]);
  };
  await Promise.all([work(), attacked()]);
  const meant = attacks.map(([what, , refused]): [string, unknown] => [what, refused]);
  expect(told).toEqual(Array.from({ length: ROUNDS }, () => meant).flat());
  expect(highestMb() - before).toBeLessThan(GROWTH_MB_MAX);
  expect(await journalAtLedger()).toEqual(journal.entries.map(({ hash }) => hash));
});
