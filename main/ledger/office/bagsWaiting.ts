import type { Waiting } from '#contract/daySeen';
import type { LedgerTx } from '#db/ledger/database';
import { type DepositRow, depositsListed, stepsOfDeposit } from '#db/ledger/deposits';
import { assert } from '#domain/assert';
import type { DepositStep } from '#domain/deposit';
import type { OfficeAt } from './officeAt.ts';

const WAITS = ['prepared', 'differs', 'made', 'broken', 'recounted', 'recount_differs'] as const;

/**
 * Deposits of whatever day with which something is to be done before they leave: a second count, none for who counted it
 * first; counts to settle; a broken seal; and what lies ready for the courier. No amount: of the first count nobody hears.
 */
export async function bagsWaiting(
  tx: LedgerTx,
  nameOf: (person: string) => string,
  { district, actor, now }: OfficeAt,
  most: number,
): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const row of await depositsListed(tx, district, { states: WAITS, late: false, before: undefined, now }, most)) {
    const what = deedOf(row);
    if (what === null || (what === 'witness' && row.counter === actor.person)) continue;
    const { person, at } = await cameThere(tx, district, row);
    waiting.push({ what, label: row.deposit, drawer: null, personName: nameOf(person), at, cents: null });
  }
  return waiting;
}

function deedOf({ state, bag }: DepositRow): Waiting['what'] | null {
  switch (state) {
    case 'prepared':
    case 'recounted':
      return 'witness';
    case 'differs':
    case 'recount_differs':
      return 'settleDeposit';
    case 'broken':
      return 'recount';
    case 'made':
      return bag === null ? 'transmit' : 'hand';
    default:
      return null;
  }
}

/** Who brought it into its state, and when. */
async function cameThere(tx: LedgerTx, district: string, { deposit, state }: DepositRow) {
  const steps: readonly DepositStep[] = state === 'made' ? ['made', 'resealed'] : [state];
  const step = (await stepsOfDeposit(tx, district, deposit)).findLast((one) => steps.includes(one.step));
  assert(step, `deposit ${deposit} is ${state} and nobody told it`);
  return step;
}
