import { type BatchRow, batchNamed, officeSequenceOf } from '#db/ledger/batches';
import { closeOf, type DrawerEnd, type UndoingRow, undoingsOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { assert } from '#domain/assert';
import { refuse } from '#domain/refusal';
import { batchMark } from '#main/chain/marks';

/** The last entry of the station that was summed. */
export type BatchHead = { epoch: number; sequence: number; hash: string };

/** A closed batch as it stands: what closed it, what was undone of it since, and the mark of all that. */
export type BatchStanding = {
  close: DrawerEnd;
  undoings: readonly UndoingRow[];
  head: BatchHead;
  mark: string;
};

/** The batch of that name. */
export async function batchOrRefuse(tx: LedgerTx, district: string, batch: string): Promise<BatchRow> {
  return (await batchNamed(tx, district, batch)) ?? refuse('batch_unknown', { batch });
}

/** What a closed batch says as a whole. Its mark changes as soon as one of its receipts is undone or the office speaks of it. */
export async function standingOfBatch(tx: LedgerTx, district: string, row: BatchRow): Promise<BatchStanding> {
  const closed = await closeOf(tx, district, row);
  assert(closed, `batch ${row.batch} has no close`);
  const undoings = await undoingsOf(tx, district, row);
  const last = undoings.at(-1);
  const isLater =
    last && (last.epoch > closed.epoch || (last.epoch === closed.epoch && last.sequence > closed.sequence));
  const { epoch, sequence, hash } = isLater ? last : closed;
  const head = { epoch, sequence, hash };
  const mark = batchMark({ batch: row.batch, head, officeSequence: await officeSequenceOf(tx, district, row.batch) });
  return { close: closed.told, undoings, head, mark };
}
