import type { TestStation } from './station.ts';

/* What the golden day has beside receipts: cash that moves at one drawer, and who looked into it. */

/** The day's last drawer but one that stays open: everything that moves cash and is no receipt; closed, with nothing over or short. */
export async function fifthDrawer(station: TestStation): Promise<void> {
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 20, 500: 20 } });
  await ortiz.tell('dropCash', { drawer, pieces: { 2000: 10, 500: 4 } });
  await ortiz.tell('startCount', { drawer });
  const cash = { 2000: 10, 500: 16 };
  await ortiz.tell('submitCount', { drawer, count: { cash, checks: [], moneyOrders: [], cardTotalCents: 0 } });
  await ortiz.tell('closeDrawer', { drawer, countNumber: 1 });
}
