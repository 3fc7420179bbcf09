import { glAccount } from './distribution.ts';
import { drawerAccount } from './drawerPostings.ts';
import type { FundAndBars } from './fundAndBars.ts';
import { dropHandoff, transitAccount } from './handoff.ts';
import type { Cents } from './money.ts';
import { credit, debit, type Posting } from './posting.ts';

/** The drawer's half of a drop (design §6): out of its cash, on the way to the safe. */
export function cashDropped(drawer: string, number: number, amount: Cents): Posting[] {
  return [
    ...debit(transitAccount(dropHandoff(drawer, number)), amount),
    ...credit(drawerAccount(drawer, 'cash'), amount),
  ];
}

/** Cash put into a drawer that is no receipt: its source is credited. */
export function cashPaidIn(drawer: string, { fund, bars }: FundAndBars, amount: Cents): Posting[] {
  return [...debit(drawerAccount(drawer, 'cash'), amount), ...credit(glAccount(fund, bars), amount)];
}

/** Cash paid out of a drawer: what it was for is debited. */
export function cashPaidOut(drawer: string, { fund, bars }: FundAndBars, amount: Cents): Posting[] {
  return [...debit(glAccount(fund, bars), amount), ...credit(drawerAccount(drawer, 'cash'), amount)];
}
