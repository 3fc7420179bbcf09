import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Announcement } from '#contract/answer';
import type { Session } from '#main/web/sessions';
import { createSessions, STREAMS_MAX } from '#main/web/sessions';
import { HEARTBEAT_MS, streamAnnouncements } from '#main/web/stream';

/** The side of a response that a stream uses. */
class Line extends EventEmitter {
  said: string[] = [];
  writableLength = 0;
  isDestroyed = false;
  writeHead(): void {}
  write(text: string): void {
    this.said.push(text);
  }
  end(): void {
    this.emit('close');
  }
  destroy(): void {
    this.isDestroyed = true;
    this.emit('close');
  }
}

const hearing = new Set<(announcement: Announcement) => void>();
function openSession(): Session {
  const connect = () => ({
    call: () => Promise.reject(new Error('nobody calls here')),
    listen(hear: (announcement: Announcement) => void) {
      hearing.add(hear);
      return () => hearing.delete(hear);
    },
  });
  const sessions = createSessions(
    () => 0,
    () => 'secret',
    connect,
  );
  const session = sessions.of(sessions.open());
  if (!session) throw new Error('there is a session');
  return session;
}

function stream(session: Session): Line {
  const line = new Line();
  streamAnnouncements(session, line as unknown as ServerResponse);
  return line;
}

const announce = (announcement: Announcement) => {
  for (const hear of hearing) hear(announcement);
};

beforeEach(() => {
  jest.useFakeTimers();
  hearing.clear();
});
afterEach(() => jest.useRealTimers());

test('a heartbeat is heard until the line closes', () => {
  const line = stream(openSession());
  jest.advanceTimersByTime(2 * HEARTBEAT_MS);
  line.emit('close');
  jest.advanceTimersByTime(2 * HEARTBEAT_MS);
  expect(line.said).toEqual(['retry: 1000\n: listening\n\n', ': still here\n\n', ': still here\n\n']);
  expect(hearing.size).toBe(0);
});

test('a page that does not read is hung up on, not kept in memory', () => {
  const line = stream(openSession());
  line.writableLength = 1_000_000;
  announce({ topics: ['drawer'] });
  expect(line.isDestroyed).toBe(true);
  expect(hearing.size).toBe(0);
});

test('of too many streams the oldest ends', () => {
  const session = openSession();
  const lines = Array.from({ length: STREAMS_MAX + 1 }, () => stream(session));
  expect(hearing.size).toBe(STREAMS_MAX);
  announce({ topics: ['station'] });
  expect(lines.map(({ said }) => said.length)).toEqual([1, ...Array.from({ length: STREAMS_MAX }, () => 2)]);
});
