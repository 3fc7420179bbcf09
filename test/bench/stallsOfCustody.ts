import { receiptFor, SUPPLIES } from '#test/support/paidOut';
import { PINS } from '#test/support/quarryBay';
import { type BenchStation, openDrawerOf, signIn } from './benchStation.ts';
import { approved, SUPERVISOR, type Watch } from './stallWatch.ts';

const pieces = { 100: 1 };

/** Cash that moves at the tray and is no receipt, and a supervisor who looks into the drawer. */
export async function custody(station: BenchStation, watch: Watch): Promise<void> {
  const drawer = await openDrawerOf(station);
  await throughTheTray(station, watch, drawer);
  await lookedInto(station, watch, drawer);
}

async function throughTheTray(station: BenchStation, watch: Watch, drawer: string): Promise<void> {
  const { ask, tell } = station;
  const yesTo = async (mark: string) => ({ approval: (await approved(station, mark)).approval });
  await watch.over('dropCash', () => tell('dropCash', { drawer, pieces }));
  const noSale = { drawer, reason: 'make_change' as const };
  await watch.over('noSaleProposal', () => ask('noSaleProposal', noSale));
  await watch.over('openTray, its approval', async () =>
    tell('openTray', { ...noSale, ...(await yesTo((await ask('noSaleProposal', noSale)).mark)) }),
  );
  const paidIn = { drawer, pieces, place: SUPPLIES, reason: 'Found under the counter' };
  await watch.over('paidInProposal', () => ask('paidInProposal', paidIn));
  await watch.over('payIn, its approval', async () =>
    tell('payIn', { ...paidIn, ...(await yesTo((await ask('paidInProposal', paidIn)).mark)) }),
  );
  const attached = await watch.over('attachReceipt', () => receiptFor(station));
  const paidOut = { ...paidIn, ...attached };
  await watch.over('paidOutProposal', () => ask('paidOutProposal', paidOut));
  await watch.over('payOut, its approval', async () =>
    tell('payOut', { ...paidOut, ...(await yesTo((await ask('paidOutProposal', paidOut)).mark)) }),
  );
  const swap = { drawer, out: pieces, in: { 25: 4 } };
  await watch.over('swapProposal', () => ask('swapProposal', swap));
  await watch.over('swapChange, its approval', async () =>
    tell('swapChange', { ...swap, ...(await yesTo((await ask('swapProposal', swap)).mark)) }),
  );
}

async function lookedInto(station: BenchStation, watch: Watch, drawer: string): Promise<void> {
  const { ask, tell } = station;
  await ask('signIn', { person: SUPERVISOR, pin: PINS.get(SUPERVISOR) ?? '' });
  const count = { cash: { 2000: 10 }, checks: [], moneyOrders: [], cardTotalCents: 0 };
  await watch.over('checkDrawer', () => tell('checkDrawer', { drawer, count }));
  await watch.over('readTotals', () => tell('readTotals', { drawer }));
  await signIn(station);
}
