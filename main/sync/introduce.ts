import { contactOf, startContact } from '#db/station/contact';
import { forgetBearer, identity } from '#db/station/identity';
import { type StationDb, writing } from '#db/station/open';
import { publicKeyOf } from '#main/chain/ed25519';
import type { Host } from '#main/host';
import { bringKey, type Line } from './ledgerClient.ts';
import { stationName } from './signing.ts';
import { keyToEnrolWith } from './stationKey.ts';

/**
 * Brings the key of a station that was enrolled before stations had any, once; what it has not sent is sent after that, as
 * ever. Any other station is introduced already.
 */
export async function introduce(db: StationDb, host: Pick<Host, 'secrets' | 'random'>, line: Line): Promise<void> {
  const self = identity(db);
  if (!self || contactOf(db)) return;
  const seed = await keyToEnrolWith(host);
  const as = { bearer: self.stationToken, station: stationName(self), seed };
  const { ledgerKey, token } = await bringKey(line, as);
  writing(db, (tx) => {
    startContact(tx, { publicKey: publicKeyOf(seed), ledgerKey, token });
    forgetBearer(tx);
  });
}
