import type { NoSaleReason } from '#domain/custody';
import { breakdown } from '#domain/denominations';
import { approved, callerOf, type Day, known, tell, type Verb } from './dayCallers.ts';
import { VERBS_IN_FULL } from './dayVerbsInFull.ts';
import { amountOf } from './dayWords.ts';
import { receiptFor, SUPPLIES } from './paidOut.ts';
import type { Caller } from './station.ts';

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

  /** `tray  D1  make change`, `tray  D1  other  alone`. */
  async tray(today, [name = '', why = '', who = '']) {
    const { drawer, cashier } = known(today.drawers, name);
    const caller = await callerOf(today, cashier);
    const asked = { drawer, reason: why.replaceAll(' ', '_') as NoSaleReason };
    const { mark } = await caller.ask('noSaleProposal', asked);
    return (await tell(caller, 'openTray', { ...asked, ...(await agreed(caller, mark, who)) })).label;
  },

  /** `in  D1  3.50`: found under the counter. */
  async in(today, [name = '', amount = '', who = '']) {
    const { caller, ...asked } = await cashIn(today, name, amount);
    const { mark } = await caller.ask('paidInProposal', asked);
    return (await tell(caller, 'payIn', { ...asked, ...(await agreed(caller, mark, who)) })).label;
  },

  /** `out  D1  20.00`: for stamps, with a scanned receipt. */
  async out(today, [name = '', amount = '', who = '']) {
    const { caller, ...cash } = await cashIn(today, name, amount);
    const asked = { ...cash, ...(await receiptFor(caller)) };
    const { mark } = await caller.ask('paidOutProposal', asked);
    return (await tell(caller, 'payOut', { ...asked, ...(await agreed(caller, mark, who)) })).label;
  },
};

async function cashIn(today: Day, name: string, amount: string) {
  const { drawer, cashier } = known(today.drawers, name);
  const pieces = breakdown(amountOf(amount));
  return { caller: await callerOf(today, cashier), drawer, pieces, place: SUPPLIES, reason: 'Found under the counter' };
}

/** A supervisor's yes, unless the cashier is alone. */
async function agreed(caller: Caller, mark: string, who: string): Promise<{ approval?: string }> {
  return who === 'alone' ? {} : { approval: await approved(caller, mark) };
}
