import { BATCHES_MAX, type BatchUndoing, type PaidIn, type PaidOut } from '#contract/batchCalls';
import type { Output, Parsed } from '#contract/contract';
import { type BatchRow, type BatchStepRow, stepsOfBatch } from '#db/ledger/batches';
import {
  type PaidInRow,
  type PaidOutRow,
  paidInsOf,
  paidOutsOf,
  receiptSums,
  refundsOutOf,
  tenderSums,
  type UndoingRow,
  undoingsOf,
} from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { isApprovedBatch } from '#domain/batch';
import type { Payload } from '#domain/entry';
import { OFFICE_SERIES } from '#domain/series';
import { batchForeknown } from './batchForeknown.ts';
import { batchHandoffs } from './batchHandoffs.ts';
import { listedOf } from './batchListed.ts';
import { type BatchStanding, batchOrRefuse, standingOfBatch } from './batchStanding.ts';
import { tenderTotals } from './batchTotals.ts';
import { wordsIn } from './depositListed.ts';
import { keptBack } from './handsOn.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';
import { attachmentSeen } from './officeAttachment.ts';

type NameOf = (person: string) => string;
type Shown = Output<'batch'>;

/** All of one batch, its amounts only once both halves of every handoff are there. */
export async function batch(tx: LedgerTx, { batch: name }: Parsed<'batch'>, at: OfficeAt): Promise<Output<'batch'>> {
  const { district, actor } = at;
  const row = await batchOrRefuse(tx, district, name);
  const named = await nameOf(tx, district);
  const standing = row.closedAt === null ? null : await standingOfBatch(tx, district, row);
  const undoings = standing?.undoings ?? (await undoingsOf(tx, district, row));
  const sums = await receiptSums(tx, district, row);
  const count = (kind: string) => sums.find((sum) => sum.kind === kind) ?? { count: 0, cents: 0 };
  const isShown = standing !== null && row.waiting === 0;
  return {
    ...listedOf(row, named, count('receipt_issued').cents - count('receipt_voided').cents),
    receipts: { issued: count('receipt_issued').count, voided: count('receipt_voided').count },
    totals: isShown
      ? {
          issuedCents: count('receipt_issued').cents,
          voidedCents: count('receipt_voided').cents,
          tenders: await totalsOf(tx, district, row, standing),
          paidIns: (await paidInsOf(tx, district, row, BATCHES_MAX)).map((one) => paidInShown(one, named)),
          paidOuts: (await paidOutsOf(tx, district, row, BATCHES_MAX)).map((one) => paidOutShown(one, row, named)),
          floatCents: standing.close.floatCents,
          ...comparedIn(standing),
        }
      : null,
    handoffs: await batchHandoffs(tx, district, name, named),
    undoings: undoings.slice(0, BATCHES_MAX).map((undoing) => undoingShown(undoing, row, isShown, named)),
    undone: undoings.length,
    steps: [
      { step: 'opened', at: row.openedAt, personName: named(row.cashier), reason: null, approverName: null },
      ...(await stepsOfBatch(tx, district, name)).map((step) => stepShown(step, isShown, named)),
    ],
    foreknown: await batchForeknown(tx, row, at, named),
    mark: standing !== null && row.unsettled === 0 && !isApprovedBatch(row.state) ? standing.mark : null,
    yours: await keptBack(tx, district, row, actor.person),
  };
}

/** What the close compared: tender by tender, and the papers that only one side had. */
function comparedIn({ close: { comparison } }: BatchStanding) {
  const { tenders, ...strays } = comparison;
  return { comparison: tenders, strays };
}

async function totalsOf(tx: LedgerTx, district: string, row: BatchRow, { undoings }: BatchStanding) {
  return tenderTotals(await tenderSums(tx, district, row), undoings, await refundsOutOf(tx, district, row));
}

function undoingShown(undoing: UndoingRow, row: BatchRow, isShown: boolean, named: NameOf): BatchUndoing {
  const { kind, told, at, actor, approver, epoch, sequence } = undoing;
  const { label, receipt } = told as { label: string; receipt: string };
  const { lastEpoch, lastSequence } = row;
  const isAfter = lastEpoch !== null && (epoch > lastEpoch || sequence > (lastSequence ?? 0));
  return {
    ...{ label, receipt, at, byName: named(actor), approverName: named(approver) },
    kind: ({ receipt_corrected: 'correction', receipt_reversed: 'reversal', refund_issued: 'refund' } as const)[kind],
    cents: isShown ? centsOf(undoing) : null,
    afterClose: isAfter,
  };
}

function paidInShown({ label, cents, at, actor, approver, personal }: PaidInRow, named: NameOf): PaidIn {
  return { label, cents, at, byName: named(actor), approverName: named(approver), words: wordsIn(personal) };
}

function paidOutShown(paid: PaidOutRow, { series }: BatchRow, named: NameOf): PaidOut {
  return { ...paidInShown(paid, named), file: attachmentSeen(paid.attachment, series, paid.isHere) };
}

function centsOf({ kind, told }: UndoingRow): number {
  switch (kind) {
    case 'receipt_corrected':
      return (told as Payload<'receipt_corrected'>).correction.from.cents;
    case 'receipt_reversed':
      return (told as Payload<'receipt_reversed'>).parts.reduce((total, part) => total + part.line.cents, 0);
    case 'refund_issued':
      return (told as Payload<'refund_issued'>).cents;
  }
}

/** A step. Why a drawer was closed as it was speaks of what was counted, and is told when that is. */
function stepShown(row: BatchStepRow, isShown: boolean, named: NameOf): Shown['steps'][number] {
  const { step, series, at, person, personal, approver } = row;
  const isEnd = step === 'closed' && series === OFFICE_SERIES;
  const isTold = step !== 'closed' || isShown;
  return {
    ...{ step: isEnd ? ('ended' as const) : step, at, personName: named(person) },
    reason: isTold ? wordsIn(personal) : null,
    approverName: isTold && approver !== null ? named(approver) : null,
  };
}
