import type { Announcement, Answer, Door } from '#contract/answer';
import { ALL_TOPICS, RETRY_MS } from './client.ts';

declare global {
  interface Window {
    /** The door that the Electron preload opens. */
    counterfoil?: Door;
  }
}

const ANSWER_WITHIN_MS = 30_000;

/** The door of the loopback host: `POST /call/<name>` and server-sent announcements. */
export const loopbackDoor: Door = {
  async call(name, input) {
    const response = await fetch(`/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
      // What is told while the page closes must arrive after it is gone.
      keepalive: name === 'leaveForm',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return (await response.json()) as Answer<unknown>;
  },
  listen(hear) {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout>;
    let opened = false;
    const open = () => {
      source = new EventSource('/listen');
      source.onmessage = (event) => hear(JSON.parse(String(event.data)) as Announcement);
      source.onopen = () => {
        // What was announced while the line was down is not told again, so everything may have changed.
        if (opened) hear({ topics: [...ALL_TOPICS] });
        opened = true;
      };
      source.onerror = () => {
        // Who only waits learns by asking that nobody is there.
        hear({ topics: ['station'] });
        // The browser asks again by itself, but not one that refused it, as a station that began anew does.
        if (source.readyState === EventSource.CLOSED) again = setTimeout(open, RETRY_MS);
      };
    };
    open();
    return () => {
      clearTimeout(again);
      source.close();
    };
  },
};

/** Electron's door where there is one, else the loopback host's. */
export function doorHere(): Door {
  return window.counterfoil ?? loopbackDoor;
}
