import type { ServerResponse } from 'node:http';
import type { Announcement } from '#contract/answer';
import type { Session } from './sessions.ts';

/** A comment is sent this often, so that both sides notice a line that went dead. */
export const HEARTBEAT_MS = 15_000;
/** A reader that lets so much pile up is not reading; it may connect again and ask everything anew. */
const UNREAD_BYTES_MAX = 256 * 1024;

/** Streams a session's announcements as server-sent events until either side ends it. */
export function streamAnnouncements(session: Session, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
  // The first bytes go out at once: to the page, that is the sign that it hears.
  response.write('retry: 1000\n: listening\n\n');
  const say = (text: string) => {
    if (response.writableLength > UNREAD_BYTES_MAX) response.destroy();
    else response.write(text);
  };
  const leave = session.join(() => response.end());
  const silence = session.door.listen((heard: Announcement) => say(`data: ${JSON.stringify(heard)}\n\n`));
  const heartbeat = setInterval(() => say(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  response.on('close', () => {
    clearInterval(heartbeat);
    silence();
    leave();
  });
}
