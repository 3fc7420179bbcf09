import type { LedgerTx } from '#db/ledger/database';
import { hasDistrict, lockDistrict, nextVersion } from '#db/ledger/districts';
import { tellDrawersLeft } from '#db/ledger/drawersTold';
import { lockEnrolmentToken, useEnrolmentToken } from '#db/ledger/enrolmentTokens';
import { comeTo } from '#db/ledger/grandTotals';
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
    const series = await seriesOf(tx, district, tokenHash, now);
    // A token may be used while the next one of its series is issued: the epochs still come one after the other.
    await lockDistrict(tx, district);
    const key: StationKey = { district, series, epoch: (await newestEpoch(tx, district, series)) + 1 };
    const token = stationToken(key, secretOf(context.random));
    await insertStation(tx, key, sha256Hex(token), now);
    if (key.epoch > 1) await tellDrawersLeft(tx, key, await nextVersion(tx, district));
    await useEnrolmentToken(tx, { district, tokenHash, usedAt: now, epoch: key.epoch });
    return { ...key, ...(await comeTo(tx, district, series)), stationToken: token };
  });
  context.log.info('station enrolled', { district, series: enrolled.series, epoch: enrolled.epoch });
  return { ...enrolled, training: context.training };
}

/** The series that a token is for. Refuses one that cannot be used, and says why: only who holds it can ask. */
async function seriesOf(tx: LedgerTx, district: string, tokenHash: string, now: number): Promise<string> {
  const token = await lockEnrolmentToken(tx, district, tokenHash);
  if (token === null) refuse((await hasDistrict(tx, district)) ? 'enrolment_refused' : 'enrolment_district_unknown');
  if (token.usedAt !== null) refuse('enrolment_token_used');
  if (token.replacedAt !== null) refuse('enrolment_token_replaced');
  if (token.lapsesAt <= now) refuse('enrolment_token_lapsed');
  return token.series;
}
