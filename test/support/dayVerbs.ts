import { randomUUID } from 'node:crypto';
import type { CallName, CommandName, Input, Output } from '#contract/contract';
import { balanceOf } from '#db/station/journal';
import { dayOf } from '#domain/businessDay';
import { breakdown } from '#domain/denominations';
import { drawerAccount } from '#domain/drawerPostings';
import { cents, formatAmount } from '#domain/money';
import { DrawerTender } from '#domain/tender';
import { amountOf, comparedIn, countOf, parts, reasonOf, tenderOf } from './dayWords.ts';
import { PINS } from './quarryBay.ts';
import type { Caller, TestStation } from './station.ts';

const PEOPLE = new Map([...PINS.keys()].map((person) => [person.slice(2), person]));

/** The accounts of a day by their names. */
export const ACCOUNTS = {
  Hale: '40-11872-03',
  Nguyen: '40-12093-01',
  Ivanov: '40-12100-02',
  Cannery: '40-20001-01',
} as const;

/** What the lines of a day have called by name so far. */
export type Day = {
  station: TestStation;
  receipts: Map<string, { label: string; drawer: string }>;
  drawers: Map<string, { drawer: string; cashier: string }>;
  callers: Map<string, Caller>;
};

/** Does what a line is about, and says what came of it. */
export type Verb = (today: Day, about: string[]) => Promise<string>;

export const VERBS: Record<string, Verb> = {
  async open(today, [who = '', what = '', when = '']) {
    const [name = '', person = ''] = who.split(' ');
    const cashier = personOf(person);
    const caller = await callerOf(today, cashier);
    const { clock } = today.station;
    const businessDay = /^for (.+)$/.exec(when)?.[1] ?? dayOf(clock.now(), 'America/Los_Angeles');
    const input = { businessDay, float: breakdown(amountOf(what.replace('float ', ''))) };
    const { mark, needsApproval } = await caller.ask('openingMark', input);
    const yes = needsApproval ? { approval: await approved(caller, mark) } : {};
    const opened = await tell(caller, 'openDrawer', { ...input, ...yes });
    today.drawers.set(name, { drawer: opened.drawer, cashier });
    return `${opened.drawer} on ${opened.businessDay}`;
  },

  async take(today, [who = '', what = '', by = '']) {
    const [name = '', in_ = lastOf(today.drawers)] = who.split(' ');
    const { drawer, cashier } = known(today.drawers, in_);
    const lines = parts(what).map(([accountName = '', amount = '']) => ({
      kind: 'account' as const,
      accountNumber: ACCOUNTS[accountName as keyof typeof ACCOUNTS] ?? accountName,
      cents: amountOf(amount),
    }));
    const taken = await tell(await callerOf(today, cashier), 'takePayment', {
      drawer,
      lines,
      tenders: parts(by).map(tenderOf),
    });
    today.receipts.set(name, { label: taken.label, drawer: in_ });
    return `change ${formatAmount(cents(taken.changeCents))}`;
  },

  async void(today, [name = '', why = '', who = '']) {
    const { label, drawer } = known(today.receipts, name);
    const caller = await callerOf(
      today,
      who.startsWith('by ') ? personOf(who.slice(3)) : known(today.drawers, drawer).cashier,
    );
    const about = { label, reason: reasonOf(why) };
    const { mark } = await caller.ask('voidProposal', about);
    const yes = who === 'alone' ? {} : { approval: await approved(caller, mark) };
    const { cashBackCents } = await tell(caller, 'voidReceipt', { ...about, ...yes });
    return `back ${formatAmount(cents(cashBackCents))}`;
  },

  async reprint(today, [name = '', who = '']) {
    const { label, drawer } = known(today.receipts, name);
    const caller = await callerOf(
      today,
      who.startsWith('by ') ? personOf(who.slice(3)) : known(today.drawers, drawer).cashier,
    );
    return `copy ${(await tell(caller, 'reprintReceipt', { label })).copy}`;
  },

  /** Begins the count where that was not done yet, and submits it. */
  async count(today, [who = '', what = '']) {
    const [name = '', person] = who.split(' ');
    const { drawer, cashier } = known(today.drawers, name);
    const caller = await callerOf(today, person ? personOf(person) : cashier);
    const { openDrawers } = await caller.ask('station', {});
    if (openDrawers.find((open) => open.drawer === drawer)?.state === 'open')
      await tell(caller, 'startCount', { drawer });
    if (what === '') return 'counting';
    await tell(caller, 'submitCount', { drawer, count: countOf(what) });
    const owner = await callerOf(today, cashier);
    return comparedIn((await owner.ask('comparison', { drawer })).comparison);
  },

  async leave(today, [name = '']) {
    const { drawer, cashier } = known(today.drawers, name);
    return (await tell(await callerOf(today, cashier), 'leaveCount', { drawer })).state;
  },

  async close(today, [name = '', why = '', who = '']) {
    const { drawer, cashier } = known(today.drawers, name);
    const caller = await callerOf(today, cashier);
    const { openDrawers } = await caller.ask('station', {});
    const isCounted = openDrawers.find((open) => open.drawer === drawer)?.state === 'counted';
    const said = why === '' ? {} : { reason: why };
    const seen = isCounted ? await caller.ask('comparison', { drawer, ...said }) : null;
    const closed = await tell(caller, 'closeDrawer', {
      drawer,
      countNumber: seen?.countNumber ?? 1,
      ...said,
      ...(seen?.demand === 'approval' && who !== 'alone' ? { approval: await approved(caller, seen.mark) } : {}),
    });
    return `${closed.z.replace(/^.*-Z0*/, 'Z')} of ${formatAmount(cents(closed.grandTotalCents))}`;
  },

  async offline(today) {
    today.station.ledger.line = 'down';
    await today.station.wait(12);
    return state(today);
  },
  async online(today) {
    today.station.ledger.line = 'up';
    await today.station.settled();
    return state(today);
  },
  async stands(today) {
    return state(today);
  },

  async restart(today) {
    await today.station.restart();
    today.callers.clear();
    await today.station.quiet();
    return state(today);
  },

  async owes(today, [name = '']) {
    const caller = await callerOf(today, 'm.ortiz');
    const { balanceCents } = await caller.ask('account', { accountNumber: ACCOUNTS[name as keyof typeof ACCOUNTS] });
    return formatAmount(cents(balanceCents));
  },

  /** What the journal expects in a drawer. No screen tells it before the count. */
  async holds(today, [name = '']) {
    const { drawer } = known(today.drawers, name);
    const held = DrawerTender.options.map(
      (tender) => [tender, balanceOf(today.station.look, drawerAccount(drawer, tender))] as const,
    );
    return (
      held
        .filter(([, amount]) => amount !== 0)
        .map(([tender, amount]) => `${tender} ${formatAmount(amount)}`)
        .join(', ') || 'nothing'
    );
  },
};

