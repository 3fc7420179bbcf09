import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Enrolling } from '#contract/shapes';
import { type App, createApp } from '#main/app';
import type { LineState } from '../support/fakeLedger.ts';
import { FAKE_ENROLMENT_TOKEN } from '../support/fakeWire.ts';
import { createStation, type TestStation } from '../support/station.ts';

let station: TestStation;
let app: App;
const asked: string[] = [];
/** What the network throws, where it does. */
let thrown: Error | null = null;
/** What becomes of an answer on its way. */
let onTheWay: (answer: Response, init?: RequestInit) => Response;
const otherFolder = () => join(station.folder, 'other');
const viaTheWay: typeof fetch = async (input, init) => {
  asked.push(String(input));
  if (thrown !== null) throw thrown;
  return onTheWay(await station.ledger.fetch(input, init), init);
};
const GIVEN = 'http://given.example';
const TRIED = { ledger: 'https://wrong.example', token: FAKE_ENROLMENT_TOKEN };

beforeEach(async () => {
  station = await createStation({ accounts: [] });
  mkdirSync(otherFolder());
  onTheWay = (answer) => answer;
  asked.length = 0;
  thrown = null;
  app = createApp({ ...station.host, dataFolder: otherFolder(), fetch: viaTheWay, ledgerUrl: GIVEN });
});
afterEach(async () => {
  await app.close();
  await station.close();
});

async function enrolling(): Promise<Enrolling | null> {
  const answer = await app.connect().call('station', {});
  if (!answer.ok) throw new Error('the station does not say how it stands');
  return (answer.value as { enrolling: Enrolling | null }).enrolling;
}

test('the address that the start was given is there to be enrolled with', async () => {
  expect(await enrolling()).toEqual({ ledger: GIVEN, token: '', busy: false, refusal: null });
});

const lines: [LineState, string, RegExp][] = [
  ['down', 'ledger_unreachable', /^Nothing answers at https:\/\/wrong\.example\. Check the address/],
  ['portal', 'ledger_not_there', /^What answers at https:\/\/wrong\.example is not a ledger\./],
  ['portal-login', 'ledger_not_there', /is not a ledger/],
  ['gibberish', 'ledger_not_there', /is not a ledger/],
  ['broken', 'ledger_unwell', /cannot answer now/],
];
test.each(lines)(
  'that nobody enrols over a line that is %s is told with what was tried: %s',
  async (line, code, words) => {
    station.ledger.line = line;
    const answer = await app.connect().call('enrolStation', TRIED);
    const refusal = { code, sentence: expect.stringMatching(words) };
    expect(answer).toMatchObject({ ok: false, refusal });
    expect(await enrolling()).toEqual({ ...TRIED, busy: false, refusal });
  },
);

test('bug: something that answers and is no ledger is told as that', async () => {
  thrown = new TypeError('fetch failed', {
    cause: Object.assign(new Error('Parse Error'), { code: 'HPE_INVALID_CONSTANT' }),
  });
  const answer = await app.connect().call('enrolStation', TRIED);
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'ledger_not_there' } });
});

test('bug: an address that is no ledger’s is refused before anybody is asked', async () => {
  const answer = await app.connect().call('enrolStation', { ...TRIED, ledger: 'file:///etc/passwd' });
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'bad_input' } });
  expect(asked).toEqual([]);
});

test.each([
  ['enrolment_refused', 'enrolment_refused'],
  ['enrolment_token_used', 'enrolment_token_used'],
  ['enrolment_token_replaced', 'enrolment_token_replaced'],
  ['enrolment_token_lapsed', 'enrolment_token_lapsed'],
  ['enrolment_district_unknown', 'enrolment_district_unknown'],
  ['ledger_path_unknown', 'ledger_not_there'],
  ['something_else', 'enrolment_refused'],
])('what the ledger refuses as %s is kept for the page as %s', async (code, kept) => {
  station.ledger.refusal = { status: 403, code, sentence: 'No.' };
  await app.connect().call('enrolStation', TRIED);
  expect((await enrolling())?.refusal?.code).toBe(kept);
});

test.each([
  ['of another ledger', FAKE_ENROLMENT_TOKEN.replace(/.{22}$/, 'B'.repeat(22)), 'enrolment_elsewhere'],
  ['that names no ledger, as of before there were keys', 'quarry-bay.'.padEnd(54, 'e'), 'enrolment_refused'],
])('nobody enrols with a token %s', async (_what, token, code) => {
  const answer = await app.connect().call('enrolStation', { ...TRIED, token });
  expect(answer).toMatchObject({ ok: false, refusal: { code } });
  expect(await enrolling()).toMatchObject({ token, refusal: { code } });
});

test('nobody enrols at what answers in the ledger’s name without its key', async () => {
  onTheWay = (answer) => new Response(answer.body, { status: answer.status });
  const answer = await app.connect().call('enrolStation', TRIED);
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'enrolment_elsewhere' } });
});

test('an enrolment whose answer was lost is told again with the same key', async () => {
  const keys: string[] = [];
  const sent = (body: unknown) => keys.push((JSON.parse(String(body)) as { publicKey: string }).publicKey);
  onTheWay = (answer, init) => {
    if (sent(init?.body) > 1) return answer;
    throw new TypeError('the answer was lost');
  };
  expect(await app.connect().call('enrolStation', TRIED)).toMatchObject({ ok: false });
  await app.close();
  app = createApp({ ...station.host, dataFolder: otherFolder(), fetch: viaTheWay, ledgerUrl: GIVEN });
  expect(await app.connect().call('enrolStation', TRIED)).toMatchObject({ ok: true });
  expect(new Set(keys).size).toBe(1);
  onTheWay = (answer) => answer;
});

test('while it is asked the page is told so, and again when it failed', async () => {
  const seen: unknown[] = [];
  const door = app.connect();
  door.listen(({ topics }) => {
    if (topics.includes('station')) seen.push(enrolling());
  });
  station.ledger.line = 'down';
  await door.call('enrolStation', TRIED);
  expect(await Promise.all(seen)).toEqual([
    expect.objectContaining({ ...TRIED, busy: true }),
    expect.objectContaining({ busy: false, refusal: expect.anything() }),
  ]);
});

test('an address that was corrected is the one it talks to, not the one of the start', async () => {
  expect(await app.connect().call('enrolStation', { ...TRIED, ledger: 'https://right.example' })).toMatchObject({
    ok: true,
  });
  station.clock.advance(1_000);
  await station.quiet();
  expect(asked.at(-1)).toMatch(/^https:\/\/right\.example\/v1\/feed/);
  expect(await enrolling()).toBeNull();
});

test('a ledger at an address that others can read along with is not asked: ledger_read_by_others', async () => {
  const answer = await app.connect().call('enrolStation', { ...TRIED, ledger: 'http://192.168.1.9:7420' });
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'ledger_read_by_others' } });
});
