import type { Announcement, Answer, Door } from '#contract/answer';
import { ALL_TOPICS } from './client.ts';

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
    const source = new EventSource('/listen');
    let opened = false;
    source.onmessage = (event) => hear(JSON.parse(String(event.data)) as Announcement);
    source.onopen = () => {
      // What was announced while the line was down is not told again, so everything may have changed.
      if (opened) hear({ topics: [...ALL_TOPICS] });
      opened = true;
    };
    // The line breaks when the station is gone: it is asked at once, and the page says when nobody answers.
    source.onerror = () => hear({ topics: ['station'] });
    return () => source.close();
  },
};

/** Electron's door where there is one, else the loopback host's. */
export function doorHere(): Door {
  return window.counterfoil ?? loopbackDoor;
}
