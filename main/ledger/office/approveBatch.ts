import type { Output, Parsed } from '#contract/contract';
import { type BatchRow, insertBatches } from '#db/ledger/batches';
import { undepositedOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { officeKey } from '#db/ledger/officeJournal';
import { isApprovedBatch } from '#domain/batch';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { batchOrRefuse, standingOfBatch } from './batchStanding.ts';
import { handsOnDrawer, keptBack } from './handsOn.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/** Says yes to a batch exactly as it was shown. Who had a part in its drawer or its handoffs cannot ({@link keptBack}). */
export async function approveBatch(
  tx: LedgerTx,
  { batch, mark }: Parsed<'approveBatch'>,
  at: OfficeCommandAt,
): Promise<Output<'approveBatch'>> {
  const { district, actor } = at;
  const row = await batchOrRefuse(tx, district, batch);
  refuseUnbalanced(row);
  const kept = await keptBack(tx, district, row, actor.person);
  if (kept) refuse('batch_yours', { batch, part: kept.part, what: kept.what, others: kept.others.join(' or ') });
  const standing = await standingOfBatch(tx, district, row);
  if (standing.mark !== mark) refuse('batch_changed', { batch });

  // From here on it must be approved.
  const { drawer, cashier } = row;
  const held = await undepositedOf(tx, district, [batch]);
  const brought = held.map(({ tender, cents }) => ({ tender, cents }));
  const hands = await handsOnDrawer(tx, district, row);
  const payload = { batch, drawer, cashier, hands, head: standing.head, brought, mark };
  const { sequence } = await appendOffice(tx, { kind: 'batch_approved', payload }, at);
  const step = { batch, step: 'approved' as const, person: actor.person, at: at.now, sequence };
  await insertBatches(tx, officeKey(district), { opened: [], steps: [step] });
  return { batch, state: 'approved' };
}

function refuseUnbalanced({ batch, state, unsettled }: BatchRow): void {
  if (state === 'open') refuse('batch_open', { batch });
  if (isApprovedBatch(state)) refuse('batch_done', { batch });
  if (unsettled > 0) refuse('batch_not_balanced', { batch, handoffs: unsettled });
}
