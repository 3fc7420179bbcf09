import { assert } from './assert.ts';

/** The form of a hash that people read and compare: its first twelve digits in groups of four, `7C1E 90B4 A2F8`. */
export function shortHash(hash: string): string {
  assert(/^[0-9a-f]{12,}$/.test(hash), 'a hash is written in lower-case hexadecimal digits');
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`.toUpperCase();
}
