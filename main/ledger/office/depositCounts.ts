import type { CountTold } from '#contract/depositCalls';
import { DENOMINATIONS, type Pieces, worthOf } from '#domain/denominations';
import type { Payload } from '#domain/entry';

type Second = Pick<Payload<'deposit_witnessed'>, 'pieces' | 'checks' | 'moneyOrders'>;

/** What two people counted of a deposit, tender by tender, and whether it is the same. */
export function countsOf(first: Payload<'deposit_prepared'>, { pieces, checks, moneyOrders }: Second): CountTold[] {
  const itemsOf = (tender: string) => first.checks.filter((check) => check.tender === tender).length;
  const papers = (tender: 'check' | 'money-order', firstCents: number, second: Second['checks']): CountTold => {
    const firstItems = itemsOf(tender);
    const agrees = firstItems === second.items && firstCents === second.cents;
    return { tender, firstCents, secondCents: second.cents, firstItems, secondItems: second.items, agrees };
  };
  return [
    {
      ...{
        tender: 'cash',
        firstCents: first.cashCents,
        secondCents: worthOf(pieces),
        firstItems: null,
        secondItems: null,
      },
      agrees: DENOMINATIONS.every((worth) => countOf(pieces, worth) === countOf(first.pieces, worth)),
    },
    papers('check', first.checkCents, checks),
    papers('money-order', first.moneyOrderCents, moneyOrders),
  ];
}

function countOf(pieces: Pieces, worth: number): number {
  return pieces[String(worth)] ?? 0;
}
