import { APPROVES } from '#contract/batchCalls';
import { type BatchRow, stepsOfBatch } from '#db/ledger/batches';
import { checkersOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { stepsOfHandoffs } from '#db/ledger/handoffs';
import { type PersonNamed, peopleOf } from '#db/ledger/people';
import { HANDOFF_PARTS, isDrawerPart, type PartTaken } from '#domain/batch';

/** Somebody's part in a batch: what was done, and with what. */
export type Hand = { person: string; part: PartTaken; what: string };

/**
 * Everybody's part in a batch, in the drawer first: who took its money, counted, closed or looked into its drawer, and
 * who gave, counted or settled one of its handoffs, its float among them. Saying yes to what another asked for is none.
 */
export async function handsOn(tx: LedgerTx, district: string, row: BatchRow): Promise<Hand[]> {
  const { batch, drawer, cashier } = row;
  const steps = await stepsOfBatch(tx, district, batch);
  const handoffs = await stepsOfHandoffs(tx, district, batch);
  return [
    { person: cashier, part: 'took', what: drawer },
    ...steps.flatMap(({ step, person }): Hand[] =>
      step === 'counted' || step === 'closed' ? [{ person, part: step, what: drawer }] : [],
    ),
    ...(await checkersOf(tx, district, row)).map((person): Hand => ({ person, part: 'checked', what: drawer })),
    ...handoffs.map(({ person, step, handoff }): Hand => ({ person, part: HANDOFF_PARTS[step], what: handoff })),
  ];
}

/** Who counted or closed the drawer of a batch, or looked into it by a surprise count, each once. */
export async function handsOnDrawer(tx: LedgerTx, district: string, row: BatchRow): Promise<string[]> {
  const hands = (await handsOn(tx, district, row)).filter(({ part }) => part !== 'took' && isDrawerPart(part));
  return [...new Set(hands.map(({ person }) => person))];
}

/**
 * Who may approve a batch: whoever approves batches and had no part in it. A small office may have nobody left; there
 * it is whoever had none in the drawer itself, though a handoff of it went through her hands.
 */
export async function approversOf(tx: LedgerTx, district: string, hands: readonly Hand[]): Promise<PersonNamed[]> {
  const people = await peopleOf(tx, district, APPROVES);
  const without = (parts: readonly Hand[]) =>
    people.filter(({ person }) => !parts.some((hand) => hand.person === person));
  const strangers = without(hands);
  return strangers.length > 0 ? strangers : without(hands.filter(({ part }) => isDrawerPart(part)));
}

/** What keeps somebody from approving a batch: her first part in it, and who can instead. Null where nothing does. */
export type KeptBack = { part: PartTaken; what: string; others: string[] };

/** @see approversOf */
export async function keptBack(
  tx: LedgerTx,
  district: string,
  row: BatchRow,
  person: string,
): Promise<KeptBack | null> {
  const hands = await handsOn(tx, district, row);
  const own = hands.find((hand) => hand.person === person);
  if (!own) return null;
  const approvers = await approversOf(tx, district, hands);
  if (approvers.some((one) => one.person === person)) return null;
  return { part: own.part, what: own.what, others: approvers.map(({ name }) => name) };
}
