import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import type { StationKey } from '#db/ledger/stations';
import { noteExplained, unexplainedEntry } from '#db/ledger/strays';
import { refuse } from '#domain/refusal';
import { seriesLabel } from '#domain/series';
import { explanationMark } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';

type Asked = Parsed<'parkedMark'>;

/** The mark of an explanation. Who recorded the entry says no yes to it. */
export async function parkedMark(tx: LedgerTx, asked: Asked, at: OfficeAt): Promise<Output<'parkedMark'>> {
  const { mark, actor } = await explainedOf(tx, asked, at);
  return { mark, notApprovers: actor === null ? [] : [actor] };
}

/**
 * Notes how what an entry told was settled that could not be applied, or that nothing is to be settled: the entry stays
 * as it is, in its journal and out of the books, and nobody is asked about it again.
 * @throws Refusal `parked_not_there`, those of a second yes
 */
export async function explainParked(
  tx: LedgerTx,
  asked: Parsed<'explainParked'>,
  at: OfficeCommandAt,
): Promise<Output<'explainParked'>> {
  const { station, epoch, sequence, reason } = asked;
  const { mark, actor, hash, key } = await explainedOf(tx, asked, at);
  const approver = await approvedBy(tx, mark, actor === null ? [] : [actor], at);

  // From here on it must be explained.
  const payload = { station, epoch, sequence, hash, mark };
  const draft = { kind: 'parked_explained' as const, payload, postings: [], approver, personal: { words: reason } };
  const { sequence: recordedBy } = await appendOffice(tx, draft, at);
  await noteExplained(tx, key, sequence, recordedBy);
  return { station, epoch, sequence };
}

async function explainedOf(tx: LedgerTx, { station, epoch, sequence, reason }: Asked, at: OfficeAt) {
  const key: StationKey = { district: at.district, series: station, epoch };
  const found =
    (await unexplainedEntry(tx, key, sequence)) ??
    refuse('parked_not_there', { station: seriesLabel(station, epoch), sequence });
  const mark = explanationMark({ station, epoch, sequence, hash: found.hash, reason, askedBy: at.actor.person });
  return { ...found, key, mark };
}
