import { keepContact, lockContact, markFeed } from '#db/ledger/contacts';
import { findStation, type StationKey } from '#db/ledger/stations';
import { assert } from '#domain/assert';
import { refuse } from '#domain/refusal';
import { isSignedBy, publicKeyOf } from '#main/chain/ed25519';
import { requestText, stationName, tokenNumberBy, tokenOf } from '#main/sync/signing';
import type { LedgerContext } from './context.ts';
import { districtKey } from './districtKey.ts';
import { type Contact, judgeContact, knownBy } from './judgeContact.ts';
import type { SpokenBy } from './spoken.ts';
import { ANY_TOKEN, isSameToken } from './tokens.ts';

/** Who was heard, and the token that goes back with the answer. */
export type Heard = { station: StationKey; token: string };

/** The token of an `Authorization: Bearer …` header. */
export function bearerOf(header: string | undefined): string {
  const token = header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : '';
  return ANY_TOKEN.test(token) ? token : refuse('ledger_token_wrong');
}

/**
 * Which station signed a request, told from its headers alone; refuses what none has signed. The body is held against
 * them when it is read.
 * @throws Refusal `station_signature_wrong`
 */
export async function signedBy(context: LedgerContext, spoken: SpokenBy): Promise<StationKey> {
  const { key, signature } = spoken;
  if (key === null) refuse('station_signature_wrong');
  const station = await context.db.inDistrict(key.district, 'read', (tx) => findStation(tx, key));
  const publicKey = station?.publicKey ?? '';
  if (!isSignedBy(publicKey, requestText(spoken), signature)) refuse('station_signature_wrong');
  return key;
}

/**
 * Hears a station: refuses what it did not sign, what it said before, and what one that was restored or copied says.
 * Answers the station and its next token.
 * @param mayAsk refuses a station that asks too often, once it is known that it is that station
 * @throws Refusal `station_signature_wrong`, `station_replaced`, `counter_used`, `token_used`
 */
export async function signInStation(
  context: LedgerContext,
  spoken: SpokenBy,
  mayAsk: (station: string) => void = () => {},
): Promise<Heard> {
  const station = await signedBy(context, spoken);
  mayAsk(spoken.station);
  const seed = await districtKey(context, station.district);
  assert(seed, `a station of ${station.district} signed, and the district is not there`);
  const token = tokenNumberBy(publicKeyOf(seed), stationName(station), spoken.token);
  const asked = { counter: spoken.counter, by: knownBy(spoken.signature), token };
  const next = await context.db.inDistrict(station.district, 'write', async (tx) => {
    const row = await lockContact(tx, station);
    if (row.newestEpoch > station.epoch) refuse('station_replaced', { epoch: row.newestEpoch });
    const before: Contact = { ...row, counters: JSON.parse(row.counters) };
    const judged = judgeContact(before, asked);
    if (judged.as === 'counter_used') refuse('counter_used', { last: judged.last, how: judged.how });
    if (judged.as === 'token_used') refuse('token_used', { current: judged.current });
    const { contact } = judged;
    await keepContact(tx, station, { ...contact, counters: JSON.stringify(contact.counters) });
    // It holds what this database never gave out, so it has also been told what this database does not know any more.
    if (token > before.token) await markFeed(tx, station, Buffer.from(context.random(6)).toString('hex'));
    return contact.token;
  });
  return { station, token: tokenOf(seed, stationName(station), next) };
}

/** Refuses who is not the administrator. */
export function signInAdministrator(adminToken: string, header: string | undefined): void {
  if (!isSameToken(bearerOf(header), adminToken)) refuse('ledger_token_wrong');
}
