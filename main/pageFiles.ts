import { join } from 'node:path';

/**
 * What the page may do, the same in every host: its own scripts, styles, fonts and calls, and nothing from anywhere
 * else. No inline script or style, no frame, no form that leaves, no string that becomes markup.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Headers of every file of the page, in every host. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), clipboard-read=()',
};

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

/** One file of the page: where it lies, what it is, and whether its name changes with its content. */
export type PageFile = { file: string; type: string; immutable: boolean };

/**
 * The file that a path of the page's address means, or null when there can be none. A path is taken only when it is
 * made of plain names that do not begin with a dot: no `..`, no `%`, no back-slash, so it cannot lead out of the folder.
 * @param folder where the built page lies
 * @param path of the address, as sent, without the query: `/`, `/assets/page-1a2b.js`
 */
export function pageFile(folder: string, path: string): PageFile | null {
  if (path === '/') return { file: join(folder, 'index.html'), type: TYPES.html as string, immutable: false };
  if (!/^(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/.test(path) || path.length > 300) return null;
  const type = TYPES[path.slice(path.lastIndexOf('.') + 1)];
  if (type === undefined) return null;
  return { file: join(folder, ...path.slice(1).split('/')), type, immutable: path.startsWith('/assets/') };
}
