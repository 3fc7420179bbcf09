import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is turned away before anybody looks at what it asks, or null when it may go on. */
export type Objection = 'wrong_host' | 'foreign' | null;

/**
 * Only our own page and programs on this machine that are not browsers may ask. A page of another origin cannot: its
 * `Host` is another name (DNS rebinding), or its `Origin` or `Sec-Fetch-Site` gives it away.
 * @param authority `127.0.0.1:PORT`, letter by letter
 */
export function objectionTo(method: string, headers: IncomingHttpHeaders, authority: string): Objection {
  if (headers.host !== authority) return 'wrong_host';
  const site = headers['sec-fetch-site'];
  if (headers.origin !== undefined) return headers.origin === `http://${authority}` ? null : 'foreign';
  // A browser names the origin of every POST. Without one, but with its other marks, something is hidden.
  if (method !== 'GET' && method !== 'HEAD') return site === undefined ? null : 'foreign';
  return null;
}

/**
 * As {@link objectionTo}, for what no other page may even read by a link: the stream of announcements.
 */
export function objectionToReading(headers: IncomingHttpHeaders): Objection {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' ? null : 'foreign';
}

/** The value of one cookie, or null. Of two with the same name the first counts. */
export function cookieOf(headers: IncomingHttpHeaders, name: string): string | null {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [key = '', value = ''] = part.trim().split('=', 2);
    if (key === name) return value;
  }
  return null;
}
