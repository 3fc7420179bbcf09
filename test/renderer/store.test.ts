import type { Announcement, Answer, Door } from '#contract/answer';
import { createClient } from '#renderer/client';
import { createStore } from '#renderer/store';

/** A door whose answers come when the test lets them. */
function slowDoor() {
  const asked: { name: string; answer(value: Answer<unknown>): void; fail(): void }[] = [];
  let tell: (announcement: Announcement) => void = () => {};
  const door: Door = {
    call: (name) =>
      new Promise((resolve, reject) => {
        asked.push({ name, answer: resolve, fail: () => reject(new TypeError('no answer')) });
      }),
    listen(hear) {
      tell = hear;
      return () => {};
    },
  };
  return { door, asked, tell: (topics: Announcement['topics']) => tell({ topics }) };
}

function storeAt(slow: ReturnType<typeof slowDoor>) {
  const client = createClient(slow.door);
  return { client, store: createStore(client, () => 42) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const paper = (job: number): Answer<unknown> => ({
  ok: true,
  value: { slips: [{ job, printedAt: 0, rows: [], kicked: false }] },
});
const jobOf = (value: unknown) => (value as { slips: { job: number }[] } | undefined)?.slips[0]?.job;

test('asks once for all who watch, and again when a topic it reads is announced', async () => {
  const slow = slowDoor();
  const { store } = storeAt(slow);
  const told = jest.fn();
  store.watch('paper', {}, () => told());
  store.watch('paper', {}, () => told());
  expect(slow.asked).toHaveLength(1);
  slow.asked[0]?.answer(paper(1));
  await settled();
  expect(told).toHaveBeenCalledTimes(2);
  slow.tell(['drawer']);
  expect(slow.asked).toHaveLength(1);
  slow.tell(['printer']);
  expect(slow.asked).toHaveLength(2);
  expect(jobOf(store.read('paper', {}).value)).toBe(1);
});

test('what a command changes is asked again after its own answer was heard, by whoever still watches', async () => {
  const slow = slowDoor();
  const { client, store } = storeAt(slow);
  const leave = store.watch('paper', {}, () => {});
  store.watch('receipts', {}, () => {});
  const said = client.call('startCount', { commandId: '8d5c2b0e-0000-4000-8000-000000000001', drawer: 'W3-D0001' });
  slow.tell(['printer', 'receipts']);
  expect(slow.asked.map(({ name }) => name)).toEqual(['paper', 'receipts', 'startCount']);
  slow.asked[2]?.answer({ ok: true, value: {} });
  await said;
  leave();
  await settled();
  expect(slow.asked.map(({ name }) => name)).toEqual(['paper', 'receipts', 'startCount', 'receipts']);
  slow.tell(['receipts']);
  expect(slow.asked).toHaveLength(5);
});

test('a command without an answer holds nothing back for ever', async () => {
  const slow = slowDoor();
  const { client, store } = storeAt(slow);
  store.watch('paper', {}, () => {});
  const said = client.call('startCount', { commandId: '8d5c2b0e-0000-4000-8000-000000000001', drawer: 'W3-D0001' });
  slow.tell(['printer']);
  slow.asked[1]?.fail();
  await said;
  await settled();
  expect(slow.asked.map(({ name }) => name)).toEqual(['paper', 'startCount', 'paper']);
});

test('the answer to the later asking has the last word', async () => {
  const slow = slowDoor();
  const { store } = storeAt(slow);
  store.watch('paper', {}, () => {});
  slow.tell(['printer']);
  slow.asked[1]?.answer(paper(2));
  slow.asked[0]?.answer(paper(1));
  await settled();
  expect(jobOf(store.read('paper', {}).value)).toBe(2);
});

test('what nobody watches is not asked again', () => {
  const slow = slowDoor();
  const { store } = storeAt(slow);
  store.watch('paper', {}, () => {})();
  slow.tell(['printer']);
  expect(slow.asked).toHaveLength(1);
});

test('the screen that comes goes on with what the one that goes has asked', async () => {
  const slow = slowDoor();
  const { store } = storeAt(slow);
  const leave = store.watch('paper', {}, () => {});
  slow.asked[0]?.answer(paper(1));
  await settled();
  leave();
  const leaveNext = store.watch('paper', {}, () => {});
  await settled();
  expect(jobOf(store.read('paper', {}).value)).toBe(1);
  expect(slow.asked).toHaveLength(1);
  leaveNext();
  await settled();
  expect(store.read('paper', {}).state).toBe('asking');
});

test('a station that does not answer is known, what it said last stays, and it is asked again', async () => {
  jest.useFakeTimers();
  const slow = slowDoor();
  const { client, store } = storeAt(slow);
  store.watch('station', {}, () => {});
  slow.asked[0]?.answer({ ok: true, value: { series: 'W3' } });
  await jest.advanceTimersByTimeAsync(0);
  slow.tell(['drawer']);
  slow.asked[1]?.fail();
  await jest.advanceTimersByTimeAsync(0);
  expect(client.answers()).toBe(false);
  expect(store.read('station', {})).toMatchObject({ state: 'failed', value: { series: 'W3' } });
  await jest.advanceTimersByTimeAsync(2_000);
  slow.asked[2]?.answer({ ok: true, value: { series: 'W3' } });
  await jest.advanceTimersByTimeAsync(0);
  expect(client.answers()).toBe(true);
  jest.useRealTimers();
});

test('bug: a station that began anew and does not know the page is asked again, until the page has a session', async () => {
  jest.useFakeTimers();
  const slow = slowDoor();
  const { client, store } = storeAt(slow);
  store.watch('station', {}, () => {});
  slow.asked[0]?.answer({ ok: true, value: { series: 'W3' } });
  await jest.advanceTimersByTimeAsync(0);
  slow.tell(['station']);
  slow.asked[1]?.answer({ ok: false, refusal: { code: 'page_unknown', facts: {}, sentence: 'No.' } });
  await jest.advanceTimersByTimeAsync(0);
  expect(client.answers()).toBe(false);
  expect(store.read('station', {})).toMatchObject({ state: 'failed', value: { series: 'W3' } });
  await jest.advanceTimersByTimeAsync(2_000);
  slow.asked[2]?.answer({ ok: true, value: { series: 'W3' } });
  await jest.advanceTimersByTimeAsync(0);
  expect(client.answers()).toBe(true);
  jest.useRealTimers();
});
