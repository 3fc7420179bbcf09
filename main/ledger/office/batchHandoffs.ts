import type { Output } from '#contract/contract';
import type { LedgerTx } from '#db/ledger/database';
import { type HandoffRow, handoffsOfBatch, type SettlementRow, settlementsOf } from '#db/ledger/handoffs';
import { leftBetween } from '#domain/handoffPostings';
import { wordsIn } from './depositListed.ts';
import { toSettle } from './toSettle.ts';

type NameOf = (person: string) => string;
type Shown = Output<'batch'>['handoffs'][number];

/** What passed between a batch's drawer and the safe, each count told once both are there, and how it was settled. */
export async function batchHandoffs(tx: LedgerTx, district: string, batch: string, named: NameOf): Promise<Shown[]> {
  const settlements = new Map((await settlementsOf(tx, district, batch)).map((one) => [one.handoff, one]));
  const rows = await handoffsOfBatch(tx, district, batch);
  return rows.map((row) => handoffShown(row, settlements.get(row.handoff), named));
}

function handoffShown(row: HandoffRow, settled: SettlementRow | undefined, named: NameOf): Shown {
  const { handoff, what, givenBy, givenCents, countedBy, countedCents, foundCents, isResolved } = row;
  const halves = toSettle(row);
  const isBoth = halves !== null && countedCents !== null;
  const agreement = isResolved ? 'settled' : halves && leftBetween(halves) === 0 ? 'agrees' : 'differs';
  return {
    ...{ handoff, what, foundCents },
    state: isBoth ? agreement : 'waiting',
    givenByName: givenBy && named(givenBy),
    countedByName: countedBy && named(countedBy),
    givenCents: isBoth ? givenCents : null,
    countedCents: isBoth ? countedCents : null,
    returnedCents: row.returnedCents,
    settlement: settled ? settlementShown(settled, named) : null,
  };
}

function settlementShown({ person, approver, personal }: SettlementRow, named: NameOf): Shown['settlement'] {
  return { byName: named(person), approverName: named(approver), words: wordsIn(personal) };
}
