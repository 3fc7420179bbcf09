import { lockDistrict } from '#db/ledger/districts';
import { lockEnrolmentToken, useEnrolmentToken } from '#db/ledger/enrolmentTokens';
import { insertStation, newestEpoch, type StationKey } from '#db/ledger/stations';
import { refuse } from '#domain/refusal';
import { sha256Hex } from '#main/chain/sha256';
import type { EnrolReply } from '#main/sync/wire';
import type { LedgerContext } from './context.ts';
import { districtOfToken, secretOf, stationToken } from './tokens.ts';

/**
 * Makes an install a station: exchanges an enrolment token for its own. A series that was enrolled before gets its next
 * epoch, and the chain of the former one does not grow any more (F24).
 */
export async function enrolStation(context: LedgerContext, enrolmentToken: string): Promise<EnrolReply> {
  const district = districtOfToken(enrolmentToken) ?? refuse('enrolment_refused');
  const tokenHash = sha256Hex(enrolmentToken);
  const now = context.now();
  const enrolled = await context.db.inDistrict(district, 'write', async (tx) => {
    const series = await lockEnrolmentToken(tx, district, tokenHash, now);
    if (series === null) refuse('enrolment_refused');
    // Two tokens of one series may be used at once: they get two epochs, one after the other.
    await lockDistrict(tx, district);
    const key: StationKey = { district, series, epoch: (await newestEpoch(tx, district, series)) + 1 };
    const token = stationToken(key, secretOf(context.random));
    await insertStation(tx, key, sha256Hex(token), now);
    await useEnrolmentToken(tx, { district, tokenHash, usedAt: now, epoch: key.epoch });
    return { ...key, stationToken: token };
  });
  context.log.info('station enrolled', { district, series: enrolled.series, epoch: enrolled.epoch });
  return { ...enrolled, training: context.training };
}
