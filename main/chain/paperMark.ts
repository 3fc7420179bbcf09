import { createHmac } from 'node:crypto';

/**
 * By what the same check or money order is known again without keeping its account: HMAC-SHA-256 under the district's
 * key over what is printed on it, cut to 128 bits (design §8).
 * @param key base64, 32 bytes
 */
export function paperMark(key: string, ...printed: readonly string[]): string {
  return createHmac('sha256', Buffer.from(key, 'base64')).update(printed.join('\n')).digest('hex').slice(0, 32);
}
