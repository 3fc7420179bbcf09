import { DAY_ROWS_MAX, type Waiting } from '#contract/daySeen';
import { batchesListed, batchesToDeposit, stepsOfBatch } from '#db/ledger/batches';
import { undepositedOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import { type HandoffRow, handoffsInTransit } from '#db/ledger/handoffs';
import { assert } from '#domain/assert';
import type { DepositPart } from '#domain/deposit';
import { leftBetween } from '#domain/handoffPostings';
import { type Cents, cents, negate, subtract, sum } from '#domain/money';
import { bagsWaiting } from './bagsWaiting.ts';
import { takenCents, toldOf } from './dayDrawers.ts';
import { keptBack } from './handsOn.ts';
import type { OfficeAt } from './officeAt.ts';
import { toSettle } from './toSettle.ts';

type NameOf = (person: string) => string;

/** What waits for who asks, of whatever day, the oldest first: to count, to settle, to approve, to deposit, and what bags wait for. */
export async function waitingFor(tx: LedgerTx, nameOf: NameOf, at: OfficeAt): Promise<Waiting[]> {
  const { district, actor } = at;
  if (actor.role !== 'supervisor' && actor.role !== 'finance') return [];
  const waiting = [...handoffsWaiting(await handoffsInTransit(tx, district), nameOf)];
  waiting.push(...(await drawersLeft(tx, district, nameOf)));
  const asked = { day: undefined, state: 'balanced' as const, after: undefined };
  for (const row of await batchesListed(tx, district, asked, DAY_ROWS_MAX)) {
    if (await keptBack(tx, district, row, actor.person)) continue;
    const told = await toldOf(tx, district, row);
    const decided = (await stepsOfBatch(tx, district, row.batch)).at(-1);
    waiting.push({
      ...{ what: 'approve', label: row.batch, drawer: row.drawer, personName: nameOf(row.cashier) },
      at: decided?.at ?? row.closedAt ?? row.openedAt,
      cents: told && takenCents(told),
    });
  }
  waiting.push(...(await bagsWaiting(tx, nameOf, at, DAY_ROWS_MAX)));
  waiting.push(...(await depositsWaiting(tx, nameOf, at)));
  return waiting.sort((left, right) => left.at - right.at).slice(0, DAY_ROWS_MAX);
}

/** Drawers that only the office can end. */
async function drawersLeft(tx: LedgerTx, district: string, nameOf: NameOf): Promise<Waiting[]> {
  const asked = { day: undefined, state: 'open' as const, after: undefined };
  return (await batchesListed(tx, district, asked, DAY_ROWS_MAX))
    .filter(({ isLeft }) => isLeft)
    .map(({ batch, drawer, cashier, openedAt }) => ({
      ...{ what: 'end', label: batch, drawer, personName: nameOf(cashier), at: openedAt, cents: null },
    }));
}

/** One row for all that a drawer handed over and the office has not counted, and one for each handoff that differs. */
function handoffsWaiting(rows: readonly HandoffRow[], nameOf: NameOf): Waiting[] {
  const differ = rows.filter((row) => toSettle(row) !== null);
  // A float that was issued waits for its drawer, not for the office.
  const toCount = rows.filter(({ what, givenCents, countedCents }) =>
    what === 'float' ? givenCents === null : givenCents !== null && countedCents === null,
  );
  const drawers = Map.groupBy(toCount, ({ drawer, handoff }) => drawer ?? handoff);
  return [
    ...differ.map((row) => waitingOf('settle', row.handoff, row, nameOf)),
    ...[...drawers].flatMap(([label, [first]]) => (first ? [waitingOf('count', label, first, nameOf)] : [])),
  ];
}

function waitingOf(what: 'count' | 'settle', label: string, row: HandoffRow, nameOf: NameOf): Waiting {
  const { drawer, at, givenBy, countedBy } = row;
  const halves = what === 'settle' ? toSettle(row) : null;
  const personName = nameOf(givenBy ?? countedBy ?? '');
  return { what, label, drawer, personName, at, cents: halves && negate(leftBetween(halves)) };
}

/**
 * One row for each approved batch, with what of it is in no deposit yet, prepared ones included; where the district counts
 * blind, without an amount that has cash in it, which whoever counts the deposit first must not know.
 */
async function depositsWaiting(tx: LedgerTx, nameOf: NameOf, { district, policy }: OfficeAt): Promise<Waiting[]> {
  const rows = await batchesToDeposit(tx, district, DAY_ROWS_MAX);
  const names = rows.map(({ batch }) => batch);
  const prepared = (await partsOfBatches(tx, district, names)).filter(({ isMade }) => !isMade);
  const held = await undepositedOf(tx, district, names);
  const waiting: Waiting[] = [];
  for (const { batch, drawer, undepositedCents } of rows) {
    const inBags = prepared.filter((part) => part.batch === batch);
    const left = subtract(cents(undepositedCents), centsIn(inBags));
    if (left <= 0) continue;
    const cashIn = (of: readonly DepositPart[]) => centsIn(of.filter((one) => one.tender === 'cash'));
    const hasCash = cashIn(held.filter((one) => one.batch === batch)) > cashIn(inBags);
    const approved = (await stepsOfBatch(tx, district, batch)).findLast(({ step }) => step === 'approved');
    assert(approved, `batch ${batch} waits for its deposit and nobody approved it`);
    waiting.push({
      ...{ what: 'deposit', label: batch, drawer, personName: nameOf(approved.person) },
      ...{ at: approved.at, cents: policy.counting.blind && hasCash ? null : left },
    });
  }
  return waiting;
}

function centsIn(parts: readonly DepositPart[]): Cents {
  return sum(parts.map((part) => cents(part.cents)));
}
