import { closedPort, tcpPrinter } from '#test/support/tcpPrinter';
import { keys, type Sitting } from './galleryHands.ts';

/** A close while the printer is dead: one slip that failed, one of which nobody knows. */
export async function closeWithoutPaper({ page, station, shoot }: Sitting) {
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
  const drops = await tcpPrinter('drops');
  for (const port of [drops.port, await closedPort()]) {
    await ortiz.ask('choosePrinter', { printer: { kind: 'network', address: `127.0.0.1:${port}` } });
    const lines = [{ kind: 'account' as const, accountNumber: '40-12502-01', cents: 8_640 }];
    await ortiz.tell('takePayment', { drawer, lines, tenders: [{ kind: 'cash', cents: 8_640 }] });
    await page.waitForTimeout(2_500);
  }
  await drops.close();
  await ortiz.tell('startCount', { drawer });
  const count = { cash: { 2000: 18, 500: 2, 100: 2, 25: 3, 5: 1 }, checks: [], moneyOrders: [], cardTotalCents: 0 };
  await ortiz.tell('submitCount', { drawer, count });
  station.clock.advance(60_000);
  await page.waitForTimeout(500);
  await shoot('compare-unprinted');
  await page.getByLabel('Reason').fill('The printer is broken, both payers have theirs by e-mail');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(500);
  await shoot('compare-unprinted-reason');
}
