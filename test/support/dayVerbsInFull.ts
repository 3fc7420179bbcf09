import type { Input, Output } from '#contract/contract';
import { cents, formatAmount } from '#domain/money';
import type { TurnedAwayWhy } from '#domain/refusedTender';
import type { DrawerTender } from '#domain/tender';
import type { CorrectionReason, ReversalReason } from '#domain/undo';
import { ACCOUNTS, approved, callerOf, type Day, known, lastOf, personOf, tell, type Verb } from './dayCallers.ts';
import { lineOf, linesOf } from './dayLines.ts';
import { amountOf, parts, tenderOf } from './dayWords.ts';
import type { Caller } from './station.ts';
import { type AskedUndo, markOf } from './undoing.ts';

/* What a day at the counter has beside opening, taking, voiding, counting and closing. */

export const VERBS_IN_FULL: Record<string, Verb> = {
  /** `correct  R6  line 1 to Nguyen 45.00`, `correct  R5  tender 1 to check 1190 50.00`. */
  async correct(today, [name = '', what = '', who = '']) {
    const { label, caller } = await receiptIn(today, name, who);
    const [, kind, place, to = ''] = /^(line|tender) (\d+) to (.+)$/.exec(what) ?? [];
    const at = Number(place) - 1;
    const correction =
      kind === 'line'
        ? { what: 'line' as const, place: at, to: await lineOf(caller, to.split(' ')) }
        : { what: 'tender' as const, place: at, to: tenderOf(to.split(' ')) };
    const reason: CorrectionReason = kind === 'line' ? 'wrong_purpose' : 'wrong_tender';
    return (await undone(caller, 'correctReceipt', { label, correction, reason }, who)).label;
  },

  /** `refund  R1  line 1 20.00  by cash`: the refund's label is known by its own name afterwards. */
  async refund(today, [name = '', what = '', by = '', who = '']) {
    const { label, caller, drawer } = await receiptIn(today, name, who);
    const wanted = parts(what).map(([, place, amount = '']) => ({ place: Number(place) - 1, cents: amountOf(amount) }));
    const means = meansOf(by, known(today.drawers, drawer).drawer);
    const asked = { label, refund: { parts: wanted, means }, reason: 'overpaid' as const };
    const refunded = await undone(caller, 'refundReceipt', asked, who);
    today.receipts.set(`refund of ${name}`, { label: refunded.label, drawer });
    return `back ${formatAmount(cents(refunded.cents))}`;
  },

  async reverse(today, [name = '', why = '', who = '']) {
    const { label, caller } = await receiptIn(today, name, who);
    const asked = { label, reason: why.replace(' ', '_') as ReversalReason };
    return (await undone(caller, 'reverseReceipt', asked, who)).label;
  },

  async suspend(today, [name = '', what = '', typed = '']) {
    const { drawer, cashier } = known(today.drawers, lastOf(today.drawers));
    const caller = await callerOf(today, cashier);
    const tenderedCents = typed === '' ? 0 : amountOf(typed.replace('cash ', ''));
    const { label } = await tell(caller, 'suspendPayment', {
      drawer,
      lines: await linesOf(caller, what),
      tenderedCents,
    });
    today.suspensions.set(name, { label, drawer: lastOf(today.drawers) });
    return label;
  },

  /** Takes a payment that was set aside up again, and finishes it: `finish  S1  R10  cash 6.00`. */
  async finish(today, [name = '', receipt = '', by = '']) {
    const { label: aside, drawer: in_ } = known(today.suspensions, name);
    const { drawer, cashier } = known(today.drawers, in_);
    const caller = await callerOf(today, cashier);
    const { lines } = await tell(caller, 'resumePayment', { drawer, label: aside });
    const payment = { drawer, lines, tenders: parts(by).map(tenderOf), resumed: aside };
    const { label, changeCents } = await tell(caller, 'takePayment', payment);
    today.receipts.set(receipt, { label, drawer: in_ });
    return `change ${formatAmount(cents(changeCents))}`;
  },

  async drop(today, [name = '']) {
    const { label, drawer: in_ } = known(today.suspensions, name);
    const { drawer, cashier } = known(today.drawers, in_);
    return (await tell(await callerOf(today, cashier), 'dropSuspension', { drawer, label })).label;
  },

  async aside(today) {
    const caller = await callerOf(today, known(today.drawers, lastOf(today.drawers)).cashier);
    const { suspensions } = await caller.ask('suspensions', {});
    return suspensions.length === 0 ? 'nothing' : suspensions.map(({ label }) => label).join(', ');
  },

  /** A form left after cash was typed: `left  cash 20.00 of 15.00`. */
  async left(today, [what = '']) {
    const [, typed = '', due = ''] = /^cash (\S+) of (\S+)$/.exec(what) ?? [];
    const { drawer, cashier } = known(today.drawers, lastOf(today.drawers));
    const form = { drawer, cashCents: amountOf(typed), dueCents: amountOf(due), accounts: 1 };
    await tell(await callerOf(today, cashier), 'leaveForm', form);
    return 'noted';
  },

  /** `refuse  check  post dated  86.40`. */
  async refuse(today, [tender = '', why = '', amount = '']) {
    const { drawer, cashier } = known(today.drawers, lastOf(today.drawers));
    const about = { tender: tender as DrawerTender, why: why.replaceAll(' ', '_') as TurnedAwayWhy };
    await tell(await callerOf(today, cashier), 'refuseTender', {
      drawer,
      refused: { ...about, cents: amountOf(amount) },
    });
    return 'noted';
  },

  async park(today, [name = '']) {
    const { drawer, cashier } = known(today.drawers, name);
    return (await tell(await callerOf(today, cashier), 'parkDrawer', { drawer })).state;
  },

  async unpark(today, [name = '']) {
    const { drawer, cashier } = known(today.drawers, name);
    return (await tell(await callerOf(today, cashier), 'unparkDrawer', { drawer })).state;
  },

  /** The unapplied credit of an account. */
  async credit(today, [name = '']) {
    const caller = await callerOf(today, 'm.ortiz');
    const { unappliedCents } = await caller.ask('account', { accountNumber: ACCOUNTS[name as keyof typeof ACCOUNTS] });
    return formatAmount(cents(unappliedCents));
  },
};

/** The receipt of a name, and who acts: the cashier of the last drawer, or whom the line names. */
async function receiptIn(today: Day, name: string, who: string) {
  const { label } = known(today.receipts, name);
  const drawer = lastOf(today.drawers);
  const person = who.startsWith('by ') ? personOf(who.slice(3)) : known(today.drawers, drawer).cashier;
  return { label, drawer, caller: await callerOf(today, person) };
}

function meansOf(by: string, drawer: string): Input<'refundReceipt'>['refund']['means'] {
  const [, kind, lastFour = ''] = by.split(' ');
  if (kind === 'cash') return { kind, drawer };
  return kind === 'card' ? { kind, brand: 'visa', lastFour, approvalCode: '0R1' } : { kind: 'warrant' };
}

/** Proposed, agreed to by a supervisor unless nobody is there, and done. */
async function undone<N extends 'correctReceipt' | 'refundReceipt' | 'reverseReceipt'>(
  caller: Caller,
  name: N,
  asked: AskedUndo<N>,
  who: string,
): Promise<Output<N>> {
  const mark = await markOf(caller, name, asked);
  const yes = who === 'alone' ? {} : { approval: await approved(caller, mark) };
  return tell(caller, name, { ...asked, ...yes } as never);
}
