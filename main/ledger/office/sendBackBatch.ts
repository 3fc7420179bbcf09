import type { Output, Parsed } from '#contract/contract';
import { insertBatches } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import { officeKey } from '#db/ledger/officeJournal';
import { refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { batchOrRefuse } from './batchStanding.ts';
import type { OfficeCommandAt } from './officeAt.ts';

/** Sends a batch back, approved or not yet. It stays closed: nothing opens its drawer again. */
export async function sendBackBatch(
  tx: LedgerTx,
  { batch, reason }: Parsed<'sendBackBatch'>,
  at: OfficeCommandAt,
): Promise<Output<'sendBackBatch'>> {
  const { drawer, state } = await batchOrRefuse(tx, at.district, batch);
  if (state === 'open') refuse('batch_open', { batch });
  if (state === 'sent_back') refuse('batch_done', { batch });
  const [taken] = await partsOfBatches(tx, at.district, [batch]);
  if (taken) refuse('batch_in_deposit', { batch, deposit: taken.deposit });

  // From here on it must be sent back.
  const draft = { kind: 'batch_sent_back', payload: { batch, drawer }, personal: { words: reason } } as const;
  const { sequence } = await appendOffice(tx, draft, at);
  const step = { batch, step: 'sent_back' as const, person: at.actor.person, at: at.now, sequence };
  await insertBatches(tx, officeKey(at.district), { opened: [], steps: [step] });
  return { batch, state: 'sent_back' };
}
