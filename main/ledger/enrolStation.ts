import { startContact } from '#db/ledger/contacts';
import type { LedgerTx } from '#db/ledger/database';
import { hasDistrict, lockDistrict, nextVersion } from '#db/ledger/districts';
import { tellDrawersLeft } from '#db/ledger/drawersTold';
import { lockEnrolmentToken, spendEnrolmentToken } from '#db/ledger/enrolmentTokens';
import { comeTo } from '#db/ledger/grandTotals';
import { findStation, insertStation, newestEpoch, type StationKey } from '#db/ledger/stations';
import { refuse } from '#domain/refusal';
import { isSignedBy, publicKeyOf } from '#main/chain/ed25519';
import { sha256Hex } from '#main/chain/sha256';
import { enrolmentTokenParts, requestText, stationName, tokenOf } from '#main/sync/signing';
import type { EnrolReply, EnrolRequest } from '#main/sync/wire';
import type { LedgerContext } from './context.ts';
import { districtKey } from './districtKey.ts';
import { FIRST_CONTACT } from './judgeContact.ts';
import type { SpokenBy } from './spoken.ts';

/** Refuses a request of who does not hold the key that it brings. */
export function mustHoldKey(publicKey: string, spoken: SpokenBy): void {
  if (!isSignedBy(publicKey, requestText(spoken), spoken.signature)) refuse('station_signature_wrong');
}

/**
 * Makes an install a station: exchanges an enrolment token for a place of its own, under the key that it made. A series
 * that was enrolled before gets its next epoch, and the chain of the former one does not grow any more (F24). Asked again
 * with the same token and key, because the answer was lost, it answers the same.
 */
export async function enrolStation(
  context: LedgerContext,
  { token, publicKey, series: meant }: EnrolRequest,
): Promise<EnrolReply> {
  const { district } = enrolmentTokenParts(token) ?? refuse('enrolment_refused');
  const seed = (await districtKey(context, district)) ?? refuse('enrolment_district_unknown');
  const tokenHash = sha256Hex(token);
  const now = context.now();
  const enrolled = await context.db.inDistrict(district, 'write', async (tx) => {
    const { series, usedEpoch } = await tokenFor(tx, { district, tokenHash, publicKey, now });
    if (meant !== undefined && meant !== series) refuse('enrolment_other_series', { meant, series });
    // A token may be used while the next one of its series is issued: the epochs still come one after the other.
    await lockDistrict(tx, district);
    const key: StationKey = { district, series, epoch: usedEpoch ?? (await newestEpoch(tx, district, series)) + 1 };
    if (usedEpoch === null) await enrol(tx, key, { tokenHash, publicKey, now });
    return { ...key, ...(await comeTo(tx, district, series)) };
  });
  context.log.info('station enrolled', { district, series: enrolled.series, epoch: enrolled.epoch });
  return {
    ...enrolled,
    ledgerKey: publicKeyOf(seed),
    token: tokenOf(seed, stationName(enrolled), FIRST_CONTACT.token),
    training: context.training,
  };
}

async function enrol(
  tx: LedgerTx,
  key: StationKey,
  by: { tokenHash: string; publicKey: string; now: number },
): Promise<void> {
  await insertStation(tx, key, by.publicKey, by.now);
  await startContact(tx, key, { ...FIRST_CONTACT, counters: '[]' });
  if (key.epoch > 1) await tellDrawersLeft(tx, key, await nextVersion(tx, key.district));
  await spendEnrolmentToken(tx, { district: key.district, tokenHash: by.tokenHash, usedAt: by.now, epoch: key.epoch });
}

/**
 * What a token is for, and the epoch in which the same key used it already. Refuses one that cannot be used, and says
 * why: only who holds it can ask.
 */
async function tokenFor(
  tx: LedgerTx,
  asked: { district: string; tokenHash: string; publicKey: string; now: number },
): Promise<{ series: string; usedEpoch: number | null }> {
  const { district } = asked;
  const token = await lockEnrolmentToken(tx, district, asked.tokenHash);
  if (token === null) refuse((await hasDistrict(tx, district)) ? 'enrolment_refused' : 'enrolment_district_unknown');
  const { series, usedEpoch } = token;
  if (usedEpoch !== null) {
    const station = await findStation(tx, { district, series, epoch: usedEpoch });
    if (station?.publicKey !== asked.publicKey) refuse('enrolment_token_used');
    return { series, usedEpoch };
  }
  if (token.replacedAt !== null) refuse('enrolment_token_replaced');
  if (token.lapsesAt <= asked.now) refuse('enrolment_token_lapsed');
  return { series, usedEpoch: null };
}
