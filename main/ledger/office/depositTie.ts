import type { TieBreak, TieRow } from '#contract/depositCalls';
import { type BatchRow, batchNamed } from '#db/ledger/batches';
import { closeOf, movedInDrawer, undepositedOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import { type HandoffRow, handoffsOfBatch } from '#db/ledger/handoffs';
import { assert } from '#domain/assert';
import { BankTender } from '#domain/bankTender';
import type { DepositPart } from '#domain/deposit';
import type { Payload } from '#domain/entry';
import type { HandoffKind } from '#domain/handoff';
import type { DepositStanding } from './depositStanding.ts';

/** The tie from receipts to the bank, and each place at which it breaks. */
export type Tie = { tie: TieRow[]; breaks: TieBreak[] };

type Followed = {
  part: DepositPart;
  receiptsCents: number;
  drawersCents: number;
  /** What of it other bank accounts take by fund. */
  elsewhereCents: number;
  breaks: TieBreak[];
};

/** Receipts = drawers = deposit = bank, tender by tender, with every break named (design, the four-way tie). */
export async function tieOf(tx: LedgerTx, district: string, standing: DepositStanding): Promise<Tie> {
  const followed: Followed[] = [];
  for (const part of standing.parts) followed.push(await follow(tx, district, part));
  const isMade = standing.row.state !== 'prepared' && standing.row.state !== 'differs';
  const tie = BankTender.options
    .map((tender) => tieRow(tender, followed, isMade ? foundIn(standing, tender) : null))
    .filter((row) => row !== null);
  return { tie, breaks: [...followed.flatMap(({ breaks }) => breaks), ...laterBreaks(standing, tie)] };
}

/** What is in a deposit: what it was prepared with, or what was found where two counts differed. */
export function depositedCents(standing: DepositStanding): number {
  return BankTender.options.reduce((total, tender) => total + foundIn(standing, tender), 0);
}

function foundIn({ prepared, resolved }: DepositStanding, tender: BankTender): number {
  const told = resolved ?? prepared;
  return { cash: told.cashCents, check: told.checkCents, 'money-order': told.moneyOrderCents }[tender];
}

function tieRow(tender: BankTender, followed: readonly Followed[], depositCents: number | null): TieRow | null {
  const of = followed.filter(({ part }) => part.tender === tender);
  if (of.length === 0) return null;
  const total = (centsOf: (one: Followed) => number) => of.reduce((sum, one) => sum + centsOf(one), 0);
  return {
    ...{ tender, depositCents },
    receiptsCents: total((one) => one.receiptsCents),
    drawersCents: total((one) => one.drawersCents),
    officeCents: total(({ part }) => part.cents),
    elsewhereCents: total((one) => one.elsewhereCents),
  };
}

/** Where a second look at the bag, or the bank, found another amount. */
function laterBreaks(standing: DepositStanding, tie: readonly TieRow[]): TieBreak[] {
  const counted = tie.flatMap(({ tender, depositCents, officeCents }): TieBreak[] =>
    named({ why: 'deposit_count', tender, batch: null, cents: (depositCents ?? officeCents) - officeCents }),
  );
  const bank = standing.confirmed ? standing.confirmed.cents - depositedCents(standing) : 0;
  return [...counted, ...named({ why: 'bank', tender: null, batch: null, cents: bank })];
}

/** One tender of one batch, from its receipts to what the office had of it. */
async function follow(tx: LedgerTx, district: string, part: DepositPart): Promise<Followed> {
  const { batch, tender } = part;
  const row = await batchNamed(tx, district, batch);
  assert(row, `batch ${batch} went`);
  const held = await heldOf(tx, district, part);
  const { receiptsCents, otherCents } = await movedInDrawer(tx, district, row, tender);
  const handoffs = await handoffsOfBatch(tx, district, batch);
  const drawersCents = given(handoffs, tender === 'cash' ? ['cash', 'drop'] : [tender]);
  const close = await closedWith(tx, district, row);
  const differs = close.comparison.tenders.find((one) => one.tender === tender)?.differenceCents ?? 0;
  const float = tender === 'cash' ? close.floatCents - given(handoffs, ['float-return']) : 0;
  const known = [
    { why: 'other_movement', cents: otherCents },
    { why: 'over_short', cents: differs },
    { why: 'float', cents: float },
    { why: 'handoff', cents: held - drawersCents },
  ] as const;
  const rest = held - receiptsCents - known.reduce((sum, one) => sum + one.cents, 0);
  const breaks = [...known, { why: 'unexplained', cents: rest } as const];
  return {
    ...{ part, receiptsCents, drawersCents, elsewhereCents: held - part.cents },
    breaks: breaks.flatMap((one) => named({ ...one, tender, batch })),
  };
}

/** All that the office had of one tender of a batch: what still waits, and what is in deposits that were made. */
async function heldOf(tx: LedgerTx, district: string, { batch, tender }: DepositPart): Promise<number> {
  const waiting = await undepositedOf(tx, district, [batch]);
  const made = (await partsOfBatches(tx, district, [batch])).filter(({ isMade }) => isMade);
  const own = [...waiting, ...made].filter((one) => one.tender === tender);
  return own.reduce((total, one) => total + one.cents, 0);
}

async function closedWith(tx: LedgerTx, district: string, row: BatchRow): Promise<Payload<'drawer_closed'>> {
  const closed = await closeOf(tx, district, row);
  assert(closed, `batch ${row.batch} has no close`);
  return closed.told as Payload<'drawer_closed'>;
}

function given(handoffs: readonly HandoffRow[], kinds: readonly HandoffKind[]): number {
  return handoffs
    .filter(({ what }) => kinds.includes(what))
    .reduce((total, { givenCents }) => total + (givenCents ?? 0), 0);
}

function named(one: TieBreak): TieBreak[] {
  return one.cents === 0 ? [] : [one];
}
