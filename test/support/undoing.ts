import { randomUUID } from 'node:crypto';
import type { CommandName, Input } from '#contract/contract';
import { balanceOf } from '#db/station/journal';
import { EIGHT_O_CLOCK } from './clock.ts';
import { PINS } from './quarryBay.ts';
import { headOnSlip } from './slips.ts';
import type { Caller, TestStation } from './station.ts';

/* What tests of corrections, reversals and refunds have in common. */

const PROPOSALS = {
  correctReceipt: 'correctionProposal',
  reverseReceipt: 'reversalProposal',
  refundReceipt: 'refundProposal',
} as const;

type Undo = keyof typeof PROPOSALS;
/** What an undoing is asked with, beside its id and its approval. */
export type AskedUndo<K extends Undo> = Omit<Input<K>, 'commandId' | 'approval'>;

export const cash = (amount: number) => ({ kind: 'cash' as const, cents: amount });
export const check = (amount: number, checkNumber = '1187') => ({
  kind: 'check' as const,
  cents: amount,
  checkNumber,
  routing: '021000021',
  bankAccount: '4000123412',
});
export const card = (amount: number, lastFour = '8841') => ({
  kind: 'card' as const,
  cents: amount,
  brand: 'visa' as const,
  lastFour,
  approvalCode: '04417B',
});
export const moneyOrder = (amount: number, serial = '26011874453') => ({
  kind: 'money-order' as const,
  cents: amount,
  issuer: 'usps' as const,
  serial,
});
export const onAccount = (accountNumber: string, amount: number) => ({
  kind: 'account' as const,
  accountNumber,
  cents: amount,
});

/** The mark of what is asked for, as a supervisor would see it. */
export async function markOf<K extends Undo>(caller: Caller, undo: K, asked: AskedUndo<K>): Promise<string> {
  return (await caller.ask(PROPOSALS[undo], asked as never)).mark;
}

/** A supervisor's yes to a mark. */
export async function yesTo(caller: Caller, mark: string, person = 'j.whitebear'): Promise<string> {
  return (await caller.ask('approve', { mark, person, pin: PINS.get(person) ?? '' })).approval;
}

/** Proposes, has it approved, and does it: the command's answer. */
export async function undo<K extends Undo>(caller: Caller, name: K, asked: AskedUndo<K>) {
  const approval = await yesTo(caller, await markOf(caller, name, asked));
  return caller.tell(name as CommandName, { ...asked, approval } as never) as Promise<{
    label: string;
    receipt: string;
    cents?: number;
    cashBackCents?: number;
  }>;
}

/** Voids a receipt, with a supervisor's yes. Answers what goes back in cash. */
export async function voidIt(caller: Caller, label: string, words?: string): Promise<number> {
  const slip = await headOnSlip(caller, label);
  const asked = { label, reason: 'wrong_account' as const, ...(words === undefined ? {} : { words }), slip };
  const { mark } = await caller.ask('voidProposal', asked);
  return (await caller.tell('voidReceipt', { ...asked, approval: await yesTo(caller, mark) })).cashBackCents;
}

/** Why an undoing is refused: its proposal and the command must say the same. */
export async function refusedUndo<K extends Undo>(caller: Caller, name: K, asked: AskedUndo<K>): Promise<string> {
  const proposed = await caller.refused(PROPOSALS[name], asked);
  expect(await caller.refused(name, { ...asked, commandId: randomUUID() })).toBe(proposed);
  return proposed;
}

/** Balances of accounts of the station's journal. */
export function balances(station: TestStation, ...accounts: string[]): Record<string, number> {
  return Object.fromEntries(accounts.map((account) => [account, balanceOf(station.look, account)]));
}

/** Counts a drawer and closes it, with a supervisor's yes where one is needed. Answers the comparison. */
export async function countAndClose(caller: Caller, drawer: string, count: Input<'submitCount'>['count']) {
  await caller.tell('startCount', { drawer });
  await caller.tell('submitCount', { drawer, count });
  const seen = await caller.ask('comparison', { drawer });
  const { countNumber, demand } = seen;
  const reason = demand === 'nothing' ? {} : { reason: 'To be looked into' };
  const { mark } = await caller.ask('comparison', { drawer, ...reason });
  const approval = demand === 'approval' ? { approval: await yesTo(caller, mark) } : {};
  const closed = await caller.tell('closeDrawer', { drawer, countNumber, ...reason, ...approval });
  return { ...seen, closed };
}

/** Moves a station's clock to eight in the morning of another day. The person must sign in again. */
export async function goTo(station: TestStation, day: string): Promise<void> {
  const eight = EIGHT_O_CLOCK + Date.parse(day) - Date.parse('2026-11-23');
  station.clock.advance(eight - station.clock.now());
  await station.quiet();
}
