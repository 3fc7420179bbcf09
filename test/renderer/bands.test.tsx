import type { Output } from '#contract/contract';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, signIn, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let page: TestPage;
/** A part of how the station says that it stands. */
let says: Partial<Output<'station'>>;

beforeEach(async () => {
  station = await createStation({ accounts: [] });
  says = {};
  const connect = () => {
    const door = station.app.connect();
    return {
      listen: door.listen,
      async call(name: string, input: unknown) {
        const answer = await door.call(name, input);
        return name === 'station' && answer.ok
          ? { ok: true as const, value: { ...(answer.value as object), ...says } }
          : answer;
      },
    };
  };
  page = await pageAt({ ...station, app: { ...station.app, connect } });
});

afterEach(async () => {
  page.close();
  await station.close();
});

const bands = () => [...document.querySelectorAll('.bands > *')].map((band) => band.textContent);

test.each([
  ['is not told while a slip waits for another program’s', 'busy', 4_000, 1, []],
  [
    'is told when a slip has waited for five seconds',
    'busy',
    5_000,
    2,
    ['Counter 3 is busy and takes no slip.2 slips are waiting. Look whether paper or cutter is jammed.'],
  ],
  ['is told at once without paper', 'no_paper', 0, 1, ['Counter 3 has no paper.1 slip is waiting. ']],
  ['is not told when it gets on', 'ready', null, 1, []],
  ['is not told before it was asked', 'busy', null, 0, []],
] as const)('F67: a printer %s', async (_, state, stuckFor, waiting, told) => {
  const stuckSince = stuckFor === null ? null : station.clock.now() - stuckFor;
  says = { printer: { kind: 'network', name: 'Counter 3', state, waiting, stuckSince } };
  // The clock of the test must not make four seconds five.
  says.now = station.clock.now();
  await signIn(page, 'm.ortiz');
  expect(bands()).toEqual(told);
});

test('before the first talk with the ledger the station says that it is connecting, and no band calls it offline', async () => {
  const { sync } = await station.caller().ask('station', {});
  says = { sync: { ...sync, state: 'connecting' } };
  await signIn(page, 'm.ortiz');
  expect(document.querySelector('.status')?.textContent).toMatch(/Connecting…/);
  expect(document.querySelector('.status')?.textContent).not.toMatch(/All sent/);
  expect(bands()).toEqual([]);
});

test('a station that cannot open its own key says so, and who is to be called, and calls itself not offline', async () => {
  const { sync } = await station.caller().ask('station', {});
  says = { sync: { ...sync, state: 'keyless', unsent: 2 } };
  await signIn(page, 'm.ortiz');
  expect(bands()).toEqual([
    expect.stringMatching(/^This station cannot open its own key\.Nothing is sent;.*Call whoever/),
  ]);
});

test.each([
  [
    1,
    'The disk is full. Free some space on it, then try again.',
    'Second copy is behind: 1 entry since 7:00.The disk is full. Free some space on it, then try again. Go on taking money: it is brought up by itself.',
  ],
  [
    12,
    null,
    'Second copy is behind: 12 entries since 7:00.Its disk or folder does not answer in time. Go on taking money: it is brought up by itself.',
  ],
])('a second copy that lacks %i is told in the frame of every screen', async (entries, why, told) => {
  says = { secondCopy: { since: Date.UTC(2026, 10, 23, 15), entries, why } };
  await signIn(page, 'm.ortiz');
  expect(bands()).toEqual([told]);
});
