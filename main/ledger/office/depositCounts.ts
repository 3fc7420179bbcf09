import type { CountTold } from '#contract/depositShapes';
import { DENOMINATIONS, type Pieces, worthOf } from '#domain/denominations';
import type { Payload } from '#domain/entry';
import type { Counts } from './depositContents.ts';

type Second = Pick<Payload<'deposit_witnessed'>, 'pieces' | 'checks' | 'moneyOrders'>;

/**
 * What two people counted of a deposit, tender by tender, and whether it is the same, and what its batches hold; of a
 * recount, what was deposited.
 */
export function countsOf({ first, held }: Counts, { pieces, checks, moneyOrders }: Second): CountTold[] {
  const isHeld = (tender: CountTold['tender']) => held[tender] === first.found[tender];
  const papers = (tender: 'check' | 'money-order', second: Second['checks']): CountTold => {
    const firstItems = first.checks.filter((check) => check.tender === tender).length;
    const firstCents = first.found[tender];
    const isSame = firstItems === second.items && firstCents === second.cents;
    return {
      ...{ tender, firstCents, secondCents: second.cents, firstItems, secondItems: second.items },
      heldCents: held[tender],
      agrees: isSame && isHeld(tender),
    };
  };
  const isSameCash = DENOMINATIONS.every((worth) => countOf(pieces, worth) === countOf(first.pieces, worth));
  return [
    {
      ...{ tender: 'cash', firstCents: first.found.cash, secondCents: worthOf(pieces) },
      ...{ firstItems: null, secondItems: null, heldCents: held.cash, agrees: isSameCash && isHeld('cash') },
    },
    papers('check', checks),
    papers('money-order', moneyOrders),
  ];
}

function countOf(pieces: Pieces, worth: number): number {
  return pieces[String(worth)] ?? 0;
}
