import { PINS } from '#test/support/quarryBay';
import { enter, keys, type Sitting, type } from './galleryHands.ts';

const A_MOMENT = 250;

/** What stands around a payment: needs, the slip by e-mail, the telephone, set aside, turned away, parked. */
export async function aroundThePayment(sitting: Sitting) {
  await needs(sitting);
  await slipAndTelephone(sitting);
  await aside(sitting);
  await turnedAway(sitting);
  await parked(sitting);
}

async function add({ page }: Sitting, words: string) {
  await type(page, words);
  await page.waitForTimeout(A_MOMENT);
  await keys(page, 'Enter');
  await page.waitForTimeout(A_MOMENT);
}

async function check({ page }: Sitting, number: string) {
  await keys(page, 'F3', 'Enter');
  await enter(page, number, '021000021', '4455667');
}

async function next({ page }: Sitting) {
  await page.waitForTimeout(700);
  await keys(page, 'Enter');
  await page.waitForTimeout(450);
}

/** Empties a payment, whatever stands open of it. */
async function empty({ page }: Sitting) {
  await keys(page, 'Escape');
  const ask = page.getByRole('button', { name: 'Empty it' });
  if (!(await ask.isVisible())) await keys(page, 'Escape');
  if (await ask.isVisible()) await ask.click();
  await page.waitForTimeout(A_MOMENT);
}

async function needs(sitting: Sitting) {
  const { page, shoot } = sitting;
  await add(sitting, '40-11540');
  await check(sitting, '2204');
  await keys(page, 'Control+Enter');
  await next(sitting);
  await add(sitting, '40-12093');
  await check(sitting, '2204');
  await page.waitForTimeout(500);
  await shoot('needs');
  await keys(page, 'Control+Enter', 'Control+Enter');
  await page.getByLabel('PIN').fill('0000');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(500);
  await shoot('needs-refused');
  await page.getByLabel('Approves').selectOption('j.whitebear');
  await type(page, PINS.get('j.whitebear') ?? '');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(500);
  await keys(page, 'Control+Enter');
  await next(sitting);
}

async function slipAndTelephone(sitting: Sitting) {
  const { page, shoot } = sitting;
  await add(sitting, '40-12611');
  await keys(page, 'Control+e', 'e', 'Enter');
  await type(page, 'a.okafor@');
  await keys(page, 'Enter');
  await shoot('slip-email-wrong');
  await type(page, 'a.okafor@example.org');
  await keys(page, 'Enter');
  await shoot('slip-email');
  await keys(page, 'Shift+F7');
  await page.waitForTimeout(100);
  await shoot('telephone');
  await keys(page, 'F2');
  await shoot('telephone-cash');
  await keys(page, 'F4', 'Enter', 'Enter');
  await enter(page, '8841', '02419Z');
  await page.waitForTimeout(300);
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(700);
  await shoot('done-email');
  await next(sitting);
}

async function aside(sitting: Sitting) {
  const { page, station, shoot } = sitting;
  await add(sitting, '40-13018');
  await type(page, '50');
  await keys(page, 'F6');
  await shoot('aside-tendered');
  await page.getByLabel('Cash').fill('');
  await keys(page, 'F6');
  await page.waitForTimeout(A_MOMENT);
  await add(sitting, '40-11488');
  await keys(page, 'F7');
  await type(page, 'Escrow Services of Skagit Valley');
  await keys(page, 'F6');
  await page.waitForTimeout(A_MOMENT);
  station.clock.advance(240_000);
  await shoot('counter-aside');
  await keys(page, 'F6');
  await page.waitForTimeout(A_MOMENT);
  await shoot('aside');
  await keys(page, 'Delete');
  await page.waitForTimeout(100);
  await shoot('aside-drop');
  await keys(page, 'Escape');
  await page.waitForTimeout(100);
  await keys(page, 'Enter');
  await page.waitForTimeout(400);
  await shoot('aside-resumed');
  await empty(sitting);
}

async function turnedAway(sitting: Sitting) {
  const { page, shoot } = sitting;
  await keys(page, 'Shift+F8');
  await page.waitForTimeout(100);
  await shoot('turned-away');
  await keys(page, '3');
  await type(page, '120');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(A_MOMENT);
  await keys(page, 'Shift+F8', '0', '1', '2', '3');
  await page.waitForTimeout(100);
  await shoot('turned-away-note');
  await page.getByLabel('Amount', { exact: true }).fill('100');
  await page.getByLabel('In words').fill('LB 4471 8850 C, a man of fifty in a green coat');
  await keys(page, 'Control+Enter');
  await page.waitForTimeout(A_MOMENT);
  await keys(page, 'F8');
  await page.waitForTimeout(A_MOMENT);
  await keys(page, 'Shift+F8');
  await page.waitForTimeout(A_MOMENT);
  await shoot('turned-away-list');
  await keys(page, 'Escape', 'Escape');
  await page.waitForTimeout(100);
}

async function parked({ page, shoot }: Sitting) {
  await keys(page, 'Shift+F12');
  await page.waitForTimeout(400);
  await shoot('signin-parked');
  await type(page, PINS.get('m.ortiz') ?? '');
  await keys(page, 'Enter');
  await page.waitForTimeout(500);
  await shoot('parked');
  await keys(page, 'Enter');
  await page.waitForTimeout(300);
}
