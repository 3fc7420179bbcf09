import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { type HandoffRow, handoffsNamed, insertHandoffSteps } from '#db/ledger/handoffs';
import { officeKey } from '#db/ledger/officeJournal';
import { worthOf } from '#domain/denominations';
import { isPaper } from '#domain/handoff';
import { handoffSettled, leftBetween, missing } from '#domain/handoffPostings';
import { type Cents, cents, negate } from '#domain/money';
import { refuse } from '#domain/refusal';
import { resolutionMark } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { notForHandoff } from './notForYes.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';
import { type ToSettle, toSettle } from './toSettle.ts';

type Asked = Parsed<'resolution'>;
type Settled = { row: HandoffRow; counts: ToSettle & { found: Cents }; mark: string };

/** What settling a handoff would say, and the mark of it. */
export async function resolution(tx: LedgerTx, input: Asked, at: OfficeAt): Promise<Output<'resolution'>> {
  const { row, counts, mark } = await settled(tx, input, at);
  const unexplainedCents = negate(missing({ what: row.what, ...counts }));
  const { given, counted, found } = counts;
  return { givenCents: given, countedCents: counted, foundCents: found, unexplainedCents, mark };
}

/** Settles a handoff whose halves differ: neither count changes, a third entry says what was found. */
export async function resolveHandoff(
  tx: LedgerTx,
  input: Parsed<'resolveHandoff'>,
  at: OfficeCommandAt,
): Promise<Output<'resolveHandoff'>> {
  const { row, counts, mark } = await settled(tx, input, at);
  const { handoff, what, drawer, batch } = row;
  const approver = await approvedBy(tx, mark, notForHandoff(row), at);

  // From here on it must be settled.
  const payload = {
    ...{ handoff, what, drawer, batch, mark },
    ...inCents(counts),
    foundCents: counts.found,
  };
  const postings = handoffSettled({ handoff, what, batch, ...counts });
  const personal = { words: input.reason };
  const { sequence } = await appendOffice(tx, { kind: 'handoff_resolved', payload, postings, approver, personal }, at);
  await insertHandoffSteps(tx, officeKey(at.district), [
    {
      handoff,
      step: 'resolved',
      what,
      drawer,
      batch,
      person: at.actor.person,
      cents: counts.found,
      at: at.now,
      sequence,
    },
  ]);
  return { handoff, unexplainedCents: negate(missing({ what, ...counts })) };
}

async function settled(tx: LedgerTx, { counted: found, reason }: Asked, at: OfficeAt): Promise<Settled> {
  const { handoff } = found;
  const [row] = await handoffsNamed(tx, at.district, [handoff]);
  if (!row) refuse('handoff_unknown', { handoff });
  const halves = toSettle(row);
  if (row.isResolved || halves === null || leftBetween(halves) === 0) refuse('handoff_agrees', { handoff });
  if (isPaper(row.what) === 'pieces' in found) refuse('handoff_count_kind', { handoff });
  const foundCents = 'pieces' in found ? worthOf(found.pieces) : found.cents;
  const told = { handoff, ...inCents(halves), foundCents, reason };
  const mark = resolutionMark({ ...told, askedBy: at.actor.person });
  return { row, counts: { ...halves, found: cents(foundCents) }, mark };
}

/** As the entry and its mark tell them: what came back only of a float that was taken back. */
function inCents({ given, counted, returned }: ToSettle) {
  const halves = { givenCents: given, countedCents: counted };
  return returned === null ? halves : { ...halves, returnedCents: returned };
}
