import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { type HandoffRow, handoffsNamed, insertHandoffSteps } from '#db/ledger/handoffs';
import { officeKey } from '#db/ledger/officeJournal';
import { worthOf } from '#domain/denominations';
import { isPaper } from '#domain/handoff';
import { handoffSettled, missing } from '#domain/handoffPostings';
import { type Cents, cents, negate } from '#domain/money';
import { refuse } from '#domain/refusal';
import { resolutionMark } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';

type Asked = Parsed<'resolution'>;
type Settled = { row: HandoffRow; given: Cents; counted: Cents; found: Cents; mark: string };

/** What settling a handoff would say, and the mark of it. */
export async function resolution(tx: LedgerTx, input: Asked, at: OfficeAt): Promise<Output<'resolution'>> {
  const { row, given, counted, found, mark } = await settled(tx, input, at);
  const unexplainedCents = negate(missing({ what: row.what, given, counted, found }));
  return { givenCents: given, countedCents: counted, foundCents: found, unexplainedCents, mark };
}

/** Settles a handoff whose halves differ: neither count changes, a third entry says what was found. */
export async function resolveHandoff(
  tx: LedgerTx,
  input: Parsed<'resolveHandoff'>,
  at: OfficeCommandAt,
): Promise<Output<'resolveHandoff'>> {
  const { row, given, counted, found, mark } = await settled(tx, input, at);
  const { handoff, what, drawer, batch } = row;
  const approver = await approvedBy(tx, mark, [row.givenBy, row.countedBy], at);

  // From here on it must be settled.
  const payload = {
    ...{ handoff, what, drawer, batch, mark },
    ...{ givenCents: given, countedCents: counted, foundCents: found },
  };
  const postings = handoffSettled({ handoff, what, batch, given, counted, found });
  const personal = { words: input.reason };
  const { sequence } = await appendOffice(tx, { kind: 'handoff_resolved', payload, postings, approver, personal }, at);
  await insertHandoffSteps(tx, officeKey(at.district), [
    { handoff, step: 'resolved', what, drawer, batch, person: at.actor.person, cents: found, at: at.now, sequence },
  ]);
  return { handoff, unexplainedCents: negate(missing({ what, given, counted, found })) };
}

async function settled(tx: LedgerTx, { counted: found, reason }: Asked, at: OfficeAt): Promise<Settled> {
  const { handoff } = found;
  const [row] = await handoffsNamed(tx, at.district, [handoff]);
  if (!row) refuse('handoff_unknown', { handoff });
  const { givenCents, countedCents } = row;
  if (row.isResolved || givenCents === null || countedCents === null || givenCents === countedCents)
    refuse('handoff_agrees', { handoff });
  if (isPaper(row.what) === 'pieces' in found) refuse('handoff_count_kind', { handoff });
  const foundCents = 'pieces' in found ? worthOf(found.pieces) : found.cents;
  const mark = resolutionMark({ handoff, givenCents, countedCents, foundCents, reason, askedBy: at.actor.person });
  return { row, given: cents(givenCents), counted: cents(countedCents), found: cents(foundCents), mark };
}
