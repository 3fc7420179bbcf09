import { findBrowser } from '#main/start/browser';

/** The browser in which the page is tried, measured and pictured; null where none of the Chromium family is installed. */
export const CHROMIUM =
  process.env.TEST_CHROMIUM || findBrowser({ platform: process.platform, env: process.env }) || null;

/** As {@link CHROMIUM}, where there is no going on without it. */
export function chromiumOrThrow(): string {
  if (CHROMIUM === null) throw new Error('the page needs Chromium, Chrome, Edge or Brave');
  return CHROMIUM;
}
