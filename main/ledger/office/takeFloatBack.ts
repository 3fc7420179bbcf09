import type { Output, Parsed } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { nextVersion } from '#db/ledger/districts';
import { floatsNamed, insertFloatTakenBack } from '#db/ledger/floats';
import { handoffsNamed, insertHandoffSteps } from '#db/ledger/handoffs';
import { officeKey } from '#db/ledger/officeJournal';
import { assert } from '#domain/assert';
import { worthOf } from '#domain/denominations';
import { floatTakenBack } from '#domain/handoffPostings';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/**
 * Takes a float back that nobody took, counted by another than who issued it and without having seen how much it was. Its
 * station hears of it; a drawer that took it nevertheless, offline, is held against it later.
 */
export async function takeFloatBack(
  tx: LedgerTx,
  { handoff, pieces }: Parsed<'takeFloatBack'>,
  at: OfficeCommandAt,
): Promise<Output<'takeFloatBack'>> {
  const [float] = await floatsNamed(tx, at.district, [handoff]);
  if (!float) refuse('handoff_unknown', { handoff });
  const [row] = await handoffsNamed(tx, at.district, [handoff]);
  assert(row && row.givenCents !== null, `float ${handoff} was issued and never given`);
  if (row.countedBy !== null || row.returnedBy !== null) refuse('handoff_done', { handoff });
  if (row.givenBy === at.actor.person) refuse('handoff_yours', { handoff });

  // From here on the float must be back.
  const counted = worthOf(pieces);
  const payload = { handoff, pieces, cents: counted };
  const postings = floatTakenBack(handoff, counted);
  const { sequence } = await appendOffice(tx, { kind: 'float_taken_back', payload, postings }, at);
  const half = { handoff, what: 'float' as const, drawer: null, batch: null, cents: counted, at: at.now, sequence };
  await insertHandoffSteps(tx, officeKey(at.district), [{ ...half, step: 'returned', person: at.actor.person }]);
  await insertFloatTakenBack(tx, at.district, float, await nextVersion(tx, at.district));
  return { handoff, givenCents: row.givenCents, returnedCents: counted };
}
