import type { Output, Parsed } from '#contract/contract';
import { startContact } from '#db/station/contact';
import { enrolled, identity } from '#db/station/identity';
import { writing } from '#db/station/open';
import { startSync } from '#db/station/syncState';
import type { Facts } from '#domain/facts';
import { Refusal, type RefusalCode, refuse } from '#domain/refusal';
import { publicKeyOf } from '#main/chain/ed25519';
import { noteJournalBegun } from '#main/journalBegun';
import type { Parts, Session } from '#main/parts';
import { tellDebug } from '#main/program';
import { enrol, LedgerFailed, LedgerOther, LedgerRefused, LedgerUnreadable } from '#main/sync/ledgerClient';
import { enrolmentTokenParts } from '#main/sync/signing';
import { keyToEnrolWith } from '#main/sync/stationKey';
import type { EnrolReply } from '#main/sync/wire';
import { isReadByOthers } from '#main/tls/trust';

/** Refusals of the ledger that mean the same here. */
const THEIRS: readonly RefusalCode[] = [
  'enrolment_token_used',
  'enrolment_token_replaced',
  'enrolment_token_lapsed',
  'enrolment_district_unknown',
];

/**
 * Makes this install a station: the ledger says which, and takes the key that this install has made. Only the ledger that
 * issued the token can answer. What was tried, and why it
 * failed, stays for the page, so that only what is wrong has to be corrected.
 */
export async function enrolStation(
  parts: Parts,
  _session: Session,
  input: Parsed<'enrolStation'>,
): Promise<Output<'enrolStation'>> {
  const { host, db, hub, link } = parts;
  if (identity(db)) refuse('already_enrolled');
  const note = (enrolling: Partial<Parts['enrolling']>) => {
    Object.assign(parts.enrolling, { ...input, busy: false, refusal: null, ...enrolling });
    hub.announce(['station']);
  };
  note({ busy: true });
  try {
    const seed = await keyToEnrolWith(host);
    const { ledgerKey, token, ...as } = await asked(parts, input, seed);
    const { series, epoch } = as;
    writing(db, (tx) => {
      if (identity(tx)) refuse('already_enrolled');
      enrolled(tx, { ...as, stationToken: '', ledgerUrl: input.ledger, enrolledAt: host.now() });
      startSync(tx, epoch);
      startContact(tx, { publicKey: publicKeyOf(seed), ledgerKey, token });
    });
    noteJournalBegun(host.dataFolder, host.log);
    parts.twin.enrolled();
    note({ token: '' });
    link.enrolled();
    return { series, epoch };
  } catch (error) {
    note({ refusal: error instanceof Refusal ? { code: error.code, sentence: error.message } : null });
    throw error;
  }
}

async function asked({ host }: Parts, { ledger, token }: Parsed<'enrolStation'>, seed: string): Promise<EnrolReply> {
  if (isReadByOthers(ledger)) refuse('ledger_read_by_others', { ledger });
  if (!enrolmentTokenParts(token)) refuse('enrolment_refused');
  try {
    return await enrol({ url: ledger, fetch: host.fetch }, token, seed);
  } catch (error) {
    // Who asked is told in a sentence; the machine's own words would tell it a second time.
    tellDebug(error);
    return refuse(...why(error, ledger));
  }
}

function why(error: unknown, ledger: string): [RefusalCode, Facts] {
  if (error instanceof LedgerRefused)
    return [THEIRS.find((code) => code === error.code) ?? codeOfOther(error), { ledger }];
  if (error instanceof LedgerFailed) return ['ledger_unwell', { ledger }];
  if (error instanceof LedgerOther) return ['enrolment_elsewhere', { ledger }];
  if (!(error instanceof LedgerUnreadable))
    return [speaksOtherwise(error) ? 'ledger_not_there' : 'ledger_unreachable', { ledger }];
  return [error.status >= 500 ? 'ledger_unwell' : 'ledger_not_there', { ledger }];
}

/** Something answers there: in another language than HTTP, or by sending elsewhere. */
function speaksOtherwise(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown; message?: unknown } };
  return String(cause?.code).startsWith('HPE_') || cause?.message === 'unexpected redirect';
}

/** A ledger that does not know the request is some other service that speaks as one. */
function codeOfOther({ code }: LedgerRefused): RefusalCode {
  return code === 'ledger_path_unknown' ? 'ledger_not_there' : 'enrolment_refused';
}
