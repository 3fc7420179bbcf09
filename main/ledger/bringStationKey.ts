import { startContact } from '#db/ledger/contacts';
import { bringKey, findStation } from '#db/ledger/stations';
import { refuse } from '#domain/refusal';
import { publicKeyOf } from '#main/chain/ed25519';
import { sha256Hex } from '#main/chain/sha256';
import { stationName, tokenOf } from '#main/sync/signing';
import type { KeyReply } from '#main/sync/wire';
import type { LedgerContext } from './context.ts';
import { districtKey } from './districtKey.ts';
import { FIRST_CONTACT } from './judgeContact.ts';
import { isSameHash, stationOfToken } from './tokens.ts';

/**
 * Takes the key of a station that was enrolled before stations had any, by the bearer token that it was given then. The
 * token is worth nothing from then on: with it, only the same key is answered again, because the first answer may be lost.
 * @throws Refusal `ledger_token_wrong`
 */
export async function bringStationKey(context: LedgerContext, bearer: string, publicKey: string): Promise<KeyReply> {
  const key = stationOfToken(bearer) ?? refuse('ledger_token_wrong');
  const seed = (await districtKey(context, key.district)) ?? refuse('ledger_token_wrong');
  await context.db.inDistrict(key.district, 'write', async (tx) => {
    const station = await findStation(tx, key);
    if (!station?.tokenHash || !isSameHash(sha256Hex(bearer), station.tokenHash)) refuse('ledger_token_wrong');
    if (station.publicKey === publicKey) return;
    if (station.publicKey !== null) refuse('ledger_token_wrong');
    await bringKey(tx, key, publicKey);
    await startContact(tx, key, { ...FIRST_CONTACT, counters: '[]' });
    context.log.info('station brought its key', key);
  });
  return { ledgerKey: publicKeyOf(seed), token: tokenOf(seed, stationName(key), FIRST_CONTACT.token) };
}
