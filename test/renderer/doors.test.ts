import { ALL_TOPICS, RETRY_MS } from '#renderer/client';
import { loopbackDoor } from '#renderer/doors';

/** The line on which a station announces, without a station. */
class TestLine {
  static readonly CLOSED = 2;
  static last: TestLine | null = null;
  static opened = 0;
  readyState = 1;
  onmessage: ((event: { data: string }) => void) | null = null;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor() {
    TestLine.last = this;
    TestLine.opened += 1;
  }
  close() {}
}

const known = globalThis.EventSource;

beforeEach(() => {
  globalThis.EventSource = TestLine as never;
});

afterEach(() => {
  globalThis.EventSource = known;
});

test('bug: a station that was gone showed “all sent” until the next key: it is asked as soon as its line breaks', () => {
  const heard: unknown[] = [];
  loopbackDoor.listen((announcement) => heard.push(announcement.topics));
  TestLine.last?.onopen?.();
  expect(heard).toEqual([]);
  TestLine.last?.onerror?.();
  expect(heard).toEqual([['station']]);
  TestLine.last?.onopen?.();
  expect(heard).toEqual([['station'], ALL_TOPICS]);
});

test('bug: a station that began anew refused the line for good, and the page stayed dead: it is opened again', () => {
  jest.useFakeTimers();
  const heard: unknown[] = [];
  const leave = loopbackDoor.listen((announcement) => heard.push(announcement.topics));
  TestLine.last?.onopen?.();
  const refused = TestLine.last;
  if (refused) refused.readyState = TestLine.CLOSED;
  const before = TestLine.opened;
  refused?.onerror?.();
  jest.advanceTimersByTime(RETRY_MS);
  expect([TestLine.opened - before, TestLine.last === refused]).toEqual([1, false]);
  TestLine.last?.onopen?.();
  expect(heard).toEqual([['station'], ALL_TOPICS]);
  leave();
  jest.useRealTimers();
});
