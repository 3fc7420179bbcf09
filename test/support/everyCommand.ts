import type { Input, StationCommand } from '#contract/contract';
import { receiptFor, SUPPLIES } from './paidOut.ts';
import { headOnSlip } from './slips.ts';
import type { Caller, TestStation } from './station.ts';
import { card, cash, check, countAndClose, markOf, onAccount, yesTo } from './undoing.ts';

/* Every command as it is about to be told, with all that it needs done before: a new one must be added, or nothing compiles. */

/** The one account; it owes 86.40. */
export const HALE = '40-11872-03';
export const FLOAT = { 2000: 5 };

export type AtWork = { station: TestStation; ortiz: Caller };
type Prepare<N extends StationCommand> = (at: AtWork) => Promise<Omit<Input<N>, 'commandId'>>;

const lines = [onAccount(HALE, 10_000)];

export async function openDrawer({ ortiz }: AtWork): Promise<string> {
  return (await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: FLOAT })).drawer;
}

/** A payment by check and cash, with change. */
export async function takePayment({ ortiz }: AtWork, drawer: string): Promise<string> {
  return (await ortiz.tell('takePayment', { drawer, lines, tenders: [check(9_000), cash(2_000)] })).label;
}

async function counting(at: AtWork): Promise<string> {
  const drawer = await openDrawer(at);
  await at.ortiz.tell('startCount', { drawer });
  return drawer;
}

async function setAside(at: AtWork): Promise<{ drawer: string; label: string }> {
  const drawer = await openDrawer(at);
  return { drawer, label: (await at.ortiz.tell('suspendPayment', { drawer, lines, tenderedCents: 0 })).label };
}

const inDrawer = async (at: AtWork) => ({ drawer: await openDrawer(at) });

/** Who tells a command, and somebody else of the same role. */
export function tellersOf(name: StationCommand): [teller: string, another: string] {
  return name === 'checkDrawer' || name === 'readTotals' ? ['j.whitebear', 'i.solheim'] : ['m.ortiz', 'l.haddad'];
}

export const COMMANDS: { [N in StationCommand]: Prepare<N> } = {
  async openDrawer({ ortiz }) {
    const input = { businessDay: '2026-11-22', float: FLOAT };
    return { ...input, approval: await yesTo(ortiz, (await ortiz.ask('openingMark', input)).mark) };
  },
  async takePayment(at) {
    const { drawer, label } = await setAside(at);
    const slip = { delivery: 'both' as const, email: 'dorothea@quarrybay.example' };
    return { drawer, lines, tenders: [check(9_000), cash(2_000)], ...slip, resumed: label };
  },
  async voidReceipt(at) {
    const label = await takePayment(at, await openDrawer(at));
    const asked = { label, reason: 'wrong_amount' as const, slip: await headOnSlip(at.ortiz, label) };
    const { mark } = await at.ortiz.ask('voidProposal', asked);
    return { ...asked, approval: await yesTo(at.ortiz, mark) };
  },
  async reprintReceipt(at) {
    const label = await takePayment(at, await openDrawer(at));
    const { mark } = await at.ortiz.ask('reprintProposal', { label });
    return { label, approval: await yesTo(at.ortiz, mark) };
  },
  startCount: inDrawer,
  leaveCount: async (at) => ({ drawer: await counting(at) }),
  submitCount: async (at) => ({
    drawer: await counting(at),
    count: { cash: FLOAT, checks: [], moneyOrders: [], cardTotalCents: 0 },
  }),
  async closeDrawer(at) {
    const drawer = await counting(at);
    const count = { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 };
    await at.ortiz.tell('submitCount', { drawer, count });
    const reason = 'The tray was empty';
    const { mark, countNumber } = await at.ortiz.ask('comparison', { drawer, reason });
    return { drawer, countNumber, reason, approval: await yesTo(at.ortiz, mark) };
  },
  parkDrawer: inDrawer,
  async unparkDrawer(at) {
    const drawer = await openDrawer(at);
    await at.ortiz.tell('parkDrawer', { drawer });
    return { drawer };
  },
  dropCash: async (at) => ({ drawer: await openDrawer(at), pieces: { 2000: 2 } }),
  async openTray(at) {
    const asked = { drawer: await openDrawer(at), reason: 'try_tray' as const };
    return { ...asked, approval: await yesTo(at.ortiz, (await at.ortiz.ask('noSaleProposal', asked)).mark) };
  },
  async payIn(at) {
    const asked = { drawer: await openDrawer(at), pieces: { 100: 3 }, place: SUPPLIES, reason: 'Left in the tray' };
    return { ...asked, approval: await yesTo(at.ortiz, (await at.ortiz.ask('paidInProposal', asked)).mark) };
  },
  async payOut(at) {
    const drawer = await openDrawer(at);
    const asked = { drawer, pieces: { 2000: 1 }, place: SUPPLIES, ...(await receiptFor(at.ortiz)) };
    return { ...asked, approval: await yesTo(at.ortiz, (await at.ortiz.ask('paidOutProposal', asked)).mark) };
  },
  async swapChange(at) {
    const asked = { drawer: await openDrawer(at), out: { 2000: 1 }, in: { 500: 4 } };
    return { ...asked, approval: await yesTo(at.ortiz, (await at.ortiz.ask('swapProposal', asked)).mark) };
  },
  checkDrawer: async (at) => ({
    drawer: await openDrawer(at),
    count: { cash: FLOAT, checks: [], moneyOrders: [], cardTotalCents: 0 },
  }),
  readTotals: inDrawer,
  suspendPayment: async (at) => ({ drawer: await openDrawer(at), lines, tenderedCents: 0 }),
  resumePayment: setAside,
  dropSuspension: setAside,
  leaveForm: async (at) => ({ drawer: await openDrawer(at), cashCents: 2_000, dueCents: 1_500, accounts: 1 }),
  refuseTender: async (at) => ({
    drawer: await openDrawer(at),
    refused: { tender: 'check' as const, why: 'unsigned' as const, cents: 8_640 },
  }),
  async correctReceipt(at) {
    const label = await takePayment(at, await openDrawer(at));
    const correction = { what: 'tender' as const, place: 0, to: card(9_000) };
    const asked = { label, correction, reason: 'wrong_tender' as const };
    return { ...asked, approval: await yesTo(at.ortiz, await markOf(at.ortiz, 'correctReceipt', asked)) };
  },
  async refundReceipt(at) {
    const drawer = await openDrawer(at);
    const label = await takePayment(at, drawer);
    const refund = { parts: [{ place: 0, cents: 500 }], means: { kind: 'cash' as const, drawer } };
    const asked = { label, refund, reason: 'overpaid' as const };
    return { ...asked, approval: await yesTo(at.ortiz, await markOf(at.ortiz, 'refundReceipt', asked)) };
  },
  async reverseReceipt(at) {
    const drawer = await openDrawer(at);
    const label = await takePayment(at, drawer);
    const checks = [{ checkNumber: '1187', cents: 9_000 }];
    await countAndClose(at.ortiz, drawer, { cash: { 2000: 5, 1000: 1 }, checks, moneyOrders: [], cardTotalCents: 0 });
    const asked = { label, reason: 'keyed_twice' as const };
    return { ...asked, approval: await yesTo(at.ortiz, await markOf(at.ortiz, 'reverseReceipt', asked)) };
  },
};
