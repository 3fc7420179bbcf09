import { breakdown } from '#domain/denominations';
import { callerOf, known, tell, type Verb } from './dayCallers.ts';
import { VERBS_IN_FULL } from './dayVerbsInFull.ts';
import { amountOf } from './dayWords.ts';

/* Cash that moves at a drawer and is no receipt. */

export const VERBS_OF_CUSTODY: Record<string, Verb> = {
  /** `drop  D1  500.00` takes cash to the safe; `drop  S1` drops a payment that was set aside. */
  async drop(today, about) {
    const [name = '', amount] = about;
    if (amount === undefined) return (VERBS_IN_FULL.drop as Verb)(today, about);
    const { drawer, cashier } = known(today.drawers, name);
    const pieces = breakdown(amountOf(amount));
    return (await tell(await callerOf(today, cashier), 'dropCash', { drawer, pieces })).handoff;
  },
};
