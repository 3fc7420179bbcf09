import { ALL_TOPICS } from '#renderer/client';
import { loopbackDoor } from '#renderer/doors';

/** The line on which a station announces, without a station. */
class TestLine {
  static last: TestLine | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor() {
    TestLine.last = this;
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
