import { balanceOf } from '#db/station/journal';
import { dayOf } from '#domain/businessDay';
import { breakdown } from '#domain/denominations';
import { drawerAccount } from '#domain/drawerPostings';
import { cents, formatAmount } from '#domain/money';
import { DrawerTender } from '#domain/tender';
import { ACCOUNTS, approved, callerOf, type Day, known, lastOf, personOf, tell, type Verb } from './dayCallers.ts';
import { linesOf } from './dayLines.ts';
import { VERBS_IN_FULL } from './dayVerbsInFull.ts';
import { VERBS_OF_CUSTODY } from './dayVerbsOfCustody.ts';
import { amountOf, comparedIn, countOf, parts, reasonOf, tenderOf } from './dayWords.ts';
import { headOnSlip } from './slips.ts';

export const VERBS: Record<string, Verb> = {
  ...VERBS_IN_FULL,
  ...VERBS_OF_CUSTODY,

  async open(today, [who = '', what = '', when = '']) {
    const [name = '', person = ''] = who.split(' ');
    const cashier = personOf(person);
    const caller = await callerOf(today, cashier);
    const { clock } = today.station;
    const businessDay = /^for (.+)$/.exec(when)?.[1] ?? dayOf(clock.now(), 'America/Los_Angeles');
    const reason = /^because (.+)$/.exec(when)?.[1];
    const handoff = /^from (.+)$/.exec(when)?.[1];
    const float = breakdown(amountOf(what.replace('float ', '')));
    const input = { businessDay, float, ...(reason === undefined ? {} : { reason }) };
    const { mark, needsApproval } = await caller.ask('openingMark', input);
    const yes = needsApproval ? { approval: await approved(caller, mark) } : {};
    const opened = await tell(caller, 'openDrawer', {
      ...input,
      ...yes,
      ...(handoff === undefined ? {} : { handoff }),
    });
    today.drawers.set(name, { drawer: opened.drawer, cashier });
    return `${opened.drawer} on ${opened.businessDay}`;
  },

  async take(today, [who = '', what = '', by = '', how = '']) {
    const [name = '', in_ = lastOf(today.drawers)] = who.split(' ');
    const { drawer, cashier } = known(today.drawers, in_);
    const caller = await callerOf(today, cashier);
    const taken = await tell(caller, 'takePayment', {
      drawer,
      lines: await linesOf(caller, what),
      tenders: parts(by).map(tenderOf),
      ...(how === 'by phone' ? { entryMode: 'phone', delivery: 'none' } : {}),
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
    const about = { label, reason: reasonOf(why), slip: await headOnSlip(caller, label) };
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
    const { mark } = await caller.ask('reprintProposal', { label });
    const yes = who === 'alone' ? {} : { approval: await approved(caller, mark) };
    return `copy ${(await tell(caller, 'reprintReceipt', { label, ...yes })).copy}`;
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

async function state(today: Day): Promise<string> {
  const { sync } = await today.station.caller().ask('station', {});
  return `${sync.state}, ${sync.unsent === 0 ? 'all sent' : `${sync.unsent} unsent`}`;
}
