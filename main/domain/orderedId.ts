import { assert } from './assert.ts';

/** Random bytes that an id needs. */
export const ORDERED_ID_BYTES = 10;

/**
 * A new id that begins with its time: a UUID of version 7 (RFC 9562). Ids made one after another lie side by side in an
 * index, so a payment among a million finds its place in memory; one made of chance alone would read a page from the
 * disk. Order still never comes from it.
 * @param now milliseconds since 1970
 * @param random ten bytes of chance: 74 bits of them are used
 */
export function orderedId(now: number, random: Uint8Array): string {
  assert(random.length === ORDERED_ID_BYTES, `an id needs ${ORDERED_ID_BYTES} random bytes`);
  const time = now.toString(16).padStart(12, '0');
  const chance = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(chance.slice(3, 5), 16) & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(5, 7)}-${chance.slice(7, 19)}`;
}
