import { findStation, type StationKey } from '#db/ledger/stations';
import { refuse } from '#domain/refusal';
import { sha256Hex } from '#main/chain/sha256';
import type { LedgerContext } from './context.ts';
import { ANY_TOKEN, isSameHash, isSameToken, stationOfToken } from './tokens.ts';

/** The token of an `Authorization: Bearer …` header. */
function bearerOf(header: string | undefined): string {
  const token = header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : '';
  return ANY_TOKEN.test(token) ? token : refuse('ledger_token_wrong');
}

/** Which station asks; refuses who is none. */
export async function signInStation(context: LedgerContext, header: string | undefined): Promise<StationKey> {
  const token = bearerOf(header);
  const key = stationOfToken(token) ?? refuse('ledger_token_wrong');
  const station = await context.db.inDistrict(key.district, 'read', (tx) => findStation(tx, key));
  if (!station?.tokenHash || !isSameHash(sha256Hex(token), station.tokenHash)) refuse('ledger_token_wrong');
  return key;
}

/** Refuses who is not the administrator. */
export function signInAdministrator(adminToken: string, header: string | undefined): void {
  if (!isSameToken(bearerOf(header), adminToken)) refuse('ledger_token_wrong');
}
