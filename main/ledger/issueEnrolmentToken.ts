import { insertEnrolmentToken, replaceEnrolmentToken } from '#db/ledger/enrolmentTokens';
import { newestEpoch } from '#db/ledger/stations';
import { refuse } from '#domain/refusal';
import { isTrainingSeries } from '#domain/series';
import { publicKeyOf } from '#main/chain/ed25519';
import { sha256Hex } from '#main/chain/sha256';
import { fingerprintOf } from '#main/sync/signing';
import { chooseDistrict } from './chooseDistrict.ts';
import type { LedgerContext } from './context.ts';
import { districtKey } from './districtKey.ts';
import type { TokenReply } from './officeWire.ts';
import { secretOf } from './tokens.ts';

/** Long enough to carry it to the machine; a slip of paper that is found later is worth nothing. */
const LAPSES_AFTER_MS = 15 * 60_000;

/**
 * Issues a token with which one install becomes a station of a series. Only its hash is kept; it works once, for fifteen
 * minutes, and only until the next one of the series is issued. It names this ledger's key, so that nobody else can answer.
 */
export async function issueEnrolmentToken(
  context: LedgerContext,
  input: { series: string; district?: string | undefined },
): Promise<TokenReply> {
  const { series } = input;
  if (isTrainingSeries(series) && !context.training) refuse('series_only_for_training', { series });
  if (!isTrainingSeries(series) && context.training) refuse('series_not_for_training', { series });
  const district = await chooseDistrict(context, input.district);
  const seed = (await districtKey(context, district)) ?? refuse('district_not_loaded');
  const token = `${district}.${secretOf(context.random)}.${fingerprintOf(publicKeyOf(seed))}`;
  const issuedAt = context.now();
  const lapsesAt = issuedAt + LAPSES_AFTER_MS;
  const { epoch, replaces } = await context.db.inDistrict(district, 'write', async (tx) => {
    const replaces = await replaceEnrolmentToken(tx, { district, series, replacedAt: issuedAt });
    await insertEnrolmentToken(tx, { district, tokenHash: sha256Hex(token), series, issuedAt, lapsesAt });
    return { epoch: (await newestEpoch(tx, district, series)) + 1, replaces };
  });
  context.log.info('enrolment token issued', { district, series, epoch, replaces });
  return { token, district, series, epoch, replaces, lapsesAt };
}
