import { drawerAccount, transitAccount } from './drawerPostings.ts';
import type { Cents } from './money.ts';
import { credit, debit, type Posting } from './posting.ts';

/** The drawer's half of a drop (design §6): out of its cash, on the way to the safe. */
export function cashDropped(drawer: string, number: number, amount: Cents): Posting[] {
  return [...debit(transitAccount(drawer, `drop-${number}`), amount), ...credit(drawerAccount(drawer, 'cash'), amount)];
}
