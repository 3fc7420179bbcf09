import type { Output, Parsed } from '#contract/contract';
import { enrolled, identity } from '#db/station/identity';
import { writing } from '#db/station/open';
import { startSync } from '#db/station/syncState';
import { refuse } from '#domain/refusal';
import type { Parts, Session } from '#main/parts';
import { enrol, LedgerRefused } from '#main/sync/ledgerClient';

/** Makes this install a station: the ledger says which, and gives it a token of its own. */
export async function enrolStation(
  parts: Parts,
  _session: Session,
  input: Parsed<'enrolStation'>,
): Promise<Output<'enrolStation'>> {
  const { host, db, link } = parts;
  if (identity(db)) refuse('already_enrolled');
  const reply = await enrol({ url: input.ledger, fetch: host.fetch }, input.token).catch((error: unknown) => {
    host.log.error('enrolment failed', { why: error instanceof Error ? error.message : String(error) });
    return refuse(error instanceof LedgerRefused ? 'enrolment_refused' : 'ledger_unreachable');
  });
  const { district, series, epoch, training, stationToken } = reply;
  writing(db, (tx) => {
    if (identity(tx)) refuse('already_enrolled');
    enrolled(tx, { district, series, epoch, training, ledgerUrl: input.ledger, stationToken, enrolledAt: host.now() });
    startSync(tx, epoch);
  });
  link.wake();
  return { series, epoch };
}
