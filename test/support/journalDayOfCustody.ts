import { receiptFor, SUPPLIES } from './paidOut.ts';
import type { TestStation } from './station.ts';
import { yesTo } from './undoing.ts';

/* What the golden day has beside receipts: cash that moves at one drawer, and who looked into it. */

/** The day's last drawer but one that stays open: everything that moves cash and is no receipt; closed, with nothing over or short. */
export async function fifthDrawer(station: TestStation): Promise<void> {
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 20, 500: 20 } });
  await ortiz.tell('dropCash', { drawer, pieces: { 2000: 10, 500: 4 } });
  const tray = { drawer, reason: 'make_change' as const, words: 'For the payer before' };
  await ortiz.tell('openTray', {
    ...tray,
    approval: await yesTo(ortiz, (await ortiz.ask('noSaleProposal', tray)).mark),
  });
  const into = { drawer, pieces: { 100: 3, 25: 2 }, place: SUPPLIES, reason: 'Found under the counter' };
  await ortiz.tell('payIn', { ...into, approval: await yesTo(ortiz, (await ortiz.ask('paidInProposal', into)).mark) });
  const out = { drawer, pieces: { 500: 2 }, place: SUPPLIES, ...(await receiptFor(ortiz)) };
  await ortiz.tell('payOut', { ...out, approval: await yesTo(ortiz, (await ortiz.ask('paidOutProposal', out)).mark) });
  const swap = { drawer, out: { 2000: 1 }, in: { 500: 4 } };
  await ortiz.tell('swapChange', {
    ...swap,
    approval: await yesTo(ortiz, (await ortiz.ask('swapProposal', swap)).mark),
  });
  const whitebear = await station.signedIn('j.whitebear');
  await whitebear.tell('readTotals', { drawer });
  const cash = { 2000: 9, 500: 18, 100: 3, 25: 2 };
  const short = { cash: { ...cash, 100: 2 }, checks: [], moneyOrders: [], cardTotalCents: 0 };
  await whitebear.tell('checkDrawer', { drawer, count: short });
  const tried = { commandId: '0c4a9d1e-7b52-4f36-8e0d-93a1c6b2f574', drawer, pieces: { 2000: 20 } };
  await ortiz.refused('dropCash', tried);
  const more = { drawer, out: { 2000: 20 }, in: { 500: 80 } };
  const approval = await yesTo(ortiz, (await ortiz.ask('swapProposal', more)).mark);
  await ortiz.refused('swapChange', { commandId: '5b0f7c3a-2d41-4e86-9a17-c8e5d20b6f93', ...more, approval });
  await ortiz.tell('startCount', { drawer });
  await ortiz.tell('submitCount', { drawer, count: { cash, checks: [], moneyOrders: [], cardTotalCents: 0 } });
  await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
}