/** As {@link Caller.tell}; the reply of a replay is checked too: the same id answers the same and writes nothing. */
async function tell<N extends CommandName>(
  caller: Caller,
  name: N,
  input: Omit<Input<N>, 'commandId'>,
): Promise<Output<N>> {
  const command = { commandId: randomUUID(), ...input } as unknown as Input<N & CallName>;
  const reply = await caller.ask(name, command);
  expect(await caller.ask(name, command)).toEqual(reply);
  return reply;
}

async function callerOf(today: Day, person: string): Promise<Caller> {
  const there = today.callers.get(person);
  if (there) return there;
  const caller = await today.station.signedIn(person);
  today.callers.set(person, caller);
  return caller;
}

async function approved(caller: Caller, mark: string): Promise<string> {
  return (await caller.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' })).approval;
}

async function state(today: Day): Promise<string> {
  const { sync } = await today.station.caller().ask('station', {});
  return `${sync.state}, ${sync.unsent === 0 ? 'all sent' : `${sync.unsent} unsent`}`;
}

function personOf(name: string): string {
  return known(PEOPLE, name.toLowerCase());
}

function known<T>(from: ReadonlyMap<string, T>, name: string): T {
  const there = from.get(name);
  if (there === undefined) throw new Error(`nothing is called ${name}`);
  return there;
}

function lastOf(from: ReadonlyMap<string, unknown>): string {
  return [...from.keys()].at(-1) ?? '';
}
