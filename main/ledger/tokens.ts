import { timingSafeEqual } from 'node:crypto';
import type { StationKey } from '#db/ledger/stations';
import { sha256Hex } from '#main/chain/sha256';

/** A bearer token of before stations had keys, which names its station: `district.series.epoch.secret`. */
const STATION = /^([a-z][a-z0-9-]{1,30})\.([A-Z]{1,3}[1-9]\d{0,3})\.([1-9]\d{0,8})\.[A-Za-z0-9_-]{43}$/;

/** What can be a token at all, an administrator's among them: nothing else can be said in a header. */
export const ANY_TOKEN = /^[A-Za-z0-9._~-]{1,300}$/;

/** 32 random bytes in base64url: 43 characters. */
export function secretOf(random: (bytes: number) => Uint8Array): string {
  return Buffer.from(random(32)).toString('base64url');
}

/** Whose token it claims to be, or null when it is none. */
export function stationOfToken(token: string): StationKey | null {
  const [, district, series, epoch] = STATION.exec(token) ?? [];
  return district && series && epoch ? { district, series, epoch: Number(epoch) } : null;
}

/** Whether two tokens are the same, in a time that does not tell how much of them is. */
export function isSameToken(given: string, known: string): boolean {
  return isSameHash(sha256Hex(given), sha256Hex(known));
}

export function isSameHash(given: string, known: string): boolean {
  return given.length === known.length && timingSafeEqual(Buffer.from(given), Buffer.from(known));
}
