import { receiptFor, SUPPLIES } from '#test/support/paidOut';
import { PINS } from '#test/support/quarryBay';
import { keys, type Sitting, type } from './galleryHands.ts';

/** Slips that are of no receipt, as a supervisor looks through them. */
export async function otherSlips({ page, station, shoot }: Sitting) {
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 20 } });
  await ortiz.tell('dropCash', { drawer, pieces: { 2000: 5 } });
  station.clock.advance(40 * 60_000);
  const paid = {
    drawer,
    pieces: { 2000: 1 },
    place: SUPPLIES,
    ...(await receiptFor(ortiz, { name: 'stamps.png', file: await page.screenshot() })),
  };
  const { mark } = await ortiz.ask('paidOutProposal', paid);
  const pin = PINS.get('i.solheim') ?? '';
  const { approval } = await ortiz.ask('approve', { mark, person: 'i.solheim', pin });
  await ortiz.tell('payOut', { ...paid, approval });
  station.clock.advance(25 * 60_000);
  await (await station.signedIn('i.solheim')).tell('readTotals', { drawer });
  await keys(page, 'Control+k');
  await type(page, 'other slips');
  await keys(page, 'Enter');
  await page.waitForTimeout(400);
  await keys(page, 'ArrowDown');
  await page.waitForTimeout(300);
  await page.waitForTimeout(1_500);
  await shoot('other-slips');
  await keys(page, 'F4');
  await page.waitForTimeout(300);
  await shoot('other-slips-scan');
  await keys(page, 'Escape');
}
